// title: Theory tests: what the evidence adds
// question: How do the configurations stand that the documents add to Tables 2 to 5?
// meaning: Refined theories are built from the evidence that tests them, so support here is description, not proof: a fair test needs people who have not spoken yet.
TEST MATCH (t:Theory {status: 'refined'})
YIELD theory, configuration, title, verdict, deciding_part, voices, threads
RETURN theory, configuration, title, verdict, deciding_part, voices, threads
ORDER BY theory, configuration
