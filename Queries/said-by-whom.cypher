// title: Who stands behind the items
// question: How many items of each document come from coded, named, unnamed or withheld people, and how many from the authors?
// meaning: The more an account rests on authors and unnamed people, the less can be told apart as independent voices.
MATCH (e:Evidence)-[:FROM]->(d:Document)
OPTIONAL MATCH (e)-[:GIVEN_BY]->(p:Participant)
WITH DISTINCT d, e, CASE WHEN e.layer = 'author' THEN 'the authors'
     WHEN e.attribution IN ['withheld', 'counted', 'group'] THEN 'people, ' + e.attribution
     WHEN p IS NOT NULL AND p.identity = 'named' THEN 'people, named'
     WHEN p IS NOT NULL AND p.identity = 'withheld' THEN 'people, by role only'
     WHEN p IS NOT NULL THEN 'people, coded' ELSE 'people, uncoded' END AS behind
RETURN d.id AS document, behind, count(DISTINCT e) AS items,
       count(DISTINCT CASE WHEN e.claim = 'observed' THEN e END) AS observed,
       count(DISTINCT CASE WHEN e.claim = 'inferred' THEN e END) AS inferred,
       count(DISTINCT CASE WHEN e.claim = 'espoused' THEN e END) AS espoused
ORDER BY document, behind
