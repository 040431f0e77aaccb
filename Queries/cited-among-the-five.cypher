// title: Who cites whom among the five
// question: Which of the five documents cite one another, and which outside sources do at least three of them cite?
// meaning: A source that three documents lean on is one voice, however often it is repeated. Their agreement on it is no corroboration.
MATCH (d:Document)-[:CITES]->(source:Document)
WHERE d.id IN ['pir-2025', 'ccn-2022', 'cipfa-2022', 'nhsc-2024', 'hewitt-2023']
WITH source, d ORDER BY d.id
WITH source, collect(DISTINCT d.id) AS cited_by
WHERE size(cited_by) >= 3 OR source.id IN ['pir-2025', 'ccn-2022', 'cipfa-2022', 'nhsc-2024', 'hewitt-2023']
RETURN source.id AS source, source.title AS title, cited_by
ORDER BY size(cited_by) DESC, source
