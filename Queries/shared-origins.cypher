// title: One origin behind several documents
// question: Which sources stand behind items of more than one document, so that they count as one voice?
// meaning: Repetition is not independence. Where a verdict seems to have support in two documents and both go back here, it has one voice.
MATCH (x)-[:DERIVES_FROM]->(origin:Document)
MATCH (x)-[:FROM]->(d:Document)
WITH origin, d, count(DISTINCT x) AS items ORDER BY d.id
WITH origin, collect(d.id) AS documents, sum(items) AS items
WHERE size(documents) > 1
RETURN origin.id AS origin, origin.title AS title, documents, items
ORDER BY size(documents) DESC, items DESC, origin
