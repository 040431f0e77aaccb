// title: Chain: from a shared task to shared outcomes at place
// question: Does work on a shared task, by trust, delegation and money, end in shared outcomes at place?
// meaning: The hopeful chain. Its weakest step is where a case study should stand.
TRACE FROM task-beyond-one-organisation TO shared-outcomes-at-place
YIELD chain, path, steps, verdicts, verdict, weakest, weakest_part, supported_stretch, told
RETURN chain, path, steps, verdicts, verdict, weakest, weakest_part, supported_stretch, told
ORDER BY chain
