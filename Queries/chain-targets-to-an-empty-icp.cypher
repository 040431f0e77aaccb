// title: Chain: from NHS targets to a partnership without weight
// question: Do national targets, by way of councils that draw back, leave the ICP without influence?
// meaning: A chain is as strong as its weakest step, and an assembled one is nobody's account: ask one council about all three steps.
TRACE FROM nhs-target-pressure TO icp-without-influence
YIELD chain, path, steps, verdicts, verdict, weakest, weakest_part, supported_stretch, told
RETURN chain, path, steps, verdicts, verdict, weakest, weakest_part, supported_stretch, told
ORDER BY chain
