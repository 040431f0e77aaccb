// title: RQ1e: how much is delegated, in figures
// question: Which figures of any document say how far functions and money are handed to places or collaboratives?
// meaning: The documents count different things (Handbooks, directors, one system's budget). Only rows of one question may be set side by side; a base is shown where the source prints it.
MATCH (f:Figure)-[:ABOUT|SUPPORTS|CHALLENGES|QUALIFIES]->(x)
WHERE x.id IN ['t3-subsidiarity', 'principle-of-subsidiarity', 'delegated-functions', 'places-decide-and-spend',
               'functions-stay-at-icb', 'delegation-and-joint-exercise-provisions']
MATCH (f)-[place:FROM]->(d:Document)
WITH f, d, min(place.line) AS line
OPTIONAL MATCH (f)-[:GATHERED_BY]->(m:Method)
RETURN DISTINCT d.id AS document, line, f.statement AS statement, f.value AS value, f.unit AS unit,
       f.denominator AS base, m.id AS method, f.id AS figure
ORDER BY document, line, figure
