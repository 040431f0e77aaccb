// title: Every theory, by its verdicts
// question: How many configurations of each theory stand, are disputed, fail, or are open?
// meaning: An overview, not a score: a theory of many thin configurations is little tested, not weak. A configuration that two theories hold counts in both.
TEST ALL
YIELD configuration, verdict
MATCH (t:Theory)-[:HAS_CONFIGURATION]->(:Configuration {id: configuration})
RETURN t.status AS status, t.id AS theory, count(*) AS configurations,
       sum(CASE WHEN verdict STARTS WITH 'supported' OR verdict IN ['strongly supported', 'assembled'] THEN 1 ELSE 0 END) AS stand,
       sum(CASE WHEN verdict = 'thin, for' THEN 1 ELSE 0 END) AS lean_for,
       sum(CASE WHEN verdict IN ['contested', 'thin, mixed'] THEN 1 ELSE 0 END) AS disputed,
       sum(CASE WHEN verdict STARTS WITH 'challenged' OR verdict IN ['eliminated', 'thin, against'] THEN 1 ELSE 0 END) AS against,
       sum(CASE WHEN verdict STARTS WITH 'untested' OR verdict STARTS WITH 'espoused' THEN 1 ELSE 0 END) AS open
ORDER BY status, theory
