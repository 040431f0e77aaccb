// title: What people said whose names were withheld
// question: Which items were given by people whose identity the source withheld on purpose?
// meaning: People hide their name where speaking costs something. Each is a voice of its own only if no named person says the same.
MATCH (e:Evidence {attribution: 'withheld'})-[place:FROM]->(d:Document)
WITH e, d, min(place.line) AS line
OPTIONAL MATCH (e)-[b:SUPPORTS|CHALLENGES|QUALIFIES]->(target)
WITH e, d, line, type(b) + ' ' + target.id AS bearing ORDER BY bearing
RETURN d.id AS document, line, e.id AS item, e.claim AS claim, e.statement AS statement, collect(DISTINCT bearing) AS bearings
ORDER BY document, line, item
