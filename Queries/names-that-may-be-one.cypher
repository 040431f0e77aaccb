// title: Codes and names that may be one
// question: Which codes, sites and documents are taken for the same, how surely, and by whom?
// meaning: Look-alike letters came from damaged text. From high certainty up they count as one voice; the others are tried both ways.
MATCH (a)-[s:SAME_AS]->(b)
RETURN labels(a)[0] AS kind, a.id AS name, b.id AS same_as, s.certainty AS certainty, s.judged_by AS judged_by,
       COUNT { (a)<-[:GIVEN_BY|SITE_OF]-() } AS items_under_the_name
ORDER BY kind, name
