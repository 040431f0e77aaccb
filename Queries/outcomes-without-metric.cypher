// title: Outcomes that no metric would measure
// question: Which outcomes of the policy tables would none of the proposed metrics measure?
// meaning: Relational and governance outcomes are missing almost whole: they need surveys, interviews or records, not indicators.
MATCH (t:Theory)-[l:LISTS]->(o:Outcome)
WHERE NOT EXISTS { (o)<-[:WOULD_MEASURE]-(:Metric) }
RETURN l.`table` AS `table`, l.row AS row, t.id AS theory, o.id AS outcome, o.title AS title
ORDER BY `table`, row, outcome
