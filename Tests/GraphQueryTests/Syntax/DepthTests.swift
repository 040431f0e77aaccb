import Diagnostics
import GraphQuery
import PropertyGraph
import Testing

/// Nesting is bounded, and within the bound nothing runs out of stack, printing included.
@Suite struct DepthTests {
  private static let forms: [(opening: String, closing: String)] = [
    ("(", ")"), ("[", "]"), ("f(", ")"), ("{a: ", "}"), ("NOT (", ")"), ("1 + (", ")"), ("-(", ")"),
    ("CASE WHEN ", " THEN 1 END"), ("all(x IN ", " WHERE true)"), ("[x IN y | ", "]"),
    ("[(a)-->(b) | ", "]"), ("a[", "]"), ("reduce(a = 0, x IN y | ", ")"), ("a {b: ", "}"),
    ("EXISTS { MATCH (n) WHERE ", "}"), ("COUNT { MATCH (n) RETURN ", " AS x }"),
    ("[({x: ", "})-->() | 1]"), ("true OR true AND 1 < 2 + 3 * 4 ^ -(", ")"),
  ]

  private func nested(_ form: (opening: String, closing: String), _ depth: Int) -> String {
    "RETURN " + String(repeating: form.opening, count: depth) + "1"
      + String(repeating: form.closing, count: depth) + " AS result"
  }

  @Test func deepButBounded() throws {
    for form in Self.forms {
      let isHeavy = form.opening.contains("MATCH") || form.opening.contains("({")
      let depth = isHeavy ? 80 : form.opening.contains(" OR ") ? 100 : 400
      let tree = try parseQuery(nested(form, depth))
      #expect(try shape(of: parseQuery(Printer.text(of: tree).string)) == shape(of: tree))
    }
  }

  @Test func tooDeepIsAnError() {
    for form in Self.forms {
      #expect(errorCode(nested(form, 1_100)) == "NestingTooDeep", "\(form.opening)")
      #expect(errorCode(nested(form, 5_000)) == "NestingTooDeep", "\(form.opening)")
    }
  }

  @Test(arguments: [
    "RETURN 1" + String(repeating: " + 1", count: 5_000),
    "RETURN a" + String(repeating: ".a", count: 5_000),
    "RETURN a" + String(repeating: "[0]", count: 5_000),
    "RETURN " + String(repeating: "-", count: 5_000) + "a",
    "RETURN " + String(repeating: "NOT ", count: 5_000) + "a",
    "RETURN a" + String(repeating: " IS NULL", count: 5_000),
    String(repeating: "CALL { ", count: 5_000),
    "MATCH " + String(repeating: "(", count: 100_000),
    "RETURN " + String(repeating: "(a)--(", count: 100_000)
      + String(repeating: "){1,2}", count: 100_000),
  ]) func longChainsOfDeepTrees(query: String) {
    #expect(errorCode(query) != nil)
  }

  @Test func theMessageNamesTheBounds() {
    #expect {
      _ = try parseQuery(nested(("(", ")"), 1_100))
    } throws: { error in
      let diagnostic = error as? Diagnostic
      return diagnostic?.message
        == "this is nested too deep: expressions go 1000 levels, subqueries and patterns 100"
        && diagnostic?.help
          == "pass long lists and maps as parameters, or split the query with `WITH`"
    }
  }

  @Test func wideIsNotDeep() throws {
    _ = try parseQuery("RETURN a" + String(repeating: " AND a", count: 5_000))
    _ = try parseQuery("RETURN a" + String(repeating: " AND a.x = 1", count: 5_000))
    _ = try parseQuery("RETURN a" + String(repeating: " < a", count: 5_000))
    _ = try parseQuery("RETURN [1" + String(repeating: ", 1", count: 5_000) + "]")
    _ = try parseQuery("CREATE (a)" + String(repeating: "-[:T]->(a)", count: 5_000))
    _ = try parseQuery(String(repeating: "CREATE (a) ", count: 5_000))
  }
}
