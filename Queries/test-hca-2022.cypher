// title: Theory test: The Act as a whole
// question: Do Integrated Care Systems bring what the Act says they are for (Table 2)?
// meaning: That systems exist is beyond doubt; what is open is what comes of them. *Said, not looked for* is a gap of the evidence, not a failure of the Act.
TEST THEORY hca-2022
YIELD configuration, title, theory_verdict, verdict, deciding_part, voices, coverage, cell, remark
RETURN configuration, title, theory_verdict, verdict, deciding_part, voices, coverage, cell, remark
ORDER BY configuration
