// title: Sites of which several documents tell
// question: Which sites appear in more than one document, and how often?
// meaning: Candidates for a case study: part of the story is written down already, by people who did not compare notes.
MATCH (s:Site)<-[:SITE_OF]-(x) WHERE x:Evidence OR x:Figure OR x:Case
MATCH (x)-[:FROM]->(d:Document)
WITH s, d, count(DISTINCT x) AS items ORDER BY d.id
WITH s, collect(d.id) AS documents, sum(items) AS items
WHERE size(documents) > 1
RETURN s.id AS site, s.title AS title, s.level AS level, documents, items
ORDER BY size(documents) DESC, items DESC, site
