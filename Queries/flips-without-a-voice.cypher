// title: What hangs on one person
// question: What would the test say of the pairs of section 7.3 had one respondent not been heard?
// meaning: The right question to anybody who says that a finding rests on one interview.
// parameter: respondent = 20t3
TEST MATCH (c:Configuration)<-[:READS]-(:Reading)
YIELD configuration, title, verdict
WITH collect({configuration: configuration, verdict: verdict}) AS now
TEST MATCH (c:Configuration)<-[:READS]-(:Reading) WITHOUT VOICE $respondent
YIELD configuration, title, verdict, deciding_part
WITH configuration, title, deciding_part, verdict, head([entry IN now WHERE entry.configuration = configuration | entry.verdict]) AS with_it
RETURN configuration, title, with_it, verdict AS without_it, deciding_part, with_it <> verdict AS turns
ORDER BY configuration
