// title: Law in force, and law in use
// question: For each provision that the tables list: how many items show it in force, and how many people tell of its use?
// meaning: Law in force is of record and nobody need confirm it. A provision on which no person speaks may work in silence or not at all.
MATCH (:Theory)-[:LISTS]->(m:Mechanism) WHERE m.in_act OR m.existence
WITH DISTINCT m
OPTIONAL MATCH (m)<-[:SUPPORTS|CHALLENGES|QUALIFIES]-(x)
WITH m, collect(x) AS direct
OPTIONAL MATCH (m)<-[:HAS_MECHANISM]-(:Configuration)<-[b:SUPPORTS|CHALLENGES|QUALIFIES]-(y)
WHERE any(part IN b.covers WHERE m.id IN split(part, ' -> '))
WITH m, direct, collect(y) AS within
WITH m, direct + within AS touching
UNWIND CASE WHEN size(touching) = 0 THEN [null] ELSE touching END AS x
OPTIONAL MATCH (x)-[:DERIVES_FROM]->(law:Document {official_record: true})
OPTIONAL MATCH (x)-[:GIVEN_BY]->(p:Participant)
RETURN m.id AS provision, m.title AS title, count(DISTINCT x) AS items,
       count(DISTINCT CASE WHEN law IS NOT NULL THEN x END) AS items_of_record, count(DISTINCT p) AS people
ORDER BY people, provision
