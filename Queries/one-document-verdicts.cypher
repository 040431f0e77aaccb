// title: Verdicts that rest on one document
// question: Which verdicts fall back to untested or to mere hopes when one document is left out?
// meaning: Nobody else has looked. The document may be right; the study cannot tell.
TEST ALL
YIELD configuration, title, verdict, flips
UNWIND flips AS flip
WITH configuration, title, verdict, flip
WHERE flip STARTS WITH 'without document ' AND (flip CONTAINS ': untested' OR flip CONTAINS ': espoused')
  AND NOT verdict STARTS WITH 'untested' AND NOT verdict STARTS WITH 'espoused'
RETURN substring(split(flip, ': ')[0], 17) AS document, configuration, title, verdict, split(flip, ': ')[1] AS without_it
ORDER BY document, configuration
