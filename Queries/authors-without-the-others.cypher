// title: The authors' pairs on their own evidence
// question: What would the test say of the six pairs of section 7.3 if only the review itself had been read?
// meaning: Compare `authors-and-verdicts`: what differs is owed to the other four documents; what stays apart from the authors is owed to the rules or to what was encoded.
TEST MATCH (c:Configuration)<-[:READS]-(:Reading) ONLY DOCUMENT pir-2025
YIELD configuration, verdict, deciding_part, deciding_verdict, voices
MATCH (r:Reading)-[:READS]->(:Configuration {id: configuration})
RETURN configuration, verdict, deciding_part, deciding_verdict, voices, r.verdict AS authors_say
ORDER BY configuration
