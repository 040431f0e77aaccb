// title: What a document restates of another, checked
// question: Which statements restate one of the five documents, and is the restatement faithful?
// meaning: Faithful, partial or misreporting, as checked at the source. A partial one counts for no more than its source; a misreport has its own discrepancy.
MATCH (x)-[r:REPORTS]->(source:Document)
WHERE source.id IN ['pir-2025', 'ccn-2022', 'cipfa-2022', 'nhsc-2024', 'hewitt-2023']
MATCH (x)-[place:FROM]->(d:Document)
WITH x, r, source, d, min(place.line) AS line
OPTIONAL MATCH (error:Discrepancy)-[:CONCERNS]->(x)
WITH x, r, source, d, line, error ORDER BY error.id
RETURN coalesce(r.fidelity, 'not judged') AS fidelity, d.id AS document, line, source.id AS source, x.statement AS statement, x.id AS item,
       collect(DISTINCT error.id) AS discrepancies
ORDER BY fidelity, document, line, item
