// title: What bears on an element
// question: Which items and figures of all documents bear on a context, mechanism or outcome, wherever it stands?
// meaning: The raw material behind every configuration that holds the element, with place and person.
// parameter: element = resource-constraints
MATCH (element {id: $element})
MATCH (x)-[b:SUPPORTS|CHALLENGES|QUALIFIES]->(target)
WHERE any(part IN b.covers WHERE element.id IN split(part, ' -> '))
MATCH (x)-[place:FROM]->(d:Document)
WITH x, b, target, d, min(place.line) AS line
OPTIONAL MATCH (x)-[:GIVEN_BY]->(p:Participant)
WITH x, b, target, d, line, p ORDER BY p.id
RETURN type(b) AS bearing, x.claim AS claim, d.id AS document, line, x.id AS item, x.statement AS statement,
       collect(DISTINCT p.code) AS respondents, target.id AS about
ORDER BY bearing, claim, document, line, item, about
