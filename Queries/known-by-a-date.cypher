// title: What was known by a date
// question: Which verdicts on the policy's own claims were different with the evidence dated up to then?
// meaning: Change between two dates is change in what was reported, in other documents by other people: not proof that systems changed.
// parameter: date = 2022-12
TEST MATCH (t:Theory {status: 'initial'}) AS OF $date
YIELD configuration, verdict
WITH collect({configuration: configuration, verdict: verdict}) AS before
TEST MATCH (t:Theory {status: 'initial'})
YIELD configuration, title, verdict
WITH configuration, title, verdict, head([entry IN before WHERE entry.configuration = configuration | entry.verdict]) AS at_the_time
WHERE at_the_time <> verdict
RETURN configuration, title, at_the_time, verdict AS now
ORDER BY configuration
