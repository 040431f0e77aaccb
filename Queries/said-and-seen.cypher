// title: Said against seen, over all theories
// question: How many configurations of each kind of theory are said and seen, said and not seen, not looked for, or seen though nobody said it?
// meaning: The columns of one row add up to its configurations. *Said, not looked for* is where asking would pay most.
TEST ALL
YIELD configuration, cell
MATCH (t:Theory)-[:HAS_CONFIGURATION]->(:Configuration {id: configuration})
RETURN cell, count(DISTINCT CASE WHEN t.status = 'initial' THEN configuration END) AS initial,
       count(DISTINCT CASE WHEN t.status = 'refined' THEN configuration END) AS refined,
       count(DISTINCT CASE WHEN t.status = 'rival' THEN configuration END) AS rival
ORDER BY cell
