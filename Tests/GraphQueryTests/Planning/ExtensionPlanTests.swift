import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// A statement with a shown and a hidden column.
private struct EchoStatement: StatementExtension {
  struct Bound: BoundExtension {
    let columns = [
      ExtensionColumn(name: "word", meaning: "what was said"),
      ExtensionColumn(name: "loud", meaning: "the same in capitals", isShownByDefault: false),
    ]

    func rows(
      parameters: PropertyMap, watch: StatementWatch,
      run: (_ query: String, _ parameters: PropertyMap) throws -> QueryResult
    ) throws -> [[Value]] { [] }
  }

  let keyword: Text = "ECHO"
  let optionNames: [Text] = []

  func parseArguments(
    _ cursor: inout TokenCursor
  ) throws(Diagnostic) -> [Clause.ExtensionArgument] {
    let (content, span) = try cursor.parseReference()
    return [Clause.ExtensionArgument(name: "word", content: content, span: span)]
  }

  func bind(
    _ arguments: [Clause.ExtensionArgument], mode: Statement.Mode
  ) throws(Diagnostic) -> any BoundExtension {
    if case .reference("nothing")? = arguments.first?.content {
      throw Diagnostic(phase: .compile, code: "NothingToSay", "there is nothing to say")
    }
    return Bound()
  }
}

@Suite struct ExtensionPlanTests {
  private func columns(_ query: String) throws(Diagnostic) -> [String] {
    try Planning.plan(query, extensions: [EchoStatement()]).columns.map(\.name.string)
  }

  @Test func aloneItShowsItsDefaultColumns() throws {
    #expect(try columns("ECHO hello") == ["word"])
    #expect(try columns("ECHO hello YIELD *") == ["word", "loud"])
    #expect(try columns("ECHO hello YIELD loud AS l") == ["l"])
  }

  @Test func yieldedColumnsAreVariables() throws {
    #expect(try columns("ECHO hello YIELD word, loud WHERE word = 'x' RETURN loud") == ["loud"])
    #expect(try columns("WITH 1 AS n ECHO hello YIELD word RETURN n, word") == ["n", "word"])
    #expect(
      try columns("ECHO a YIELD word RETURN word UNION ECHO b YIELD word RETURN word")
        == ["word"])
  }

  @Test(arguments: [
    ("UndefinedVariable", "ECHO hello YIELD wrod RETURN wrod"),
    ("UndefinedVariable", "ECHO hello YIELD word RETURN loud"),
    ("VariableAlreadyBound", "WITH 1 AS word ECHO hello YIELD word RETURN word"),
    ("NothingToSay", "ECHO nothing"),
  ])
  func isRefused(code: String, query: String) throws {
    let problem = try #require(Planning.problem(query, extensions: [EchoStatement()]))
    #expect(problem.code == code)
    #expect(problem.span != nil && problem.source != nil)
  }

  @Test func unregisteredItIsAnOrdinaryName() throws {
    #expect(Planning.problem("WITH 1 AS ECHO RETURN ECHO") == nil)
    #expect(Planning.problem("ECHO hello") != nil)
  }
}
