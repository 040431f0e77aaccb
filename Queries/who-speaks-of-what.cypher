// title: Which document speaks of which mechanism
// question: On how many items does each document touch each mechanism of the policy's tables?
// meaning: Zeros show where a document did not look. A count of items is no count of voices and no strength of evidence.
MATCH (x)-[b:SUPPORTS|CHALLENGES|QUALIFIES]->()
MATCH (x)-[:FROM]->(d:Document)
UNWIND b.covers AS part
UNWIND split(part, ' -> ') AS name
WITH DISTINCT name, d.id AS document, x
WITH name, document, count(x) AS items
WITH collect({name: name, document: document, items: items}) AS touched
MATCH (element:Mechanism) WHERE EXISTS { (:Theory)-[:LISTS]->(element) }
UNWIND [entry IN touched WHERE entry.name = element.id] + [{document: '', items: 0}] AS entry
WITH element, entry.document AS document, entry.items AS items
RETURN element.id AS mechanism,
       sum(CASE WHEN document = 'ccn-2022' THEN items ELSE 0 END) AS ccn_2022,
       sum(CASE WHEN document = 'cipfa-2022' THEN items ELSE 0 END) AS cipfa_2022,
       sum(CASE WHEN document = 'hewitt-2023' THEN items ELSE 0 END) AS hewitt_2023,
       sum(CASE WHEN document = 'nhsc-2024' THEN items ELSE 0 END) AS nhsc_2024,
       sum(CASE WHEN document = 'pir-2025' THEN items ELSE 0 END) AS pir_2025
ORDER BY mechanism
