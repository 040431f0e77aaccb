// title: Respondents on both sides
// question: Who supports and challenges the same part?
// meaning: An internally mixed voice is no error: it often marks a condition on which the mechanism depends.
MATCH (p:Participant)<-[:GIVEN_BY]-(pro:Evidence)-[s:SUPPORTS]->(target)
MATCH (p)<-[:GIVEN_BY]-(contra:Evidence)-[c:CHALLENGES]->(target)
WHERE pro.claim <> 'espoused' AND contra.claim <> 'espoused'
  AND any(part IN s.covers WHERE part IN c.covers)
RETURN DISTINCT p.code AS respondent, target.id AS about, pro.id AS supports, contra.id AS challenges
ORDER BY respondent, about, supports, challenges
