// title: Said, but not seen
// question: Which pairs of mechanism and outcome does policy promise that the evidence speaks against?
// meaning: The gap between espoused and realised policy. An empty answer would mean that whatever was promised and looked for was found.
TEST ALL
YIELD configuration, title, verdict, deciding_part, cell
WHERE cell STARTS WITH 'said, not seen'
RETURN configuration, title, verdict, deciding_part
ORDER BY configuration
