// title: What the authors conclude, and what the test says
// question: Where do the review's authors and the computed verdicts agree, and where not?
// meaning: The authors' reading is never counted. A difference can come from the other four documents, from the rule that one loud counter-voice is not enough, or from an encoder's choice: read the deciding part.
TEST MATCH (c:Configuration)<-[:READS]-(:Reading)
YIELD configuration, title, verdict, deciding_part, deciding_verdict, voices
MATCH (r:Reading)-[:READS]->(:Configuration {id: configuration})
RETURN configuration, title, verdict, deciding_part, deciding_verdict, voices,
       r.verdict AS authors_say, r.statement AS authors_conclude
ORDER BY configuration
