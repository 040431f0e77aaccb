import Diagnostics
import GraphQuery
import PropertyGraph
import Testing

/// A statement of the kind that the realist language adds.
private struct TestStatement: StatementExtension {
  let keyword: Text = "TEST"
  let optionNames: [Text] = ["THEORY", "AGAINST", "MATCH", "UP TO"]

  func parseArguments(
    _ cursor: inout TokenCursor
  ) throws(Diagnostic) -> [Clause.ExtensionArgument] {
    var arguments: [Clause.ExtensionArgument] = []
    if cursor.isAt(word: "MATCH") {
      let start = cursor.advance().span.lowerBound
      let pattern = try cursor.parsePattern()
      let predicate = try cursor.parseWhere()
      arguments.append(
        .init(
          name: "target", content: .pattern(pattern, predicate), span: start..<cursor.endOfPrevious)
      )
      return arguments
    }
    try cursor.expect(word: "THEORY")
    repeat { arguments.append(try reference(&cursor, "theory")) } while cursor.accept(.comma)
    if cursor.accept(words: "UP", "TO") {
      let steps = try cursor.parseExpression()
      arguments.append(.init(name: "steps", content: .expression(steps), span: steps.span))
    }
    return arguments
  }

  private func reference(
    _ cursor: inout TokenCursor, _ name: Text
  ) throws(Diagnostic) -> Clause.ExtensionArgument {
    let (content, span) = try cursor.parseReference()
    return .init(name: name, content: content, span: span)
  }

  func bind(
    _ arguments: [Clause.ExtensionArgument], mode: Statement.Mode
  ) throws(Diagnostic) -> any BoundExtension {
    throw Diagnostic(phase: .compile, code: "NotBound", "this statement is only parsed")
  }
}

@Suite struct ExtensionSyntaxTests {
  private func arguments(_ query: String) throws(Diagnostic) -> [Clause.ExtensionArgument] {
    let statement = try parseQuery(query, extensions: [TestStatement()])
    for clause in statement.query.first.clauses {
      if case .extension(let call) = clause { return call.arguments }
    }
    return []
  }

  private func references(_ query: String) throws(Diagnostic) -> [String] {
    try arguments(query).map { argument in
      switch argument.content {
      case .reference(let text): text.string
      case .expression(let expression): Printer.text(of: expression).string
      default: "?"
      }
    }
  }

  @Test(arguments: [
    ("TEST THEORY t3-subsidiarity", ["t3-subsidiarity"]),
    ("TEST THEORY 20t3, wp1.1, `a b`, 'it''s', $p", nil),
    ("TEST THEORY 20t3, wp1.1, `a b`, \"it's\", $p", ["20t3", "wp1.1", "a b", "it's", "$p"]),
    ("TEST THEORY pir-2025-wp1.1 UP TO 3 + 1", ["pir-2025-wp1.1", "3 + 1"]),
    ("TEST THEORY a--b UP TO 1", ["a--b", "1"]),
    ("TEST THEORY é-日本//comment", ["é-日本"]),
    ("TEST THEORY a-1.5e3x", ["a-1.5e3x"]),
    ("TEST THEORY match", ["match"]),
    ("TEST THEORY a -b", nil),
    ("TEST THEORY -a", nil),
    ("TEST THEORY", nil),
    ("TEST THEORY a.", nil),
  ]) func references(query: String, expected: [String]?) {
    #expect((try? references(query)) == expected)
  }

  @Test func standsWhereClausesStand() throws {
    let queries = [
      "TEST THEORY a YIELD verdict WHERE verdict RETURN verdict",
      "MATCH (n) WITH n TEST THEORY a YIELD verdict AS v RETURN n, v",
      "EXPLAIN TEST THEORY a", "PROFILE test theory a;",
      "RETURN 1 AS a UNION TEST THEORY b YIELD a RETURN a",
      "CALL { TEST THEORY b YIELD a RETURN a } RETURN a",
      "TEST MATCH (c:Configuration)-->(d) WHERE c.x YIELD a RETURN a",
    ]
    for query in queries {
      let statement = try parseQuery(query, extensions: [TestStatement()])
      #expect(!Printer.text(of: statement).isEmpty)
    }
  }

  @Test func theWordStaysAName() throws {
    let query = "MATCH (test:TEST {test: 1}) WHERE test.test RETURN test AS TEST"
    let with = try parseQuery(query, extensions: [TestStatement()])
    #expect(try shape(of: with) == shape(of: parseQuery(query)))
    #expect(errorCode("TEST THEORY a") == "UnexpectedSyntax")
    let subquery = try parseQuery(
      "RETURN EXISTS { test = (a)-->(b) } AS x", extensions: [TestStatement()])
    #expect(
      try shape(of: subquery) == shape(of: parseQuery("RETURN EXISTS { test = (a)-->(b) } AS x")))
  }

  @Test func isPrintedInTheOrderWritten() throws {
    let statement = try parseQuery(
      "TEST MATCH (a)-->(b) WHERE a.x YIELD v AS w WHERE w RETURN w", extensions: [TestStatement()])
    #expect(
      Printer.text(of: statement).string
        == "TEST (a)-->(b) WHERE a.x YIELD v AS w WHERE w\nRETURN w")
  }

  @Test func suggestsTheKeyword() {
    #expect {
      _ = try parseQuery("TSET THEORY a", extensions: [TestStatement()])
    } throws: { error in
      // `SET` is as near, and comes first.
      (error as? Diagnostic)?.help?.hasPrefix("did you mean") == true
    }
  }
}
