// title: One claim, method by method
// question: What would each method by itself make of a claim?
// meaning: A claim that only interviews carry, or only authors' judgement, wants another kind of look.
// parameter: configuration = t3-subsidiarity
TEST CONFIGURATION $configuration BY method
YIELD `by`, verdict, deciding_part, voices, passages
WHERE passages > 0
MATCH (m:Method {id: `by`})
RETURN m.kind AS kind, `by` AS method, verdict, deciding_part, voices, passages
ORDER BY kind, method
