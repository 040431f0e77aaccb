// title: What is told of a site
// question: Which items, figures and cases of any document speak of a site?
// meaning: Documents tell of the same system without knowing it. What one shows as success may have its cost in another.
// parameter: site = suffolk-and-north-east-essex
MATCH (s:Site {id: $site})<-[:SITE_OF]-(x) WHERE x:Evidence OR x:Figure OR x:Case
MATCH (x)-[place:FROM]->(d:Document)
WITH x, d, min(place.line) AS line
RETURN d.id AS document, line, labels(x)[0] AS kind, x.id AS item, coalesce(x.claim, '') AS claim, CASE WHEN x:Case THEN x.title ELSE x.statement END AS statement
ORDER BY document, line, item
