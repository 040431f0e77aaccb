// title: Feared by some, seen by others
// question: What did somebody fear that somebody else then observed?
// meaning: A fear voiced first and observed later came true; the dates are those of the documents. The other way round, somebody still fears what others already see.
MATCH (fear)-[b:SUPPORTS {direction: 'minus'}]->()
UNWIND b.covers AS part
WITH fear, part WHERE part <> 'thread'
MATCH (fear)-[:FROM]->(d:Document)
WITH part, count(DISTINCT fear) AS feared, min(d.date) AS first_feared
MATCH (seen {claim: 'observed'})-[s:SUPPORTS]->() WHERE part IN s.covers
MATCH (seen)-[:FROM]->(e:Document)
WITH part, feared, first_feared, seen, e ORDER BY e.id
RETURN part, feared, first_feared, count(DISTINCT seen) AS seen, max(e.date) AS last_seen, collect(DISTINCT e.id) AS seen_in
ORDER BY feared DESC, part
