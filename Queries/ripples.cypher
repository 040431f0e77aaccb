// title: Outcomes that become conditions
// question: Which outcome of one configuration is the condition of another?
// meaning: Ripples are where theories meet: what one set of people bring about is what the next have to live with.
MATCH (first:Configuration)-[:HAS_OUTCOME]->(o:Outcome)-[:BECOMES]->(c:Context)<-[:IN_CONTEXT]-(next:Configuration)
WITH o, c, first, next ORDER BY first.id
WITH o, c, next, collect(DISTINCT first.id) AS brought_about_in
WITH o, c, brought_about_in, next ORDER BY next.id
RETURN o.id AS outcome, c.id AS becomes, brought_about_in, collect(DISTINCT next.id) AS condition_of
ORDER BY outcome, becomes
