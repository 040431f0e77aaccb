// title: RQ2e: money in figures
// question: Which figures tell of the money of systems: deficits, cuts, allocations, and what ICBs spend on what?
// meaning: A baseline and its surroundings, not a change: the review has nine months of spending. Figures of different years and bodies are not a series.
MATCH (f:Figure)-[place:FROM]->(d:Document)
WHERE EXISTS { (f)-[:GATHERED_BY]->(:Method {id: 'pir-wp2-flows'}) }
   OR EXISTS { (f)-[:ABOUT|SUPPORTS|CHALLENGES|QUALIFIES]->(x) WHERE x.id IN ['resource-constraints', 'icb-running-cost-cuts', 'short-term-funding', 'payment-by-activity', 'demand-on-hospitals-grows'] }
WITH f, d, min(place.line) AS line
RETURN d.date AS issued, d.id AS document, line, f.statement AS statement, f.value AS value, f.unit AS unit, f.period AS period, f.id AS figure
ORDER BY issued, document, line, figure
