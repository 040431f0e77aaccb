// title: Parts on which only one side has spoken
// question: Which parts have only councils or only NHS leaders spoken on, where both must know?
// meaning: Rows where one column is empty are interviews to hold with the other side. Only items of people and groups count, not those of authors.
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
WITH part, camp, x WHERE part <> 'thread'
WITH part, count(DISTINCT CASE WHEN camp = 'councils' THEN x.id END) AS councils,
     count(DISTINCT CASE WHEN camp = 'NHS leaders' THEN x.id END) AS nhs_leaders
WHERE councils + nhs_leaders >= 3 AND (councils = 0 OR nhs_leaders = 0)
RETURN part, councils, nhs_leaders
ORDER BY councils + nhs_leaders DESC, part
