// title: One claim, document by document
// question: What would each document by itself make of a claim?
// meaning: Documents that stand apart may speak of other years, places or people: look at `evidence-on-a-configuration` before calling it a contradiction.
// parameter: configuration = t3-subsidiarity
TEST CONFIGURATION $configuration BY document
YIELD `by`, verdict, deciding_part, deciding_verdict, voices, passages, cell
RETURN `by` AS document, verdict, deciding_part, deciding_verdict, voices, passages, cell
ORDER BY document
