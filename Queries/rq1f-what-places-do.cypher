// title: RQ1f: what is told of places
// question: What did anybody see places do, or fail to do, and who says so?
// meaning: Only observed items. Partial and strong activation tell of places that work; faint and none of places on paper. Read the site or respondent before generalising.
MATCH (e:Evidence {claim: 'observed'})-[b:SUPPORTS|CHALLENGES|QUALIFIES]->()
WHERE any(part IN b.covers WHERE part IN ['place-based-partnerships', 'convening-without-powers', 'places-decide-and-spend',
          'place-spends-on-local-priorities', 'place-services-meet-needs', 'community-coalitions'])
MATCH (e)-[place:FROM]->(d:Document)
WITH e, d, place, b.activation AS activation ORDER BY activation
WITH e, d, min(place.line) AS line, collect(DISTINCT activation) AS activation
OPTIONAL MATCH (e)-[:GIVEN_BY]->(p:Participant)
OPTIONAL MATCH (e)-[:SITE_OF]->(s:Site)
WITH e, d, line, activation, p, s ORDER BY p.id, s.id
RETURN d.id AS document, line, e.id AS item, e.statement AS statement, activation,
       collect(DISTINCT p.code) AS respondents, collect(DISTINCT s.id) AS sites
ORDER BY document, line, item
