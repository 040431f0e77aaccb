import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// Expressions, as constants and over rows: the two ways through the engine must agree.
@Suite("Expressions")
struct ExpressionTests {
  static let values: [(String, String)] = [
    ("1 + 2 * 3", "7"), ("7 / 2", "3"), ("-7 / 2", "-3"), ("-7 % 3", "-1"), ("7.0 / 2", "3.5"),
    ("2 ^ 3", "8.0"), ("1 / 0.0", "{\"$float\":\"Infinity\"}"), ("1 + null", "null"),
    ("'a' + 'b'", "\"ab\""), ("'a' + 1", "\"a1\""), ("[1] + [2, 3]", "[1,2,3]"),
    ("[1] + 2", "[1,2]"), ("0 + [1]", "[0,1]"),
    ("9223372036854775807 - 1", "9223372036854775806"),
    ("-9223372036854775808", "-9223372036854775808"), ("5 % -1", "0"),
    ("1 = 1.0", "true"), ("1 <> 'a'", "true"), ("1 < 'a'", "null"), ("null = null", "null"),
    ("0.0 / 0.0 = 0.0 / 0.0", "false"), ("0.0 / 0.0 <> 1", "true"), ("0.0 / 0.0 < 1", "false"),
    ("9007199254740993 = 9007199254740992.0", "false"), ("'é' = 'e\u{301}'", "false"),
    ("[1, null] = [1, 2]", "null"), ("[1, null] = [2, null]", "false"),
    ("{a: 1} = {a: 1.0}", "true"),
    ("1 < 2 < 3", "true"), ("1 < 3 < 2", "false"),
    ("true AND null", "null"), ("false AND null", "false"), ("true OR null", "true"),
    ("null XOR true", "null"), ("NOT null", "null"),
    ("'abc' STARTS WITH 'ab'", "true"), ("'abc' ENDS WITH 'bc'", "true"),
    ("'abc' CONTAINS 'd'", "false"), ("'abc' CONTAINS ''", "true"), ("1 STARTS WITH 'a'", "null"),
    ("2 IN [1, 2]", "true"), ("3 IN [1, null]", "null"), ("null IN []", "false"),
    ("1 IN null", "null"), ("1.0 IN [1,2,3,4,5,6,7,8,9,10]", "true"),
    ("[1] IN [[1, 2], [1]]", "true"),
    ("[1, 2, 3][0]", "1"), ("[1, 2, 3][-1]", "3"), ("[1, 2, 3][5]", "null"), ("[1][null]", "null"),
    ("[1, 2, 3, 4][1..3]", "[2,3]"), ("[1, 2, 3][-2..]", "[2,3]"), ("[1, 2][..null]", "null"),
    ("[1, 2, 3][2..1]", "[]"), ("{a: 1}.a", "1"), ("{a: 1}.b", "null"), ("{a: 1}['a']", "1"),
    ("null.a", "null"),
    ("CASE 2 WHEN 1 THEN 'a' WHEN 2.0 THEN 'b' END", "\"b\""),
    ("CASE WHEN null THEN 1 ELSE 2 END", "2"), ("CASE null WHEN null THEN 1 ELSE 2 END", "2"),
    ("CASE WHEN true THEN 1 ELSE 1 / 0 END", "1"), ("coalesce(null, 2, 1 / 0)", "2"),
    ("false AND 1 / 0 = 1", "false"), ("true OR 1 / 0 = 1", "true"),
    ("[x IN [1, 2, 3] WHERE x > 1 | x * 10]", "[20,30]"), ("[x IN null | x]", "null"),
    ("[x IN [1, 2] | [y IN [x, 3] | x * y]]", "[[1,3],[4,6]]"),
    ("all(x IN [1, 2] WHERE x > 0)", "true"), ("all(x IN [] WHERE false)", "true"),
    ("all(x IN [1, null] WHERE x > 0)", "null"), ("any(x IN [null, 1] WHERE x > 0)", "true"),
    ("none(x IN [1, null] WHERE x > 5)", "null"), ("single(x IN [1, 2] WHERE x > 1)", "true"),
    ("single(x IN [2, 3] WHERE x > 1)", "false"),
    ("any(x IN [1, 0] WHERE 1 / x = 1)", "true"), ("all(x IN [2, 0] WHERE 1 / x = 1)", "false"),
    ("reduce(s = 0, x IN [1, 2, 3] | s + x)", "6"), ("reduce(s = 1, x IN [] | s + x)", "1"),
    ("{a: 1, b: null}", "{\"a\":1,\"b\":null}"), ("[1, 'a', null, 1.5]", "[1,\"a\",null,1.5]"),
    ("size('naïve')", "5"), ("null IS NULL", "true"), ("1 IS NOT NULL", "true"),
    ("+1", "1"), ("- -1", "1"),
  ]

