// title: What stands in the way of a mechanism
// question: Which conditions constrain or enable a mechanism, and how many people name them?
// meaning: Local conditions that the policy's tables do not hold; candidates for refined configurations.
// parameter: mechanism = principle-of-subsidiarity
MATCH (c:Context)-[link:CONSTRAINS|ENABLES]->(m:Mechanism {id: $mechanism})
OPTIONAL MATCH (c)<-[:SUPPORTS]-(e:Evidence)-[:GIVEN_BY]->(p:Participant)
RETURN type(link) AS effect, c.id AS condition, c.title AS title, count(DISTINCT p) AS respondents,
       count(DISTINCT e) AS items
ORDER BY respondents DESC, condition
