// title: Supported in one document, challenged in another
// question: Which parts does one document bear out and another contradict, leaving hopes and fears aside?
// meaning: Different years, places, roles or words: four explanations to go through before calling it a contradiction. Names stand under `evidence-on-an-element`.
MATCH (x)-[b:SUPPORTS|CHALLENGES]->() WHERE x.claim <> 'espoused'
MATCH (x)-[:FROM]->(d:Document)
UNWIND b.covers AS part
WITH part, d, b WHERE part <> 'thread'
WITH part, d, sum(CASE WHEN type(b) = 'SUPPORTS' THEN 1 ELSE 0 END) AS for,
     sum(CASE WHEN type(b) = 'CHALLENGES' THEN 1 ELSE 0 END) AS against
ORDER BY part, d.id
WITH part, collect(CASE WHEN for > 0 AND against = 0 THEN d.id END) AS only_for,
     collect(CASE WHEN against > 0 AND for = 0 THEN d.id END) AS only_against,
     collect(CASE WHEN for > 0 AND against > 0 THEN d.id END) AS on_both_sides
WHERE size(only_for) > 0 AND size(only_against) > 0
RETURN part, only_for, on_both_sides, only_against
ORDER BY part
