// title: One question put to two groups
// question: Where was the same question asked of different groups, and how far apart are their answers?
// meaning: Differences between groups of one survey are safer than differences between surveys. The groups are of different sizes; a base is shown where it is printed.
MATCH (f:Figure)-[:GATHERED_BY]->(m:Method) WHERE m.kind = 'survey' AND f.question IS NOT NULL AND f.`group` IS NOT NULL
MATCH (f)-[place:FROM]->(d:Document)
WITH f, d, min(place.line) AS line
WITH d, f.question AS question, count(DISTINCT f.`group`) AS groups, collect({line: line, figure: f}) AS rows
WHERE groups > 1
UNWIND rows AS row
RETURN d.id AS document, question, row.figure.`group` AS people, row.figure.statement AS statement, row.figure.value AS value,
       row.figure.unit AS unit, row.figure.denominator AS base, row.line AS line, row.figure.id AS figure
ORDER BY document, question, line, figure
