// title: RQ2a: what each document says of pooling
// question: Who says that pooling grows, that it does not, or that it changes nothing, in which year and as what kind of claim?
// meaning: Plans to pool (espoused) of 2022 stand beside what directors saw in 2024. A hope of one year that no later document reports is said, not seen.
MATCH (x)-[b:SUPPORTS|CHALLENGES|QUALIFIES]->(target)
WHERE (x:Evidence OR x:Figure)
  AND any(part IN b.covers WHERE part IN ['local-authority-participation-drives-integration', 'pooling-not-widened', 'pool-changes-nothing', 'joint-working-improves']
          OR part ENDS WITH '-> local-authority-participation-drives-integration' OR part ENDS WITH '-> pooling-not-widened')
MATCH (x)-[place:FROM]->(d:Document)
WITH x, d, min(place.line) AS line, type(b) + ' ' + target.id AS bearing
WITH x, d, line, bearing ORDER BY bearing
RETURN d.date AS issued, d.id AS document, line, x.id AS item, x.claim AS claim, x.statement AS statement,
       collect(DISTINCT bearing) AS bearings
ORDER BY issued, document, line, item
