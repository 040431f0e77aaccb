// title: Local government against NHS leaders
// question: On which parts do people from councils and leaders of the NHS speak on opposite sides?
// meaning: The same structures look different from the two sides of the table. A part that councils deny and NHS leaders affirm should not be settled by asking more NHS leaders.
MATCH (x)-[b:SUPPORTS|CHALLENGES]->() WHERE x.claim <> 'espoused'
OPTIONAL MATCH (x)-[:GIVEN_BY]->(p:Participant)
WITH x, b, CASE
         WHEN p.role_group IN ['council officer', 'elected councillor', 'local government']
           OR x.`group` IN ['local authorities', 'CCN member councils', 'senior local government figures'] THEN 'councils'
         WHEN p.role_group IN ['ICB leader', 'ICS leader', 'ICB chief executive', 'ICB director of strategy or equivalent']
           OR x.`group` IN ['ICB chairs', 'ICB leaders', 'ICS leaders', 'ICS and ICB leaders', 'ICB director of strategy or equivalent', 'NHS leaders']
         THEN 'NHS leaders' END AS camp
WHERE camp IS NOT NULL
UNWIND b.covers AS part
WITH part, camp, b, x WHERE part <> 'thread'
WITH part,
     count(DISTINCT CASE WHEN camp = 'councils' AND type(b) = 'SUPPORTS' THEN x.id END) AS councils_for,
     count(DISTINCT CASE WHEN camp = 'councils' AND type(b) = 'CHALLENGES' THEN x.id END) AS councils_against,
     count(DISTINCT CASE WHEN camp = 'NHS leaders' AND type(b) = 'SUPPORTS' THEN x.id END) AS nhs_for,
     count(DISTINCT CASE WHEN camp = 'NHS leaders' AND type(b) = 'CHALLENGES' THEN x.id END) AS nhs_against
WHERE (councils_for > 0 AND nhs_against > 0) OR (councils_against > 0 AND nhs_for > 0)
RETURN part, councils_for, councils_against, nhs_for, nhs_against
ORDER BY part
