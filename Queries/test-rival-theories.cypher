// title: Theory tests: rivals
// question: How do the rival explanations stand, and which theory does each rival?
// meaning: A rival that stands while its counterpart is contested is the better guide for now. A rival that is thin has been voiced, not tested: nobody was asked about it.
MATCH (rival:Theory {status: 'rival'})-[:RIVALS]->(t:Theory)
WITH rival, t ORDER BY t.id
WITH rival, collect(t.id) AS rivals
WITH collect({theory: rival.id, rivals: rivals}) AS known
TEST MATCH (r:Theory {status: 'rival'})
YIELD configuration, title, verdict, deciding_part, voices, threads
MATCH (r:Theory {status: 'rival'})-[:HAS_CONFIGURATION]->(:Configuration {id: configuration})
RETURN r.id AS rival, head([entry IN known WHERE entry.theory = r.id | entry.rivals]) AS rivals,
       configuration, title, verdict, deciding_part, voices, threads
ORDER BY rival, configuration
