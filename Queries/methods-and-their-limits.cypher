// title: How each document came to know
// question: By which methods did each document gather what it says, from how many, when, and with which stated limits?
// meaning: Self-selected, without response rate, or judgement without method: such evidence weighs less by the rules. See `Graph/README.md` for the defaults.
MATCH (m:Method)
OPTIONAL MATCH (m)<-[:GATHERED_BY]-(x)
OPTIONAL MATCH (x)-[:FROM]->(d:Document)
WITH m, x, d ORDER BY d.id
RETURN m.id AS method, m.kind AS kind, m.n AS n, m.response_rate AS response_rate, m.`from` AS `from`, m.until AS until,
       count(DISTINCT x) AS items, collect(DISTINCT d.id) AS documents, m.limits AS limits
ORDER BY method
