// title: Configurations without a local condition
// question: Which configurations say what should happen but not where or when?
// meaning: All of the policy's own pairs are here: the tables give a case for change, which is the same everywhere, and no condition on which firing depends. A realist theory without a context cannot fail.
MATCH (t:Theory)-[:HAS_CONFIGURATION]->(c:Configuration)
WHERE NOT EXISTS { MATCH (c)-[i:IN_CONTEXT]->() WHERE coalesce(i.role, 'local-condition') <> 'case-for-change' }
RETURN t.status AS status, t.id AS theory, c.id AS configuration, c.title AS title
ORDER BY status, theory, configuration
