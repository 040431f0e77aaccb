// title: One claim, scale by scale
// question: Does a claim hold at one scale and not at another?
// meaning: A claim on places that is borne out by cases in places and contested from the national level tells of where it works, not whether.
// parameter: configuration = t3-subsidiarity
TEST CONFIGURATION $configuration BY scale
YIELD `by`, verdict, deciding_part, voices, passages
RETURN `by` AS scale, verdict, deciding_part, voices, passages
ORDER BY scale
