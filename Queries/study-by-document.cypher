// title: What was taken from each document
// question: How many items, figures, findings, recommendations, discrepancies and cases come from each document, and how many items bear on a theory?
// meaning: A long document with few bearing items speaks of other things; the share says how much of it the theories reach.
MATCH (d:Document) WHERE d.text_file IS NOT NULL
RETURN d.id AS document,
       COUNT { MATCH (e:Evidence) WHERE EXISTS { (e)-[:FROM]->(d) } } AS items,
       COUNT { MATCH (e:Evidence) WHERE EXISTS { (e)-[:FROM]->(d) } AND EXISTS { (e)-[:SUPPORTS|CHALLENGES|QUALIFIES]->() } } AS items_that_bear,
       COUNT { MATCH (f:Figure) WHERE EXISTS { (f)-[:FROM]->(d) } } AS figures,
       COUNT { MATCH (f:Finding) WHERE EXISTS { (f)-[:FROM]->(d) } } AS findings,
       COUNT { MATCH (r:Recommendation) WHERE EXISTS { (r)-[:FROM]->(d) } } AS recommendations,
       COUNT { MATCH (c:Case) WHERE EXISTS { (c)-[:FROM]->(d) } } AS cases,
       COUNT { MATCH (x:Discrepancy) WHERE EXISTS { (x)-[:FROM]->(d) } } AS discrepancies
ORDER BY document
