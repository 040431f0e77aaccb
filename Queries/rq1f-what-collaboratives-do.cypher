// title: RQ1f: what is told of provider collaboratives
// question: What is told of provider collaboratives, for and against them, and does anybody tell of outcomes?
// meaning: The policy names three outcomes of collaboratives. Rows that cover only the collaborative say that it exists, not that it does what is claimed.
MATCH (x)-[b:SUPPORTS|CHALLENGES|QUALIFIES]->(target)
WHERE (x:Evidence OR x:Figure)
  AND (target.id = 'provider-collaboratives' OR target.id STARTS WITH 't3-collaboratives' OR target.id = 'rc-provider-relations')
MATCH (x)-[place:FROM]->(d:Document)
WITH x, b, target, d, min(place.line) AS line
RETURN type(b) AS bearing, target.id AS about, b.covers AS covers, x.claim AS claim, x.statement AS statement,
       d.id AS document, line, x.id AS item
ORDER BY about, bearing, document, line, item
