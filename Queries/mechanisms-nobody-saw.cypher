// title: Mechanisms that nobody has seen at work
// question: Which mechanisms of any theory have no observed or inferred item for or against them, and how many espouse them?
// meaning: More than `mechanisms-without-evidence`: here what is only hoped, planned or mentioned counts as not seen.
MATCH (x)-[b:SUPPORTS|CHALLENGES]->(target) WHERE x.claim <> 'espoused'
OPTIONAL MATCH (target)-[:HAS_MECHANISM]->(whole)
WITH b, collect(whole.id) AS whole
UNWIND b.covers AS part
UNWIND CASE WHEN part = 'thread' THEN whole ELSE split(part, ' -> ') END AS name
WITH collect(DISTINCT name) AS seen
MATCH (m:Mechanism) WHERE NOT m.id IN seen
OPTIONAL MATCH (m)<-[:HAS_MECHANISM]-(c:Configuration)
WITH m, c ORDER BY c.id
WITH m, collect(c.id) AS configurations
OPTIONAL MATCH (x {claim: 'espoused'})-[b:SUPPORTS|CHALLENGES]->() WHERE any(part IN b.covers WHERE m.id IN split(part, ' -> '))
RETURN m.id AS mechanism, m.title AS title, coalesce(m.origin, 'not stated') AS origin, configurations, count(DISTINCT x) AS espoused_items
ORDER BY mechanism
