import Diagnostics
import StudySession
import Testing

@testable import Shell

/// A console that keeps what is written: results and notes in the order they came.
final class Recorder: ShellConsole {
  var text = ""
  var width: Int?
  var height: Int?
  var hasColor = false
  func write(_ bytes: [UInt8]) { text += String(decoding: bytes, as: UTF8.self) }
  func note(_ text: String) { self.text += text + "\n" }
  func report(_ diagnostic: Diagnostic) { note(DiagnosticRenderer().render(diagnostic)) }
}

@Suite("A session, without a terminal")
struct ShellTests {
  private func run(_ script: String, _ mode: Shell.Mode = .interactive) throws -> String {
    let console = Recorder()
    let shell = Shell(
      try SmallStudy.open(), console: console, mode: mode,
      settings: ShellSettings(showsTime: false, usesPager: false))
    if let failure = shell.run(TextLines(script)) { console.report(failure) }
    return console.text
  }

  @Test("a person's error is shown and the session goes on; a script's ends it")
  func errors() throws {
    let script = "RETURN 1 AS a;\n\nRETURN\n  m.titel;\nRETURN 2 AS b;"
    let error = """
      error[UndefinedVariable]: `m` is not defined here
        --> <stdin>:4:3
         |
       4 |   m.titel
         |   ^
        help: no variable is defined at this point of the query

      """
    let person = try run(script)
    #expect(person.contains("`m` is not defined") && person.contains("b\n─\n2\n"))
    let played = try run(script, .script(name: "<stdin>"))
    #expect(played == "a\n─\n1\n" + error, "\(played)")
  }

  @Test("the last result is $_, and its records can be walked on from")
  func lastResult() throws {
    let text = try run(
      """
      MATCH (m:Mechanism) RETURN m ORDER BY m.id LIMIT 1;
      UNWIND $_ AS row WITH row.m AS m MATCH (m)<-[:HAS_MECHANISM]-(c) RETURN c.id AS id;
      RETURN size($_) AS n, $_[0].id AS id;
      """)
    #expect(
      text.hasSuffix(
        "id\n─────────────\nmeeting-trust\nn  id\n─  ─────────────\n1  meeting-trust\n"), "\(text)")
    #expect(try run("RETURN $_;").contains("there is no last result yet"))
  }

  @Test("parameters, formats and commands in a script")
  func commands() throws {
    let text = try run(
      """
      :format csv
      :set id meeting
      MATCH (m {id: $id}) RETURN m.title AS title;
      :set n 3
      RETURN $n + 1 AS n;
      :formt
      :quit
      RETURN 9;
      """)
    #expect(
      text == """
        title\r
        They meet\r
        n\r
        4\r
        error[UnknownCommand]: there is no command `:formt`
          help: did you mean `:format`?

        """, "\(text)")
  }

  @Test("describe, schema and why are readable")
  func reading() throws {
    let text = try run(
      ":describe seeing-fewer\n:schema Mechanism\nTEST CONFIGURATION seeing-fewer;\n:why")
    for expected in [
      "seeing-fewer  ·  Configuration", "─HAS_MECHANISM→",
      "  seeing-work  They see each other work",
      "←CHALLENGES─", "Links from it", "seeing-fewer",
    ] { #expect(text.contains(expected), "\(expected) in\n\(text)") }
    #expect(try run(":describe seing-fewer").contains("did you mean `seeing-fewer`?"))
    #expect(try run(":why").contains("there is no last result yet"))
    #expect(try run("RETURN 1;\n:why").contains("holds no verdict"))
  }

  @Test("an unfinished statement is not run for a person, and is run for a script")
  func unfinished() throws {
    #expect(try run("RETURN 1").contains("was not run"))
    #expect(try run("RETURN 1 AS a", .script(name: "x")) == "a\n─\n1\n")
  }

  @Test("a long statement is taken in line by line, each byte once")
  func long() throws {
    let item = String(repeating: "'a;b', ", count: 20_000)
    var splitter = StatementSplitter()
    _ = splitter.take("RETURN [")
    for _ in 0..<15 { #expect(splitter.take(item).isEmpty) }
    let statements = splitter.take("1];")
    #expect(statements.count == 1)
    #expect((statements.first?.text.utf8.count ?? 0) > 2_000_000)
  }

  @Test("a result that is too wide is a list, or shows the columns that can be read, and says so")
  func wide() throws {
    func run(_ script: String, width: Int) throws -> String {
      let console = Recorder()
      console.width = width
      let shell = Shell(
        try SmallStudy.open(), console: console, mode: .interactive,
        settings: ShellSettings(showsTime: false, usesPager: false))
      _ = shell.run(TextLines(script))
      return console.text
    }
    let columns = "'a long text, one of many' AS a, 'another' AS b, null AS c, 'and a third' AS d"
    #expect(
      try run("RETURN \(columns);", width: 30) == """
        a  a long text, one of many
        b  another
        d  and a third

        """)
    let many = try run("UNWIND range(1, 30) AS n RETURN n, \(columns);", width: 30)
    let head = many.split(separator: "\n").first?.split(separator: " ")
    #expect(head == ["n", "a", "b"], "\(many)")
    #expect(
      many.hasSuffix(
        "(3 of 5 columns fit; YIELD or RETURN chooses others, a wider window shows more)\n"))
    #expect(try run("RETURN 1 AS a, 2 AS b;", width: 30) == "a  b\n─  ─\n1  2\n")
  }

  @Test("a record is described with all its links, if asked for all of them")
  func describing() throws {
    let text = try run(":describe meeting-trust all")
    #expect(text.contains("meeting-trust  ·  Configuration"))
    #expect(text.contains("─HAS_MECHANISM→"))
    #expect(!text.contains("more: `:describe"))
    #expect(try run(":describe").contains("needs the id of a record"))
  }
}
