// title: RQ2d: which metrics could follow which outcome
// question: For each outcome of the policy tables: how many metrics could measure it, and under which headings?
// meaning: An outcome with many metrics is not well measured if all stand under one heading; outcomes without any are in `outcomes-without-metric`. The link is the encoders' judgement, not the report's.
MATCH (o:Outcome)<-[:WOULD_MEASURE]-(m:Metric)
WITH o, m ORDER BY m.heading
RETURN o.id AS outcome, o.title AS title, count(DISTINCT m) AS metrics, collect(DISTINCT m.heading) AS headings
ORDER BY metrics DESC, outcome
