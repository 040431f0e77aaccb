// title: What hangs on one document
// question: Which verdicts would be different had this document not been read?
// meaning: A verdict that turns is no weaker for it, but its warrant is that document's sample, year and sponsor. Ask for a second source before building on it.
// parameter: document = pir-2025
TEST ALL
YIELD configuration, title, verdict, flips
WITH configuration, title, verdict, [flip IN flips WHERE flip STARTS WITH 'without document ' + $document + ': '] AS hits
WHERE size(hits) > 0
RETURN configuration, title, verdict AS now, split(hits[0], ': ')[1] AS without_it
ORDER BY configuration
