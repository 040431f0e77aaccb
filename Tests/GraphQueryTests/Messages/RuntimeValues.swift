/// What goes wrong with values while rows flow.
extension ExpectedMessage {
  static let runtimeValues: [ExpectedMessage] = [
    ExpectedMessage(
      "RETURN 1 / (1 - 1) AS x",
      "1 / (1 - 1)", "DivisionByZero",
      "1 / 0 has no result",
      "guard it: `CASE WHEN b <> 0 THEN a / b END`"),
    ExpectedMessage(
      "RETURN 1 % (1 - 1) AS x",
      "1 % (1 - 1)", "DivisionByZero",
      "1 % 0 has no result",
      "guard it: `CASE WHEN b <> 0 THEN a / b END`"),
    ExpectedMessage(
      "RETURN 9223372036854775807 + $one AS x",
      "9223372036854775807 + $one", "IntegerOverflow",
      "9223372036854775807 + 1 does not fit into a 64-bit integer",
      "calculate with floats: `toFloat(...)`"),
    ExpectedMessage(
      "RETURN -(-9223372036854775808 * $one) AS x",
      "-(-9223372036854775808 * $one)", "IntegerOverflow",
      "0 - -9223372036854775808 does not fit into a 64-bit integer",
      "calculate with floats: `toFloat(...)`"),
    ExpectedMessage(
      "RETURN $text * 2 AS x",
      "$text * 2", "InvalidArgumentType",
      "`*` does not apply to a STRING and an INTEGER",
      nil),
    ExpectedMessage(
      "RETURN -$text AS x",
      "-$text", "InvalidArgumentType",
      "`-` does not apply to a STRING",
      nil),
    ExpectedMessage(
      "RETURN +$text AS x",
      "+$text", "InvalidArgumentType",
      "`+` takes a number, but this is a STRING",
      nil),
    ExpectedMessage(
      "RETURN NOT $one AS x",
      "$one", "InvalidArgumentType",
      "expected true, false or null, but this is an INTEGER",
      "compare it with something, as in `x = 1` or `x IS NOT NULL`"),
    ExpectedMessage(
      "UNWIND $ones AS x WITH x WHERE x RETURN x",
      "x", "InvalidArgumentType",
      "expected true, false or null, but this is an INTEGER",
      "compare it with something, as in `x = 1` or `x IS NOT NULL`"),
    ExpectedMessage(
      "UNWIND [1, [1]] AS x RETURN 1 IN x AS y",
      "1 IN x", "InvalidArgumentType",
      "`IN` takes a LIST on its right, but this is an INTEGER",
      nil),
    ExpectedMessage(
      "RETURN [1, 2][$text] AS x",
      "[1, 2][$text]", "ListElementAccessByNonInteger",
      "an element of a list is named by an INTEGER, not by a STRING",
      nil),
    ExpectedMessage(
      "RETURN {a: 1}[$one] AS x",
      "{a: 1}[$one]", "MapElementAccessByNonString",
      "an entry of a map is named by a STRING, not by an INTEGER",
      nil),
    ExpectedMessage(
      "UNWIND $ones AS x RETURN x['a'] AS y",
      "x['a']", "InvalidElementAccess",
      "an INTEGER has no elements, so `[...]` cannot be applied to it",
      "lists take an INTEGER, maps, nodes and relationships a STRING"),
    ExpectedMessage(
      "UNWIND $ones AS x RETURN x[0] AS y",
      "x[0]", "InvalidArgumentType",
      "an INTEGER has no elements, so `[...]` cannot be applied to it",
      "lists take an INTEGER, maps, nodes and relationships a STRING"),
    ExpectedMessage(
      "UNWIND $ones AS x RETURN x.a AS y",
      "x.a", "InvalidArgumentType",
      "an INTEGER has no properties, so `.a` cannot be read",
      "nodes, relationships, maps and temporal values have properties"),
    ExpectedMessage(
      "UNWIND $ones AS x RETURN x {.a} AS y",
      "x {.a}", "InvalidArgumentType",
      "a map projection takes a map, node or relationship, but this is an INTEGER",
      nil),
    ExpectedMessage(
      "UNWIND $ones AS x RETURN x[0..1] AS y",
      "x[0..1]", "InvalidArgumentType",
      "a slice takes a LIST, but this is an INTEGER",
      nil),
    ExpectedMessage(
      "UNWIND $ones AS x RETURN [y IN x | y] AS z",
      "x", "InvalidArgumentType",
      "a list comprehension takes a LIST, but this is an INTEGER",
      nil),
    ExpectedMessage(
      "UNWIND $ones AS x RETURN all(y IN x WHERE y > 0) AS z",
      "x", "InvalidArgumentType",
      "a list predicate takes a LIST, but this is an INTEGER",
      nil),
    ExpectedMessage(
      "UNWIND $ones AS x RETURN reduce(s = 0, y IN x | s + y) AS z",
      "x", "InvalidArgumentType",
      "`reduce` takes a LIST, but this is an INTEGER",
      nil),
    ExpectedMessage(
      "UNWIND $ones AS x RETURN x:A AS y",
      "x:A", "InvalidArgumentType",
      "a test of labels takes a NODE or RELATIONSHIP, but this is an INTEGER",
      nil),
    ExpectedMessage(
      "RETURN 1 AS x LIMIT $negative",
      "$negative", "NegativeIntegerArgument",
      "LIMIT takes zero or more rows, not -1",
      nil),
    ExpectedMessage(
      "RETURN 1 AS x SKIP $float",
      "$float", "InvalidArgumentType",
      "SKIP takes an INTEGER, but this is a FLOAT",
      nil),
    ExpectedMessage(
      "UNWIND $ones AS n MATCH (n)-->() RETURN n",
      "(n)-->()", "InvalidArgumentType",
      "`n` must be a NODE, but it is an INTEGER",
      nil),
    ExpectedMessage(
      "UNWIND $ones AS n MATCH p = shortestPath((n)-[*]->(n)) RETURN p",
      "(n)-[*]->(n)", "InvalidArgumentType",
      "`n` must be a NODE, but it is an INTEGER",
      nil),
    ExpectedMessage(
      "AT REVISION 3 MATCH (n) RETURN n",
      "3", "NoHistory",
      "this graph keeps no history, so there is no earlier revision to read",
      "history belongs to a file study; in a folder it is git"),
  ]
}
