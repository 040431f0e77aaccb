// title: RQ1a: how systems are governed, by count
// question: Where do ICBs, places and provider collaboratives stand in governance, as counted in the Handbooks and among the directors?
// meaning: What is written (WP1.3) beside what is told (WP1.4). An empty base means that the report prints none; do not divide. Where the two differ for one question, ask whether the Handbook is practised.
MATCH (f:Figure)-[:GATHERED_BY]->(m:Method) WHERE m.id IN ['pir-wp1.3', 'pir-wp1.4'] AND f.question IS NOT NULL
MATCH (f)-[place:FROM]->(:Document)
WITH f, m, min(place.line) AS line
RETURN m.id AS method, f.question AS question, f.statement AS statement, f.value AS value, f.unit AS unit,
       f.denominator AS base, line
ORDER BY question, method, line, f.id
