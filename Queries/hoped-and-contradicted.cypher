// title: Hoped for, and contradicted
// question: What do some hope or plan that others report not to be so?
// meaning: Rows are parts, not people. A long list of hopes against few observations is a policy at an early stage; the reverse is one that did not arrive.
MATCH (hope)-[b:SUPPORTS {direction: 'plus'}]->()
UNWIND b.covers AS part
WITH part, hope WHERE part <> 'thread'
WITH part, count(DISTINCT hope) AS hoped
MATCH (x)-[c:CHALLENGES]->() WHERE x.claim <> 'espoused' AND part IN c.covers
MATCH (x)-[:FROM]->(d:Document)
WITH part, hoped, x, d ORDER BY d.id
RETURN part, hoped, count(DISTINCT x) AS contradicted, collect(DISTINCT d.id) AS contradicted_in
ORDER BY contradicted DESC, hoped DESC, part
