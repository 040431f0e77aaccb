// title: Where documents disagree with one another
// question: Which discrepancies lie between two documents?
// meaning: Errors between documents are older than any evaluation that builds on them: check which way the error went before citing either.
MATCH (x:Discrepancy)-[place:FROM]->(d:Document)
WITH x, d, min(place.line) AS line ORDER BY d.id
WITH x, collect(d.id + ' line ' + toString(line)) AS places
WHERE size(places) > 1
OPTIONAL MATCH (x)-[:CONCERNS]->(n)
WITH x, places, n ORDER BY n.id
RETURN x.id AS discrepancy, x.statement AS statement, places, collect(DISTINCT n.id) AS concerns, x.readings AS readings
ORDER BY discrepancy
