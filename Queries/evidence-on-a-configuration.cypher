// title: What bears on a configuration
// question: Which items of evidence support, challenge or qualify it, who gave them, and where do they stand?
// meaning: The raw material of a verdict, one line per item and part, before voices are told apart and weighed.
// parameter: configuration = t3-subsidiarity
MATCH (c:Configuration {id: $configuration})-[:HAS_MECHANISM|HAS_OUTCOME]->(element)
WITH c, collect(element) AS elements
UNWIND elements + [c] AS target
MATCH (e:Evidence)-[bearing:SUPPORTS|CHALLENGES|QUALIFIES]->(target)
MATCH (e)-[place:FROM]->(d:Document)
OPTIONAL MATCH (e)-[:GIVEN_BY]->(p:Participant)
WITH e, bearing, place, d, collect(p.code) AS respondents
RETURN type(bearing) AS bearing, bearing.covers AS covers, e.id AS item, e.statement AS statement,
       respondents, d.id AS document, place.line AS line
ORDER BY bearing, line, item
