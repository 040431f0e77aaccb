// title: Who is asked to act
// question: How many recommendations of each document are addressed to whom?
// meaning: Where most recommendations go to one actor, that actor's room to act is itself a condition of the theory.
MATCH (a:Actor)<-[:ADDRESSED_TO]-(r:Recommendation)-[:FROM]->(d:Document)
WITH a, d, count(DISTINCT r) AS recommendations ORDER BY d.id
RETURN a.id AS actor, a.title AS title, sum(recommendations) AS recommendations, collect(d.id + ': ' + toString(recommendations)) AS by_document
ORDER BY recommendations DESC, actor
