import Glibc
import GraphTesting
import SystemFiles
import Testing

/// Sessions in a terminal, as a person has them.
@Suite("Sessions", .serialized)
struct SessionTests {
  private static let here: String = {
    let file = #filePath.split(separator: "/").dropLast(2)
    return "/" + file.joined(separator: "/")
  }()

  private let folder: TemporaryFolder
  private let shell: Shell

  init() throws {
    folder = try TemporaryFolder()
    let work = folder.path + "/work"
    mkdir(work, 0o755)
    mkdir(folder.path + "/home", 0o755)
    shell = try Shell(in: work, own: folder.path)
    let copy = try shell.run(
      "cp -r '\(Self.here)/Fixture' study && mkdir study/Queries && printf "
        + "'// question: Who said it?\\n// parameter: item = e1\\nMATCH (p)<-[:GIVEN_BY]-(e {id: $item}) "
        + "RETURN p.code AS who' > study/Queries/who.cypher && realist query --study study 'RETURN 1' > /dev/null"
    )
    try #require(copy.status == 0, "\(copy.text)")
  }

  private func open(_ options: String = "", columns: Int = 80) throws -> TerminalSession {
    try TerminalSession("realist --study study \(options)", in: shell, columns: columns)
  }

  /// Times differ; the rest does not.
  private func timeless(_ text: String) -> String {
    text.replacing(#/(<1|\d+) ms|\d+\.\d s/#, with: "N ms")
  }

  @Test("a session greets, answers, shows an error and goes on, and ends with Ctrl-D")
  func answers() throws {
    let session = try open()
    #expect(
      timeless(try session.answer(to: "MATCH (m:Mechanism) RETURN m ORDER BY m.id;")) == """
        m
        ─────────────────────────────────────
        meeting: They meet
        seeing-work: They see each other work
        2 rows, N ms
        """)
    #expect(
      try session.answer(to: "RETURN m.titel;") == """
        error[UndefinedVariable]: `m` is not defined here
          --> query:1:8
           |
         1 | RETURN m.titel
           |        ^
          help: no variable is defined at this point of the query
        """)
    #expect(timeless(try session.answer(to: "RETURN null AS a, 1 AS b;")).hasPrefix("a     b\n"))
    try session.type("\u{04}")
    #expect(try session.end() == 0)
    #expect(session.screen.lines.first?.hasPrefix("Meetings: 15 records, 20 links.") ?? false)
  }

  @Test("a line can be edited: arrows, erasing, accents and wide characters")
  func editing() throws {
    let session = try open()
    try session.prompt()
    try session.type("RETURN 'ab日é' AS x")
    try session.wait(for: "text") { $0.beforeCursor == "realist> RETURN 'ab日é' AS x" }
    // Back over the é and the wide character, which are erased, then on to the end.
    try session.type(String(repeating: "\u{1B}[D", count: 6) + "\u{7F}\u{7F}本")
    try session.wait(for: "change") { $0.beforeCursor == "realist> RETURN 'ab本" }
    try session.type("\u{05};\n")
    try session.wait(for: "answer") { $0.lines.contains("ab本") }
    try session.prompt()
  }

  @Test("statements over lines are kept whole for the arrows and for the next session")
  func history() throws {
    var session = try open()
    try session.prompt()
    try session.type("RETURN 1 AS one,\n")
    try session.wait(for: "continuation") { $0.beforeCursor == "     ...> " }
    try session.type("2 AS two;\n")
    try session.wait(for: "answer") { $0.lines.contains { $0.hasPrefix("one  two") } }
    try session.prompt()
    try session.type(":quit\n")
    #expect(try session.end() == 0)

    session = try open()
    try session.prompt()
    try session.type("\u{1B}[A\u{1B}[A")
    try session.wait(for: "the statement") { $0.text.contains("2 AS two;") }
    try session.type("\n")
    try session.wait(for: "answer") { $0.lines.contains { $0.hasPrefix("one  two") } }
    try session.prompt()
    try session.type("\u{04}")
    #expect(try session.end() == 0)

    session = try open("--no-history")
    try session.prompt()
    try session.type("\u{1B}[ARETURN 7 AS seven;\n")
    try session.wait(for: "answer") { $0.lines.contains("seven") }
    try session.prompt()
    try session.type("\u{04}")
    #expect(try session.end() == 0)
    let kept = try WholeFile.read(folder.path + "/home/.local/state/realist/history")
    #expect(
      String(decoding: kept, as: UTF8.self)
        == "RETURN 1 AS one,\\n2 AS two;\n:quit\nRETURN 1 AS one,\\n2 AS two;\n")
  }

  @Test("Tab completes a name, and lists what there is with its titles")
  func completion() throws {
    let session = try open()
    try session.prompt()
    try session.type("match (m:Mechanism {id: 'se\t")
    try session.wait(for: "the id") { $0.beforeCursor.hasSuffix("{id: 'seeing-work'") }
    try session.type("}) RETURN m.\t")
    try session.wait(for: "the properties") { $0.text.contains("  reasoning") }
    #expect(session.screen.text.contains("  title"))
    try session.type("title AS t;\n")
    try session.wait(for: "answer") { $0.lines.contains("They see each other work") }
    try session.prompt()
    try session.type(":run w\t\n")
    try session.wait(for: "question") { $0.beforeCursor == "$item [e1]: " }
    try session.type("e2\n")
    try session.wait(for: "answer") { $0.lines.contains("B2") }
    try session.prompt()
  }

  @Test("Ctrl-C drops what is typed, and stops a statement that runs")
  func cancelling() throws {
    let session = try open()
    try session.prompt()
    try session.type("RETURN 1 AS\n")
    try session.wait(for: "continuation") { $0.beforeCursor == "     ...> " }
    try session.type("nonsense")
    try session.wait(for: "text") { $0.beforeCursor.hasSuffix("nonsense") }
    try session.type("\u{03}")
    try session.prompt()
    #expect(session.screen.text.contains("^C"))
    try session.type(
      "UNWIND range(1, 99) AS a UNWIND range(1, 99) AS b UNWIND range(1, 99) AS c "
        + "UNWIND range(1, 99) AS d UNWIND range(1, 99) AS e RETURN max(e) AS most;\n")
    try session.wait(for: "echo") { $0.text.contains("AS most;") }
    try session.type("\u{03}")
    try session.wait(for: "answer") { $0.text.contains("error[Cancelled]") }
    #expect(timeless(try session.answer(to: "RETURN 5 AS five;")).hasPrefix("five\n"))
  }

  @Test("a table fits the window, also when the window changes")
  func resizing() throws {
    let session = try open()
    let statement = "MATCH (e:Evidence) RETURN e.statement AS s, e.statement AS t ORDER BY s;"
    let wide = try session.answer(to: statement)
    #expect(wide.split(separator: "\n").allSatisfy { $0.count <= 80 })
    session.resize(columns: 40)
    try session.type(":width\n")
    try session.wait(for: "width") { $0.text.contains("width: auto") }
    let narrow = try session.answer(
      to: "RETURN 'a long text that has to be folded somewhere' AS s;")
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 40 }, "\(narrow)")
  }

  @Test("a closed window loses nothing that was run")
  func hangingUp() throws {
    let session = try open()
    _ = try session.answer(to: "RETURN 3 AS three;")
    session.hangUp()
    _ = try session.end()
    let kept = try WholeFile.read(folder.path + "/home/.local/state/realist/history")
    #expect(String(decoding: kept, as: UTF8.self) == "RETURN 3 AS three;\n")
  }

  @Test("bytes that are no text are refused with their place, and nothing breaks")
  func binary() throws {
    let session = try open()
    try session.prompt()
    session.type(bytes: Array("RETURN ".utf8) + [0xFF, 0xC3, 0x28] + Array(";\n".utf8))
    try session.wait(for: "error") { $0.text.contains("error[") }
    #expect(timeless(try session.answer(to: "RETURN 4 AS four;")).hasPrefix("four\n"))
  }

  @Test("text with tabs is pasted as it is, and what other programs call quitting ends it")
  func pasting() throws {
    let session = try open()
    try session.prompt()
    try session.type(
      "MATCH (m:Mechanism)\n\t// the first\n\tRETURN m.id AS id\n\tORDER BY id LIMIT 1;\n")
    try session.wait(for: "answer") { $0.lines.contains("meeting") }
    #expect(
      try session.answer(to: "\\dt") == """
        error[UnknownCommand]: `\\dt` is no command here
          help: commands begin with a colon: `:schema`
        """)
    try session.prompt()
    try session.type("exit\n")
    #expect(try session.end() == 0)
  }

  @Test("Ctrl-R finds an earlier statement; a verdict is shown as a list where a table has no room")
  func searching() throws {
    let session = try open()
    _ = try session.answer(to: "RETURN 'needle' AS found;")
    _ = try session.answer(to: "RETURN 2 AS two;")
    try session.prompt()
    try session.type("\u{12}need")
    try session.wait(for: "the statement") { $0.text.contains("bck:need") }
    let before = session.screen.lines.count
    try session.type("\n")
    try session.wait(for: "answer") { $0.lines.count > before && $0.lines.last == "realist>" }
    #expect(session.screen.lines.count { $0 == "needle" } == 2)
    let verdict = try session.answer(to: "TEST CONFIGURATION meeting-trust;")
    #expect(verdict.hasPrefix("configuration     meeting-trust\n"), "\(verdict)")
    #expect(verdict.contains("\nverdict           supported\n"))
    try session.type("\u{04}")
    #expect(try session.end() == 0)
  }

  @Test("a study that fails its check opens on what is sound, and says so")
  func unsound() throws {
    let broken = try shell.run("sed -i 's/^title:/titel:/' study/Graph/meeting.yaml")
    #expect(broken.status == 0)
    let session = try open()
    try session.prompt()
    #expect(session.screen.text.contains("what is sound is loaded"), "\(session.screen.text)")
    #expect(
      timeless(try session.answer(to: "MATCH (m:Mechanism) RETURN count(*) AS n;")).hasPrefix(
        "n\n─\n2\n"))
    #expect(try session.answer(to: "CREATE (:Site {id: 'x'});").contains("error[ReadOnlyStudy]"))
    try session.type("\u{04}")
    #expect(try session.end() == 0)
  }
}
