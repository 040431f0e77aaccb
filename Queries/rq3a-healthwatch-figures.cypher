// title: RQ3a: seats and influence of local Healthwatch
// question: How many of the local Healthwatch that answered sit where, with or without a vote, and how much influence do they see?
// meaning: Self-selected answers without a response rate: they tell of those who answered. A seat is not a say; set rows on seats beside rows on influence.
MATCH (f:Figure)-[:GATHERED_BY]->(m:Method) WHERE m.id STARTS WITH 'pir-wp1.2'
MATCH (f)-[place:FROM]->(:Document)
WITH f, min(place.line) AS line
RETURN line, f.question AS question, f.statement AS statement, f.value AS value, f.unit AS unit, f.numerator AS counted, f.denominator AS base
ORDER BY line, f.id
