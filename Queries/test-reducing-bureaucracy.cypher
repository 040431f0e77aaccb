// title: Theory test: Reducing bureaucracy
// question: Do the changes of Table 4 reduce bureaucracy and free people to collaborate?
// meaning: Most of Table 4 went unexamined: open verdicts are questions for Phase 2. Compare `test-rival-theories` for the view that reorganising adds bureaucracy.
TEST THEORY reducing-bureaucracy
YIELD configuration, title, theory_verdict, verdict, deciding_part, voices, coverage, cell, remark
RETURN configuration, title, theory_verdict, verdict, deciding_part, voices, coverage, cell, remark
ORDER BY configuration
