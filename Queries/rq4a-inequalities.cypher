// title: RQ4a: inequalities, intended and reported
// question: What is intended, concluded and seen on inequalities in health, by document?
// meaning: A long espoused column beside a short observed one is the gap between duty and change. Cases tell of single places.
MATCH (x)-[b:SUPPORTS|CHALLENGES|QUALIFIES]->()
WHERE (x:Evidence OR x:Figure)
  AND any(part IN b.covers WHERE part IN ['unequal-outcomes-experience-access-tackled', 'health-inequalities-addressed', 'reduced-health-inequalities', 'health-gaps-persist', 'less-unwarranted-variation'])
MATCH (x)-[:FROM]->(d:Document)
WITH DISTINCT x, d, type(b) AS bearing
RETURN d.id AS document, bearing,
       count(DISTINCT CASE WHEN x.claim = 'espoused' THEN x.id END) AS espoused,
       count(DISTINCT CASE WHEN x.claim = 'inferred' THEN x.id END) AS inferred,
       count(DISTINCT CASE WHEN x.claim = 'observed' THEN x.id END) AS observed
ORDER BY document, bearing
