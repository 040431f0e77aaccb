// title: What to ask about one theory
// question: Which open parts of a theory should be asked about, in what words, and of whom?
// meaning: An interview guide for one theory. *Untested* and *espoused only* come from silence, *single voice* from too few people, *unexplained* from evidence that the theory does not reach.
// parameter: theory = working-together
GAPS IN THEORY $theory
YIELD rank, gap, about, changes, question, ask
WHERE gap IN ['untested', 'espoused only', 'single voice']
RETURN rank, gap, about, changes, question, ask
ORDER BY rank
LIMIT 40
