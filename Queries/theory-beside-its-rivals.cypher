// title: A theory beside its rivals
// question: How do the configurations of a theory and of its rivals stand, side by side?
// meaning: Side by side is not yet against each other: which items discriminate is for `TEST THEORY ... AGAINST ...` to say. Theories without a rival stand in `theories-and-rivals`.
// parameter: theory = ensuring-accountability
TEST MATCH (side:Theory) WHERE side.id = $theory OR EXISTS { (side)-[:RIVALS]->(:Theory {id: $theory}) }
YIELD configuration, title, verdict, deciding_part, voices
MATCH (side:Theory)-[:HAS_CONFIGURATION]->(:Configuration {id: configuration})
WHERE side.id = $theory OR EXISTS { (side)-[:RIVALS]->(:Theory {id: $theory}) }
RETURN side.status AS side, side.id AS theory, configuration, title, verdict, deciding_part, voices
ORDER BY side, theory, configuration
