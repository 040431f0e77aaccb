// title: The questions of the review
// question: Which research questions are there, which methods were to answer each, and how many findings do?
// meaning: Planned or deferred beside a question means that the first phase did not put it to anybody; findings without a method of their own rest on what was gathered for another question.
MATCH (q:ResearchQuestion)
OPTIONAL MATCH (m:Method)-[a:ANSWERS]->(q)
WITH q, m, a ORDER BY m.id
WITH q, collect(m.id + CASE WHEN a.status IS NULL THEN '' ELSE ' (' + a.status + ')' END) AS methods
RETURN q.id AS question, q.title AS title, methods,
       COUNT { (q)<-[:ANSWERS]-(:Finding) } AS findings, COUNT { (q)<-[:ANSWERS]-(:Evidence) } AS items
ORDER BY question
