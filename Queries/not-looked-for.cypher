// title: Said, but not looked for
// question: Which promises has nobody examined yet?
// meaning: Gaps of the study, not failures of the policy: the first places to ask in the next round of interviews.
TEST ALL
YIELD configuration, title, verdict, cell
WHERE verdict STARTS WITH 'untested' OR verdict STARTS WITH 'espoused only'
RETURN configuration, title, verdict
ORDER BY configuration
