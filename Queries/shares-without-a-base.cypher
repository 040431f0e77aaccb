// title: Shares without a base
// question: Which percentages have no base, neither printed with them nor as the number of answers of their survey?
// meaning: They cannot be weighed or recomputed, and nobody should try to guess the base from the share.
MATCH (f:Figure) WHERE f.unit STARTS WITH 'per' AND f.denominator IS NULL AND f.unit <> 'pounds per head'
OPTIONAL MATCH (f)-[:GATHERED_BY]->(m:Method)
WITH f, m WHERE m IS NULL OR m.n IS NULL
MATCH (f)-[place:FROM]->(d:Document)
WITH f, m, d, min(place.line) AS line
RETURN d.id AS document, line, f.statement AS statement, f.value AS value, f.unit AS unit, m.id AS method, f.id AS figure
ORDER BY document, line, figure
