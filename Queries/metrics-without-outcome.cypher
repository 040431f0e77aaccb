// title: Metrics without an outcome
// question: Which metrics of the report or its interviewees would measure none of the outcomes that any theory holds?
// meaning: Either the metric follows something the theory forgot, or it would be collected in vain.
MATCH (m:Metric) WHERE NOT EXISTS { (m)-[:WOULD_MEASURE]->(:Outcome) }
RETURN m.heading AS heading, m.id AS metric, m.title AS title, m.source AS source
ORDER BY heading, metric
