// title: Chain: from oversight to needs that are missed at place
// question: Does close oversight, by keeping functions with the ICB, end in place needs that are missed?
// meaning: Two ways lead through: leaders who keep hold of functions, and a centre that forbids to hand them down. The last step wants somebody who followed a service from the function that was kept to the people served.
TRACE FROM oversight-regime TO place-needs-missed
YIELD chain, path, steps, verdicts, verdict, weakest, weakest_part, supported_stretch, told
RETURN chain, path, steps, verdicts, verdict, weakest, weakest_part, supported_stretch, told
ORDER BY chain
