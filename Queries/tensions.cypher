// title: Aims that pull apart
// question: Which tensions do the documents name, between what, and who corroborates them?
// meaning: A tension is not a contradiction of evidence: both ends may hold. Where both ends have items behind them, the theory needs a condition that says when which end wins.
MATCH (t:Tension)-[place:FROM]->(d:Document)
WITH t, d, min(place.line) AS line
OPTIONAL MATCH (t)-[:BETWEEN]->(element)
WITH t, d, line, element ORDER BY element.id
WITH t, d, line, collect(DISTINCT element.id) AS between
OPTIONAL MATCH (other)-[:CORROBORATES]->(t)
WITH t, d, line, between, other ORDER BY other.id
RETURN d.id AS document, line, t.title AS tension, between, collect(DISTINCT other.id) AS corroborated_by, t.id AS id
ORDER BY document, line, id
