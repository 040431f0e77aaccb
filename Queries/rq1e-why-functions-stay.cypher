// title: RQ1e: what delegation depends on
// question: How do the refined claims on delegation to places stand, and on how many voices?
// meaning: Tables 2 to 5 hold no condition for delegation. Supported rows are conditions to write into the theory; thin ones are questions for the case studies of Phase 2.
TEST THEORY refined-delegation
YIELD configuration, title, verdict, deciding_part, voices, passages, threads, cell
RETURN configuration, title, verdict, deciding_part, voices, passages, threads, cell
ORDER BY configuration
