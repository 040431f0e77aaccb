// title: Chain: money that stays short
// question: Does shortage of money, by deferred prevention and growing demand, bring on further shortage?
// meaning: A circle shows as a chain from the condition to the outcome that becomes it again. It holds as far as its weakest step.
TRACE FROM resource-constraints TO money-stays-short
YIELD chain, path, steps, verdicts, verdict, weakest, weakest_part, supported_stretch, told
RETURN chain, path, steps, verdicts, verdict, weakest, weakest_part, supported_stretch, told
ORDER BY chain
