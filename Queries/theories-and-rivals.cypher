// title: Theories and their rivals
// question: Which theory has which rivals and refinements, and which has no rival?
// meaning: A theory without a rival is compared with nothing. Refined theories inherit the rivals of what they refine only if somebody says so.
MATCH (t:Theory)
OPTIONAL MATCH (rival:Theory)-[:RIVALS]->(t)
WITH t, rival ORDER BY rival.id
WITH t, collect(rival.id) AS rivals
OPTIONAL MATCH (refined:Theory)-[:REFINES]->(t)
WITH t, rivals, refined ORDER BY refined.id
RETURN t.status AS status, t.id AS theory, t.title AS title, rivals, collect(refined.id) AS refined_by,
       COUNT { (t)-[:HAS_CONFIGURATION]->(:Configuration) } AS configurations
ORDER BY status, theory
