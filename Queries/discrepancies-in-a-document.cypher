// title: Errors and disagreements in a document
// question: Where does a document disagree with itself, with another, or with what it cites, and what does that touch?
// meaning: Recorded as printed, never mended. What stands under *concerns* should be quoted with the discrepancy beside it.
// parameter: document = pir-2025
MATCH (x:Discrepancy)-[place:FROM]->(:Document {id: $document})
WITH x, place ORDER BY place.line
WITH x, collect(DISTINCT place.line) AS lines
OPTIONAL MATCH (x)-[:CONCERNS]->(n)
WITH x, lines, n ORDER BY n.id
RETURN lines, x.statement AS statement, collect(DISTINCT n.id) AS concerns, x.id AS discrepancy
ORDER BY head(lines), discrepancy
