// title: Discrepancies that a verdict stands on
// question: Which items that bear on a theory have a discrepancy of their own, and what do they bear on?
// meaning: If the discrepancy were settled the other way, these bearings would have to be read again.
MATCH (x:Discrepancy)-[:CONCERNS]->(item)-[b:SUPPORTS|CHALLENGES|QUALIFIES]->(target)
WITH x, item, type(b) + ' ' + target.id AS bearing ORDER BY bearing
RETURN x.id AS discrepancy, x.statement AS statement, item.id AS item, item.statement AS says, collect(DISTINCT bearing) AS bearings
ORDER BY discrepancy, item
