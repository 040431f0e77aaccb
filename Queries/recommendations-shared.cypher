// title: What several documents recommend
// question: Which conditions, mechanisms and outcomes do recommendations of at least three documents address?
// meaning: Bodies with different sponsors that want the same lever moved. Who is to move it is in `recommendations-to-an-actor`.
MATCH (r:Recommendation)-[:ADDRESSES]->(element)
MATCH (r)-[:FROM]->(d:Document)
WITH element, r, d ORDER BY d.id, r.id
WITH element, collect(DISTINCT d.id) AS documents, collect(DISTINCT r.id) AS recommendations
WHERE size(documents) >= 3
RETURN labels(element)[0] AS kind, element.id AS element, documents, recommendations
ORDER BY size(documents) DESC, size(recommendations) DESC, element
