// title: How firm each verdict is
// question: Of the verdicts that say something for or against: how few voices could turn it, whose, and does it survive the loss of any one method, document or site?
// meaning: Turned by one means that one person, body or unnamed group carries the verdict: hear a second of that role before acting on it. *More than* n means that no n voices turn it; the search stops there. *Holds* in the last column means that no single method, document or site turns it.
TEST ALL
YIELD configuration, title, verdict, break_number, breaks, flips
WITH configuration, title, verdict, coalesce(break_number, 99) AS break_number, breaks,
     [flip IN flips WHERE flip STARTS WITH 'without method ' OR flip STARTS WITH 'without document ' OR flip STARTS WITH 'without site '] AS turned
WHERE NOT verdict STARTS WITH 'untested' AND NOT verdict STARTS WITH 'espoused' AND NOT verdict STARTS WITH 'thin'
RETURN configuration, title, verdict, breaks AS turned_by, CASE WHEN size(turned) = 0 THEN 'holds' ELSE 'turns' END AS without_one_source
ORDER BY break_number DESC, configuration
