// title: Cases, what was done and what was seen
// question: Which cases do the documents tell, what was done there and what was seen?
// meaning: Told by the bodies concerned, as a rule: they show that something is possible, not that it is usual. An empty last column is a case without an outcome.
MATCH (c:Case)-[place:FROM]->(d:Document)
WITH c, d, min(place.line) AS line
OPTIONAL MATCH (c)-[:SITE_OF]->(s:Site)
WITH c, d, line, s ORDER BY s.id
RETURN d.id AS document, line, c.title AS title, collect(DISTINCT s.id) AS sites, c.period AS period, c.done AS done,
       c.seen AS seen, c.id AS id
ORDER BY document, line, id
