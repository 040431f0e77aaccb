// title: Listed, but in no configuration
// question: Which contexts, mechanisms and outcomes do the tables list that no configuration uses?
// meaning: The tables list; they do not pair. Whatever stands alone cannot be tested until somebody says what it should lead to.
MATCH (t:Theory)-[l:LISTS]->(n)
WHERE NOT EXISTS { (n)<-[:IN_CONTEXT|HAS_MECHANISM|HAS_OUTCOME]-(:Configuration) }
RETURN l.`table` AS `table`, labels(n)[0] AS kind, l.row AS row, n.id AS element, n.title AS title
ORDER BY `table`, kind, row, element
