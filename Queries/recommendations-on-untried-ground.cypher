// title: Recommendations on mechanisms that nobody has seen work
// question: Which recommendations address a mechanism or outcome on which no document has an observed or inferred item for it?
// meaning: Proposals ahead of the evidence. That is what reform often is; it should be said, and followed up.
MATCH (x)-[b:SUPPORTS]->(target) WHERE x.claim <> 'espoused'
OPTIONAL MATCH (target)-[:HAS_MECHANISM|HAS_OUTCOME]->(whole)
WITH b, collect(whole.id) AS whole
UNWIND b.covers AS part
UNWIND CASE WHEN part = 'thread' THEN whole ELSE split(part, ' -> ') END AS name
WITH collect(DISTINCT name) AS seen
MATCH (r:Recommendation)-[:ADDRESSES]->(element) WHERE (element:Mechanism OR element:Outcome) AND NOT element.id IN seen
WITH element, r ORDER BY r.id
RETURN labels(element)[0] AS kind, element.id AS element, element.title AS title, collect(r.id) AS recommendations
ORDER BY size(recommendations) DESC, element
