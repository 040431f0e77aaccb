import Testing

@testable import Shell

@Suite("Statements in lines")
struct SplitterTests {
  private func split(_ text: String) -> [ScriptStatement] { Shell.statements(of: text) }

  @Test("semicolons end statements, but not those in texts, names and comments")
  func semicolons() {
    let statements = split(
      """
      RETURN ';' AS a; // one; two
      MATCH (`a;b`) /* ; */ RETURN "x\\";y";;
        RETURN 3
      """)
    #expect(
      statements.map(\.text) == [
        "RETURN ';' AS a", "MATCH (`a;b`) /* ; */ RETURN \"x\\\";y\"", "RETURN 3",
      ])
    #expect(statements.map(\.line) == [1, 2, 3])
    #expect(statements.map(\.column) == [1, 1, 3])
  }

  @Test("two statements on one line have their own columns")
  func columns() {
    #expect(split("RETURN 1; RETURN 2;").map(\.column) == [1, 11])
  }

  @Test("a text goes on over lines until its quote")
  func openText() {
    var splitter = StatementSplitter()
    #expect(splitter.take("RETURN 'a;").isEmpty)
    #expect(splitter.isInside)
    #expect(splitter.take("b';").map(\.text) == ["RETURN 'a;\nb'"])
    #expect(!splitter.isInside)
  }

  @Test("a comment alone begins no statement, and an open one is inside")
  func comments() {
    var splitter = StatementSplitter()
    #expect(splitter.take("// nothing").isEmpty)
    #expect(!splitter.isInside)
    #expect(splitter.take("/* open").isEmpty)
    #expect(splitter.isInside)
    #expect(splitter.take("*/ RETURN 1;").map(\.text) == ["RETURN 1"])
  }

  @Test("a recalled statement counts its lines")
  func recalled() {
    var splitter = StatementSplitter()
    #expect(splitter.take("RETURN 1,\n 2; RETURN 3;").map(\.line) == [1, 2])
    #expect(splitter.take("RETURN 4;").map(\.line) == [3])
  }
}
