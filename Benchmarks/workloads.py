"""What is asked, as a query of ours and as SQL written by hand for tables of their own."""

CHAIN = "-[:BECOMES]->(:Context)<-[:IN_CONTEXT]-(:Configuration)-[:PRODUCES]->"


def ripples(depth):
    middle = CHAIN + "".join("(:Outcome)" + CHAIN for _ in range(depth - 1))
    return f"MATCH (o:Outcome {{id: $id}}){middle}(z:Outcome) RETURN DISTINCT z.id AS id"


QUERIES = {
    "W2 look-up by id": "MATCH (n:Evidence {id: $id}) RETURN n.id, n.title, n.strength",
    "W3 a theory's picture":
        "MATCH (t:Theory {id: $id})-[:HAS_CONFIGURATION]->(c:Configuration)-[r:IN_CONTEXT|FIRES|PRODUCES]->(n) "
        "RETURN c.id, type(r), n.id, n.title",
    "W4 theory test over all": """
        MATCH (t:Theory)-[:HAS_CONFIGURATION]->(c:Configuration)
        OPTIONAL MATCH (c)<-[:SUPPORTS]-(e:Evidence)-[:FROM]->(d:Document)
        OPTIONAL MATCH (e)-[:SAID_BY]->(p:Participant)
        WITH t, c, count(DISTINCT d) AS pro, count(DISTINCT p) AS voices
        OPTIONAL MATCH (c)<-[:CHALLENGES]-(f:Evidence)-[:FROM]->(g:Document)
        WITH t, c, pro, voices, count(DISTINCT g) AS against
        RETURN t.id AS theory, sum(CASE WHEN pro < against THEN pro ELSE against END) AS contest, sum(voices) AS n
        ORDER BY contest DESC, theory LIMIT 20""",
    "W5 ripples, as a union": "\nUNION\n".join(ripples(depth) for depth in (1, 2, 3, 4)),
    "W5 ripples, as one path":
        "MATCH (o:Outcome {id: $id}) (()-[:BECOMES]->()<-[:IN_CONTEXT]-()-[:PRODUCES]->()){1,4} (z) "
        "RETURN DISTINCT z.id AS id",
    "W6A citations *1..6": "MATCH (a:Document {id: $id})-[:CITES*1..6]->(b:Document) WHERE b.id <> $id "
                           "RETURN count(DISTINCT b)",
    "W6B shortest path": "MATCH p = shortestPath((a:Document {id: $a})-[:CITES*1..15]->(b:Document {id: $b})) "
                         "RETURN length(p)",
    "W7 opposed mechanisms": """
        MATCH (c:Configuration)
        OPTIONAL MATCH (c)<-[s:SUPPORTS]-(:Evidence) WITH c, count(s) AS pro
        OPTIONAL MATCH (c)<-[h:CHALLENGES]-(:Evidence) WITH c, pro, count(h) AS against WHERE pro > against
        MATCH (c)-[:IN_CONTEXT]->(x:Context)<-[:IN_CONTEXT]-(d:Configuration),
              (c)-[:PRODUCES]->(o:Outcome)<-[:PRODUCES]-(d)
        WITH DISTINCT c, d
        OPTIONAL MATCH (d)<-[s:SUPPORTS]-(:Evidence) WITH c, d, count(s) AS pro
        OPTIONAL MATCH (d)<-[h:CHALLENGES]-(:Evidence) WITH c, d, pro, count(h) AS against WHERE pro < against
        MATCH (c)-[:FIRES]->(m:Mechanism), (d)-[:FIRES]->(n:Mechanism) WHERE m.id <> n.id
        WITH DISTINCT m, n RETURN count(*)""",
}

SEARCH = ("CALL search($words) YIELD node, score RETURN node.id ORDER BY score DESC LIMIT 10")
INDEX = "CALL search.index('Evidence', ['text'])"
UPDATE = (
    "MATCH (c:Configuration {id: $configuration}), (d:Document {id: $document}), (p:Participant {id: $participant}) "
    "CREATE (e:Evidence {id: $id, title: $title, text: $text, scale: $scale, date: $date, strength: $strength, "
    "kind: $kind}), (e)-[:SUPPORTS]->(c), (e)-[:FROM]->(d), (e)-[:SAID_BY]->(p)")

