// title: What hangs on one method
// question: What would the test say of the pairs of section 7.3 without one method of one study?
// meaning: A verdict that turns without interviews, or without documents, tells that the two see different things: practice and paper.
// parameter: method = pir-wp1.3
TEST MATCH (c:Configuration)<-[:READS]-(:Reading)
YIELD configuration, title, verdict
WITH collect({configuration: configuration, verdict: verdict}) AS now
TEST MATCH (c:Configuration)<-[:READS]-(:Reading) WITHOUT METHOD $method
YIELD configuration, title, verdict, deciding_part
WITH configuration, title, deciding_part, verdict, head([entry IN now WHERE entry.configuration = configuration | entry.verdict]) AS with_it
RETURN configuration, title, with_it, verdict AS without_it, deciding_part, with_it <> verdict AS turns
ORDER BY configuration
