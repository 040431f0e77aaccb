// title: What one person says
// question: What did a respondent say, where does it stand, and on what does it bear?
// meaning: One account read whole: contradictions within it often mark a condition.
// parameter: respondent = 20t3
MATCH (p:Participant {id: $respondent})<-[:GIVEN_BY]-(x)-[place:FROM]->(d:Document)
WITH x, d, min(place.line) AS line
OPTIONAL MATCH (x)-[b:SUPPORTS|CHALLENGES|QUALIFIES]->(target)
WITH x, d, line, type(b) + ' ' + target.id AS bearing ORDER BY bearing
RETURN d.id AS document, line, x.id AS item, x.claim AS claim, x.statement AS statement, collect(DISTINCT bearing) AS bearings
ORDER BY document, line, item
