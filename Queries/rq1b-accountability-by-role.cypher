// title: RQ1b: who says what about accountability
// question: For each element of the theories on accountability: who saw or concluded that it holds, who that it does not, and in which role?
// meaning: Roles see different lines of accountability. Where national stakeholders and ICB directors part, the claim holds at one level only and wants a condition. Surveys and authors are not counted here, only people with a code, a name or a role.
MATCH (t:Theory)-[:HAS_CONFIGURATION]->(:Configuration)-[:IN_CONTEXT|HAS_MECHANISM|HAS_OUTCOME]->(element)
WHERE t.id IN ['ensuring-accountability', 'refined-accountability', 'rival-upward-line']
WITH DISTINCT element
MATCH (element)<-[:IN_CONTEXT|HAS_MECHANISM|HAS_OUTCOME*0..1]-(target)<-[b:SUPPORTS|CHALLENGES]-(e:Evidence)
WHERE e.claim <> 'espoused'
  AND any(part IN b.covers WHERE part = element.id OR (type(b) = 'SUPPORTS' AND (part = 'thread' OR element.id IN split(part, ' -> '))))
MATCH (e)-[:GIVEN_BY]->(p:Participant)
RETURN labels(element)[0] AS kind, element.id AS element, p.role_group AS role,
       count(DISTINCT CASE WHEN type(b) = 'SUPPORTS' THEN p.id END) AS say_yes,
       count(DISTINCT CASE WHEN type(b) = 'CHALLENGES' THEN p.id END) AS say_no
ORDER BY kind, element, role
