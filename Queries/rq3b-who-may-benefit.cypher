// title: RQ3b: which groups are named, and with what evidence
// question: Which groups of people are named as likely to gain or lose, in which document, and by what kind of claim?
// meaning: A group with findings and espoused items alone was chosen for study, not seen to gain. Single cases on older people and others stand under `case-studies`.
MATCH (g:PopulationGroup)<-[:ABOUT]-(x)
MATCH (x)-[place:FROM]->(d:Document)
WITH g, x, d, min(place.line) AS line
RETURN g.title AS people, d.id AS document, line, labels(x)[0] AS kind, coalesce(x.claim, '') AS claim, x.statement AS statement
ORDER BY people, document, line, x.id
