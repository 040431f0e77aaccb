import GraphQuery
import Testing

/// What binds to what, shown by parentheses: both spellings must give one tree.
@Suite struct PrecedenceTests {
  @Test(arguments: [
    ("a OR b XOR c", "a OR (b XOR c)"),
    ("a XOR b OR c", "(a XOR b) OR c"),
    ("a XOR b AND c", "a XOR (b AND c)"),
    ("a OR b AND c", "a OR (b AND c)"),
    ("a XOR b XOR c", "(a XOR b) XOR c"),
    ("NOT a AND b", "(NOT a) AND b"),
    ("NOT a = b", "NOT (a = b)"),
    ("NOT NOT a OR b", "(NOT (NOT a)) OR b"),
    ("a AND NOT b IN c", "a AND (NOT (b IN c))"),
    ("a = b IS NULL", "a = (b IS NULL)"),
    ("a = b IN c", "a = (b IN c)"),
    ("a < b + c", "a < (b + c)"),
    ("a IN b + c", "a IN (b + c)"),
    ("a + b IN c", "(a + b) IN c"),
    ("a + b IS NOT NULL", "(a + b) IS NOT NULL"),
    ("a STARTS WITH b + c", "a STARTS WITH (b + c)"),
    ("a ENDS WITH b IS NULL", "(a ENDS WITH b) IS NULL"),
    ("a CONTAINS b = c", "(a CONTAINS b) = c"),
    ("a =~ b + c", "a =~ (b + c)"),
    ("a IN b IN c", "(a IN b) IN c"),
    ("a IS NULL IS NULL", "(a IS NULL) IS NULL"),
    ("a + b * c", "a + (b * c)"),
    ("a * b + c", "(a * b) + c"),
    ("a - b - c", "(a - b) - c"),
    ("a / b / c % d", "((a / b) / c) % d"),
    ("a * b ^ c", "a * (b ^ c)"),
    ("a ^ b ^ c", "(a ^ b) ^ c"),
    ("-a ^ b", "(-a) ^ b"),
    ("a ^ -b", "a ^ (-b)"),
    ("-a.b", "-(a.b)"),
    ("-1 ^ 2", "(-1) ^ 2"),
    ("-1.x", "-(1.x)"),
    ("a - -1", "a - (-1)"),
    ("a --1", "a - (-1)"),
    ("- - a", "-(-a)"),
    ("a.b.c[d].e", "(((a.b).c)[d]).e"),
    ("a + b[c]", "a + (b[c])"),
    ("a.b:L = c", "((a.b):L) = c"),
    ("NOT a:L", "NOT (a:L)"),
    ("[a] + [b][0]", "[a] + ([b][0])"),
    ("CASE WHEN a THEN b ELSE c END + d", "(CASE WHEN a THEN b ELSE c END) + d"),
    ("NOT (a)-->(b) AND c", "(NOT ((a)-->(b))) AND c"),
  ]) func grouping(short: String, long: String) throws {
    #expect(try shape(of: parseExpression(short)) == shape(of: parseExpression(long)))
  }

  @Test(arguments: [
    ("a < b < c", "(a < b) < c"),
    ("a < b < c", "a < (b < c)"),
    ("a AND b AND c", "(a AND b) AND c"),
    ("a OR b OR c", "a OR (b OR c)"),
    ("-1", "-(1)"),
    ("a - b", "a - (-b)"),
    ("a.b:L", "a.b"),
    ("[x IN y]", "[(x IN y)]"),
    ("(a)-[b]-(c)", "(a) - ([b]) - (c)"),
  ]) func different(left: String, right: String) throws {
    #expect(try shape(of: parseExpression(left)) != shape(of: parseExpression(right)))
  }

  @Test func chainsAreOneNode() throws {
    guard case .all(let operands) = try parseExpression("a AND b AND c AND d").kind,
      case .comparison(let compared, let operators) = try parseExpression("a < b <= c <> d").kind
    else {
      Issue.record("no chains")
      return
    }
    #expect(operands.count == 4)
    #expect(compared.count == 4)
    #expect(operators == [.less, .lessOrEqual, .notEqual])
  }

  @Test func spansCoverTheWholeExpression() throws {
    let text = "  (a + b) * c.d IS NULL"
    let expression = try parseExpression(text)
    #expect(expression.span == 2..<text.utf8.count)
    guard case .isNull(let product, _) = expression.kind else {
      Issue.record("no test for null")
      return
    }
    #expect(product.span == 2..<15)
  }

  @Test func patternsAndSubtractions() throws {
    let patterns = [
      "(a)-->(b)", "(a)--(b)", "(a)-[b]-(c)", "(:A)<-[:T*1..2]-({x: 1})", "()-[*]-()",
      "(a)-[r:T {x: 1}]-(b WHERE b.x)", "(a {x: $p})--($q)", "(a)<-[r]->(b)", "(a)-[*2]-(b)",
      "(a) ((x)-->(y)){1,2} (b)", "(a)-[:T]->{2}(b)",
    ]
    for pattern in patterns {
      guard case .pattern = try parseExpression(pattern).kind else {
        Issue.record("\(pattern) is no pattern")
        continue
      }
    }
    let expressions = [
      "(a) - (b)", "(a)-b", "(1)--(b)", "(a) - -1", "(a)-[1]-(b)", "(a.b)-[c]-(d)",
      "(a)-[b, c]-(d)",
      "(a)-[b]-c", "(a) < -(b)", "(a)-(b)-(c)", "(a {.x})-[b]-(c)", "(a)-[b + c]-(d)", "(a) <- b",
      "((a))--((b))", "(a)-[b * c]-(d)",
    ]
    for text in expressions {
      if case .pattern = try parseExpression(text).kind { Issue.record("\(text) is a pattern") }
    }
  }
}
