// title: Theory test: Ensuring accountability
// question: Do the powers and bodies of Table 5 make systems answer for what they do?
// meaning: Existence in law is of record. The question is whether it embeds accountability, and to whom: compare the rival on the line upwards.
TEST THEORY ensuring-accountability
YIELD configuration, title, theory_verdict, verdict, deciding_part, voices, coverage, cell, remark
RETURN configuration, title, theory_verdict, verdict, deciding_part, voices, coverage, cell, remark
ORDER BY configuration
