// title: Recommendations that address what stands in the way
// question: Which recommendation addresses a condition that constrains a mechanism of the policy or pulls down one of its outcomes?
// meaning: Conditions without a recommendation are in `conditions-without-recommendation`. That a recommendation addresses a condition does not say that it would lift it.
MATCH (c)-[link:CONSTRAINS|INHIBITS|COUNTERACTS]->(hindered)<-[:LISTS]-(:Theory)
MATCH (r:Recommendation)-[:ADDRESSES]->(c)
MATCH (r)-[place:FROM]->(d:Document)
WITH c, link, hindered, r, d, min(place.line) AS line
WITH c, link, hindered, r, d, line ORDER BY hindered.id
RETURN c.id AS condition, type(link) AS effect, collect(DISTINCT hindered.id) AS hinders, d.id AS document, line,
       r.id AS recommendation, r.statement AS statement
ORDER BY condition, effect, document, line, recommendation
