// title: Seen, but not said
// question: Which connections do people see that no policy document claims?
// meaning: Most are harms or conditions that the policy's tables leave out: what an interviewer should now put to those who made the policy.
TEST MATCH (t:Theory) WHERE t.status IN ['refined', 'rival']
YIELD configuration, title, verdict, deciding_part, cell
WHERE cell = 'seen, not said'
RETURN configuration, title, verdict, deciding_part
ORDER BY configuration
