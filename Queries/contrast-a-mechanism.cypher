// title: One mechanism across its conditions
// question: At which sites does a mechanism fire or not, where a condition is known to hold or not?
// meaning: A named case in a cell is worth more than a count. Where cells are empty, the last column says which kind of site to look for.
// parameter: mechanism = principle-of-subsidiarity
CONTRAST MECHANISM $mechanism
YIELD context, effect, observed, reading, present_fires, present_not, absent_fires, absent_not, would_help
WHERE present_fires IS NOT NULL OR present_not IS NOT NULL OR absent_fires IS NOT NULL OR absent_not IS NOT NULL
RETURN context, effect, observed, reading, present_fires, present_not, absent_fires, absent_not, would_help
ORDER BY context, observed
