// title: Where data are shared, and what came of it
// question: At which sites may partners share data, do they share them, and were people at risk helped early or sent home sooner?
// meaning: Success is told by those who had it. Look for a site that may share data and does not, and for one that shares and saw nothing.
CONTRAST MECHANISM shared-linked-data ACROSS CONTEXT sharing-of-data-permitted
YIELD context, effect, observed, reading, present_fires, present_not, absent_fires, absent_not, unknown, would_help
RETURN context, effect, observed, reading, present_fires, present_not, absent_fires, absent_not, unknown, would_help
ORDER BY context, observed
