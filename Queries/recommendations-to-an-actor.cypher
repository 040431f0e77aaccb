// title: What an actor is asked to do
// question: Which recommendations are addressed to an actor, and what do they rest on?
// meaning: A recommendation without anything under *rests on* may have its reasons in the text around it; the encoders linked only what the text points to.
// parameter: actor = nhs-england
MATCH (:Actor {id: $actor})<-[:ADDRESSED_TO]-(r:Recommendation)-[place:FROM]->(d:Document)
WITH r, d, min(place.line) AS line
OPTIONAL MATCH (r)-[:ADDRESSES]->(element)
WITH r, d, line, element ORDER BY element.id
WITH r, d, line, collect(DISTINCT element.id) AS addresses
RETURN d.id AS document, line, r.number AS number, r.statement AS statement, addresses, COUNT { (r)-[:RESTS_ON]->() } AS rests_on, r.id AS recommendation
ORDER BY document, line, recommendation
