// title: Evidence that no theory reaches
// question: Which observed items bear on nothing, and what are they about?
// meaning: What the theories do not speak of: the raw material for new configurations. Many are plain facts on structure; look for causes among them.
MATCH (e:Evidence {claim: 'observed'}) WHERE NOT EXISTS { (e)-[:SUPPORTS|CHALLENGES|QUALIFIES|SILENT_ON]->() }
MATCH (e)-[place:FROM]->(d:Document)
WITH e, d, min(place.line) AS line
OPTIONAL MATCH (e)-[:ABOUT]->(n)
WITH e, d, line, n ORDER BY n.id
RETURN d.id AS document, line, e.id AS item, e.statement AS statement, collect(DISTINCT n.id) AS about
ORDER BY document, line, item
