// title: RQ3a: when the public's voice counts
// question: How do the claims on the voice of patients and public stand?
// meaning: Nearly all of it rests on one survey of local Healthwatch: read the voices beside the verdicts, and ask ICBs and places for the other side.
TEST MATCH (c:Configuration)-[:HAS_OUTCOME]->(o:Outcome)
WHERE o.id IN ['public-voice-shapes-decisions', 'public-voice-is-token', 'organisations-accountable-to-staff-and-users']
YIELD configuration, title, verdict, deciding_part, voices, passages, threads
RETURN configuration, title, verdict, deciding_part, voices, passages, threads
ORDER BY configuration
