// title: What is found on a research question, and on what it rests
// question: What do the authors conclude on a research question, and how many items, figures, respondents and methods do they name for it?
// meaning: A finding with no respondent and no figure behind it is the authors' word alone; the encoders tied findings to the items that the text points to, so a small number means little was pointed to, not that little was said.
// parameter: question = pir-rq1a
MATCH (q:ResearchQuestion {id: $question})<-[:ANSWERS]-(f:Finding)-[place:FROM]->(:Document)
WITH f, min(place.line) AS line
OPTIONAL MATCH (f)-[:RESTS_ON]->(item) WHERE item:Evidence OR item:Figure
OPTIONAL MATCH (item)-[:GIVEN_BY]->(p:Participant)
OPTIONAL MATCH (item)-[:GATHERED_BY]->(m:Method)
RETURN line, f.id AS finding, f.statement AS statement, count(DISTINCT item) AS items,
       count(DISTINCT p) AS respondents, count(DISTINCT m) AS methods
ORDER BY line, finding
