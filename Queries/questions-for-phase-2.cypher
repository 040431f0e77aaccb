// title: Questions put off, and what other documents already say
// question: Which questions were left to Phase 2, and how many items of the other four documents touch what they ask about?
// meaning: The review need not begin from nothing: the items are in `evidence-on-an-element` under the elements listed. The choice of elements for a question is this query's own.
UNWIND [
  {question: 'pir-rq1c', elements: ['organisations-stay-sovereign', 'falling-back-on-own-organisation', 'each-protects-own-budget', 'hard-decisions-not-carried', 'unified-focus']},
  {question: 'pir-rq1d', elements: ['shared-linked-data', 'sharing-of-data-permitted', 'people-at-risk-helped-early']},
  {question: 'pir-rq1g', elements: ['provider-selection-regime']},
  {question: 'pir-rq2b', elements: ['icp-without-levers', 'icp-without-influence', 'place-spends-on-local-priorities', 'open-books', 'integrated-care-strategy']},
  {question: 'pir-rq2c', elements: ['joint-workforce-planning', 'unequal-terms-of-employment', 'staff-drawn-to-better-terms', 'no-single-workforce', 'posts-filled-locally', 'joint-appointments']},
  {question: 'pir-rq2e', elements: ['resource-constraints', 'short-term-funding', 'payment-by-activity', 'shift-to-prevention-stalls', 'money-stays-short', 'productivity-and-value-for-money']},
  {question: 'pir-rq3c', elements: ['people-at-risk-helped-early', 'discharge-sooner', 'services-joined-up-by-task']},
  {question: 'pir-rq3d', elements: ['staff-morale-and-retention', 'fewer-workarounds', 'working-on-a-shared-task', 'teams-integrate-on-site']}
] AS asked
MATCH (q:ResearchQuestion {id: asked.question})
UNWIND asked.elements AS wanted
MATCH (element {id: wanted})
WITH q, element
OPTIONAL MATCH (element)<-[:SUPPORTS|CHALLENGES|QUALIFIES|ABOUT]-(x) WHERE x:Evidence OR x:Figure
WITH q, element, collect(x) AS direct
OPTIONAL MATCH (element)<-[:IN_CONTEXT|HAS_MECHANISM|HAS_OUTCOME]-(:Configuration)<-[b:SUPPORTS|CHALLENGES|QUALIFIES]-(y)
WHERE any(part IN b.covers WHERE element.id IN split(part, ' -> '))
WITH q, element, direct, collect(y) AS within
WITH q, element, direct + within AS touching
UNWIND CASE WHEN size(touching) = 0 THEN [null] ELSE touching END AS x
OPTIONAL MATCH (x)-[:FROM]->(d:Document) WHERE d.id <> 'pir-2025'
WITH q, element, x, d ORDER BY d.id
WITH q, element.id AS wanted, count(DISTINCT CASE WHEN d IS NOT NULL THEN x END) AS items, collect(DISTINCT d.id) AS documents
RETURN q.id AS question, q.title AS title, wanted AS element, items, documents
ORDER BY question, items DESC, element
