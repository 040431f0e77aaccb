// title: What to ask first
// question: Which open parts would change the most verdicts if they were settled, what is the question, and whom to ask?
// meaning: Questions for the next interviews, best first. The number says how many verdicts one strong new voice would change.
GAPS
YIELD rank, gap, about, changes, question, ask
WHERE rank <= 25
RETURN rank, gap, about, changes, question, ask
ORDER BY rank