  @Test("constants", arguments: values)
  func constant(_ expression: String, _ expected: String) throws {
    #expect(try Run.rows("RETURN \(expression) AS x") == [expected])
  }

  /// The same with a row for each evaluation, and with the expression's list taken from a variable.
  @Test("over rows", arguments: values)
  func overRows(_ expression: String, _ expected: String) throws {
    for batchSize in [2, 2_048] {
      let rows = try Run.rows(
        "UNWIND [1, 2, 3] AS row RETURN CASE WHEN row > 0 THEN \(expression) END AS x",
        batchSize: batchSize)
      #expect(rows == [expected, expected, expected])
    }
  }

  static let typed: [(String, [String])] = [
    ("UNWIND [1, 2, null] AS x RETURN x + 1", ["2", "3", "null"]),
    ("UNWIND [1, 2.5, null] AS x RETURN x * 2", ["2", "5.0", "null"]),
    ("UNWIND [1.5, 2.5] AS x RETURN x - 1", ["0.5", "1.5"]),
    ("UNWIND [1, 2] AS x UNWIND [2, 1] AS y RETURN x = y", ["false", "true", "true", "false"]),
    ("UNWIND ['b', 'a', null] AS x RETURN x < 'b'", ["false", "true", "null"]),
    ("UNWIND ['b', 1] AS x RETURN x = 'b'", ["true", "false"]),
    ("UNWIND [true, false, null] AS x RETURN NOT x", ["false", "true", "null"]),
    ("UNWIND [true, false, null] AS x RETURN x AND null", ["null", "false", "null"]),
    ("UNWIND [1, null, 2] AS x RETURN x IS NULL", ["false", "true", "false"]),
    ("UNWIND [[1, 2], null, []] AS l RETURN [x IN l | x + 1]", ["[2,3]", "null", "[]"]),
    ("UNWIND [[1, 2], [3], []] AS l RETURN reduce(s = 0, x IN l | s + x)", ["3", "3", "0"]),
    ("UNWIND [{a: 1}, {b: 2}, null] AS m RETURN m.a", ["1", "null", "null"]),
    (
      "UNWIND [1, 2, 3] AS x RETURN CASE x WHEN 1 THEN 'one' WHEN 2 THEN 2 END",
      ["\"one\"", "2", "null"]
    ),
    ("UNWIND [null, 1, null] AS x RETURN coalesce(x, 7)", ["7", "1", "7"]),
    ("UNWIND [1, 2, 3] AS x RETURN x IN [x - 1, 3]", ["false", "false", "true"]),
  ]

  @Test("typed columns with nulls", arguments: typed)
  func columns(_ query: String, _ expected: [String]) throws {
    for batchSize in Run.batchSizes {
      #expect(try Run.rows(query, batchSize: batchSize) == expected)
    }
  }

  @Test("a long list is taken in pieces")
  func longList() throws {
    #expect(try Run.rows("RETURN size([x IN range(1, 10000) WHERE x % 2 = 0 | x])") == ["5000"])
    #expect(try Run.rows("RETURN reduce(s = 0, x IN range(1, 10000) | s + x)") == ["50005000"])
  }

  @Test("parameters are values, null among them")
  func parameters() throws {
    let parameters: PropertyMap = ["x": 1, "l": [1, "a"], "n": nil]
    #expect(
      try Run.rows("RETURN $x + 1, $l[1], $n IS NULL", parameters: parameters) == ["2 \"a\" true"])
    #expect(Run.error("RETURN $missing")?.code == "MissingParameter")
    #expect(Run.error("RETURN $missing")?.phase == .compile)
  }
}