RIPPLES_SQL = """
    WITH RECURSIVE r(o, d) AS (
      SELECT n, 0 FROM outcome WHERE id = ?
      UNION SELECT p.y, r.d + 1 FROM r JOIN becomes b ON b.x = r.o JOIN in_context i ON i.y = b.y
        JOIN produces p ON p.x = i.x WHERE r.d < 4)
    SELECT id FROM outcome WHERE n IN (SELECT o FROM r WHERE d > 0)"""


def picture_part(kind, table):
    return (f"SELECT c.id, '{kind}', n.id, n.title FROM theory t JOIN has_configuration h ON h.x = t.n "
            f"JOIN configuration c ON c.n = h.y JOIN {kind.lower()} r ON r.x = c.n JOIN {table} n ON n.n = r.y "
            "WHERE t.id = ?1")


SQL = {
    "W2 look-up by id": "SELECT id, title, strength FROM evidence WHERE id = ?",
    "W3 a theory's picture": " UNION ALL ".join([
        picture_part("IN_CONTEXT", "context"), picture_part("FIRES", "mechanism"), picture_part("PRODUCES", "outcome")]),
    "W4 theory test over all": """
        WITH s AS (SELECT s.y AS c, count(DISTINCT f.y) AS d, count(DISTINCT b.y) AS v FROM supports s
               JOIN from_ f ON f.x = s.x LEFT JOIN said_by b ON b.x = s.x GROUP BY s.y),
             a AS (SELECT s.y AS c, count(DISTINCT f.y) AS d FROM challenges s JOIN from_ f ON f.x = s.x GROUP BY s.y)
        SELECT t.id, sum(min(coalesce(s.d, 0), coalesce(a.d, 0))) AS contest, sum(coalesce(s.v, 0))
        FROM has_configuration h LEFT JOIN s ON s.c = h.y LEFT JOIN a ON a.c = h.y JOIN theory t ON t.n = h.x
        GROUP BY t.id ORDER BY contest DESC, t.id LIMIT 20""",
    "W5 ripples, as a union": RIPPLES_SQL,
    "W5 ripples, as one path": RIPPLES_SQL,
    "W6A citations *1..6": """
        WITH RECURSIVE r(n, d) AS (SELECT n, 0 FROM document WHERE id = ?1
          UNION SELECT c.y, r.d + 1 FROM r JOIN cites c ON c.x = r.n WHERE r.d < 6)
        SELECT count(DISTINCT n) FROM r WHERE n <> (SELECT n FROM document WHERE id = ?1)""",
    "W6B shortest path": """
        WITH RECURSIVE r(n, d) AS (SELECT n, 0 FROM document WHERE id = ?1
          UNION SELECT c.y, r.d + 1 FROM r JOIN cites c ON c.x = r.n WHERE r.d < 15)
        SELECT d FROM r WHERE n = (SELECT n FROM document WHERE id = ?2) LIMIT 1""",
    "W7 opposed mechanisms": """
        WITH b AS MATERIALIZED (SELECT c, sum(s) AS b FROM (SELECT y AS c, 1 AS s FROM supports
            UNION ALL SELECT y, -1 FROM challenges) GROUP BY c)
        SELECT count(*) FROM (SELECT DISTINCT f.y, g.y FROM b b1 JOIN in_context x ON x.x = b1.c
          JOIN in_context z ON z.y = x.y JOIN b b2 ON b2.c = z.x JOIN produces p ON p.x = b1.c
          JOIN produces q ON q.x = z.x AND q.y = p.y JOIN fires f ON f.x = b1.c JOIN fires g ON g.x = z.x
          WHERE b1.b > 0 AND b2.b < 0 AND f.y <> g.y)""",
}


def parameters(asked):
    """For each workload the parameters of every request, as ours and as SQLite's."""
    ids = {"W2 look-up by id": "evidence", "W3 a theory's picture": "theories", "W5 ripples, as a union": "outcomes",
           "W5 ripples, as one path": "outcomes", "W6A citations *1..6": "documents"}
    result = {}
    for workload in QUERIES:
        if workload in ids:
            result[workload] = [({"id": one}, (one,)) for one in asked[ids[workload]]]
        elif workload.startswith("W6B"):
            result[workload] = [({"a": a, "b": b}, (a, b)) for a, b in asked["pairs"] if a != b]
        else:
            result[workload] = [({}, ())]
    return result
