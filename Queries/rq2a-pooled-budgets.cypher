// title: RQ2a: pooled budgets, claim and conditions
// question: How do the policy's claim on pooling and the conditions that the documents name stand?
// meaning: The claim is that council membership makes pooling grow. Its refined neighbours say when it does not, and what may stand in its place.
TEST MATCH (c:Configuration) WHERE c.id = 't3-pooled-budgets' OR c.id STARTS WITH 'pb-'
YIELD configuration, title, verdict, deciding_part, voices, passages, cell
RETURN configuration, title, verdict, deciding_part, voices, passages, cell
ORDER BY configuration
