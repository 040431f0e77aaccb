// title: Theory test: Working together
// question: Do the structures and duties of Table 3 make NHS and councils work together, and with what result?
// meaning: Read the deciding part: a mechanism that is not enacted says nothing against the idea, a link that fails does.
TEST THEORY working-together
YIELD configuration, title, theory_verdict, verdict, deciding_part, voices, coverage, cell, remark
RETURN configuration, title, theory_verdict, verdict, deciding_part, voices, coverage, cell, remark
ORDER BY configuration
