import Diagnostics
import GraphQuery
import Testing

@Suite struct ScriptTests {
  private func source(_ text: String) -> SourceText { SourceText(name: "script", text: text) }

  @Test func cutsAtSemicolons() throws {
    let script = source(
      """
      // The first; not cut here.
      MATCH (n) RETURN ';' AS x;
      ;
      /* ; */ RETURN 2 AS `;` ; RETURN 3
      """)
    let statements = QueryParser.statements(in: script)
    let texts = statements.map { String(decoding: script.bytes[$0], as: UTF8.self) }
    #expect(texts == ["MATCH (n) RETURN ';' AS x", "RETURN 2 AS `;`", "RETURN 3"])
    for range in statements {
      let statement = try QueryParser.parse(script, range: range)
      #expect(statement.span == range)
    }
  }

  @Test func errorsCountFromTheBeginningOfTheScript() {
    let script = source("RETURN 1;\nRETURN 2;\n  RETURN )")
    #expect {
      for range in QueryParser.statements(in: script) {
        _ = try QueryParser.parse(script, range: range)
      }
    } throws: { error in
      let position = (error as? Diagnostic)?.position
      return position?.line == 3 && position?.column == 10
    }
  }

  @Test(arguments: [
    ("RETURN 1;", true), ("RETURN 1", false), ("RETURN ';", false), ("RETURN ';';", true),
    ("RETURN 1; // done", true), ("RETURN 1 // done;", false), ("RETURN 1; /* open", false),
    ("RETURN `a;", false), ("", true), ("  // only a comment", true), ("MATCH (n)\n", false),
    ("RETURN $`a;", false), ("RETURN (;", true),
  ]) func completeness(text: String, isComplete: Bool) {
    #expect(QueryParser.isComplete(source(text)) == isComplete)
  }
}
