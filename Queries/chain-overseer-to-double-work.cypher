// title: Chain: from oversight to work done twice
// question: Does making the ICB an overseer end, by unclear accountabilities, in decisions that are made twice?
// meaning: If both steps stood, more oversight would produce the very confusion that it is to cure.
TRACE FROM oversight-regime TO decisions-made-twice
YIELD chain, path, steps, verdicts, verdict, weakest, weakest_part, supported_stretch, told
RETURN chain, path, steps, verdicts, verdict, weakest, weakest_part, supported_stretch, told
ORDER BY chain
