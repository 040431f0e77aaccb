// title: Mechanisms that nobody speaks of
// question: Which mechanisms of the policy tables has no item of evidence touched?
// meaning: What the study cannot say anything about yet.
MATCH (t:Theory)-[l:LISTS]->(m:Mechanism)
WHERE NOT EXISTS { (m)<-[:SUPPORTS|CHALLENGES|QUALIFIES|ABOUT]-(:Evidence) }
  AND NOT EXISTS { (m)<-[:HAS_MECHANISM]-(:Configuration)<-[:SUPPORTS|CHALLENGES|QUALIFIES|ABOUT]-(:Evidence) }
RETURN t.id AS theory, l.table AS table, l.row AS row, m.id AS mechanism, m.title AS title
ORDER BY table, row, mechanism
