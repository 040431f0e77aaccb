// title: Figures of different documents on one thing
// question: Which elements do figures of so many documents or more speak of, and what do they say?
// meaning: Rarely the same question: read the statements before comparing values. Where they do measure the same, a difference is a finding or an error.
// parameter: documents = 4
MATCH (f:Figure)-[:ABOUT|SUPPORTS|CHALLENGES|QUALIFIES]->(element)
WHERE element:Context OR element:Mechanism OR element:Outcome OR element:Configuration
MATCH (f)-[place:FROM]->(d:Document)
WITH element, f, d, min(place.line) AS line
WITH element, count(DISTINCT d) AS documents, collect(DISTINCT {document: d.id, line: line, figure: f.id, statement: f.statement, value: f.value, unit: f.unit}) AS rows
WHERE documents >= $documents
UNWIND rows AS row
RETURN element.id AS element, row.document AS document, row.line AS line, row.statement AS statement, row.value AS value, row.unit AS unit, row.figure AS figure
ORDER BY element, document, line, figure
