// title: Conditions that nobody recommends anything against
// question: Which conditions that constrain a mechanism or lead to a harmful outcome does no recommendation address, and how many speak of them?
// meaning: What people name as the obstacle and no report proposes to change: an agenda for the next set of recommendations.
MATCH (c:Context)
WHERE EXISTS { (c)-[:CONSTRAINS|INHIBITS|COUNTERACTS]->() }
   OR EXISTS { (c)<-[:IN_CONTEXT]-(:Configuration {intended: false}) }
MATCH (c) WHERE NOT EXISTS { (c)<-[:ADDRESSES]-(:Recommendation) }
OPTIONAL MATCH (c)<-[:SUPPORTS]-(x)
WITH c, collect(x) AS direct
OPTIONAL MATCH (c)<-[:IN_CONTEXT]-(:Configuration)<-[b:SUPPORTS]-(y)
WHERE any(part IN b.covers WHERE part = 'thread' OR c.id IN split(part, ' -> '))
WITH c, direct, collect(y) AS within
WITH c, direct + within AS speaking
UNWIND CASE WHEN size(speaking) = 0 THEN [null] ELSE speaking END AS x
OPTIONAL MATCH (x)-[:FROM]->(d:Document)
RETURN c.id AS condition, c.title AS title, count(DISTINCT x) AS items, count(DISTINCT d) AS documents
ORDER BY items DESC, condition
