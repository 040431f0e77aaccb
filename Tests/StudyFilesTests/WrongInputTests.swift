import Diagnostics
import PropertyGraph
import StudyFiles
import Testing

/// What a person sees when a study file is wrong, word for word.
@Suite("Wrong study files")
struct WrongInputTests {
  static let sound = """
    theory: t
    title: A theory
    status: initial
    statement: If, then, because.
    contexts:
      isolated: { title: People work apart }
    mechanisms:
      meeting: { title: They meet }
    configurations:
      meeting-helps:
        title: Meeting helps
        paired-by: encoder
        contexts: [{ context: isolated, role: case-for-change }]
        mechanisms: meeting
        outcomes: trust
    outcomes:
      trust: { title: They trust each other }

    """

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var expected: String
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "unknown key",
      text: sound.replacing("paired-by:", with: "paird-by:"),
      expected: """
        error[UnknownKey]: `paird-by` is not a key of configuration records
          --> Graph/t.yaml:12:5
            |
         12 |     paird-by: encoder
            |     ^^^^^^^^
          help: did you mean `paired-by`?
        """),
    Case(
      name: "unknown id",
      text: sound.replacing("mechanisms: meeting", with: "mechanisms: meating"),
      expected: """
        error[UnknownID]: there is no record `meating`
          --> Graph/t.yaml:14:17
            |
         14 |     mechanisms: meating
            |                 ^^^^^^^
          help: did you mean `meeting`?
        """),
    Case(
      name: "duplicate id in two sections",
      text: sound.replacing("trust: { title: They trust", with: "isolated: { title: They trust"),
      expected: """
        error[DuplicateID]: `isolated` is taken already, at Graph/t.yaml:6
          --> Graph/t.yaml:17:3
            |
         17 |   isolated: { title: They trust each other }
            |   ^^^^^^^^
          help: ids are unique over the study
        """),
    Case(
      name: "duplicate key",
      text: sound.replacing(
        "    outcomes: trust\n", with: "    outcomes: trust\n    title: Again\n"),
      expected: """
        error[DuplicateKey]: `title` stands twice in one map
          --> Graph/t.yaml:16:5
            |
         16 |     title: Again
            |     ^^^^^
          help: merge the two, or give one of them another id
        """),
    Case(
      name: "wrong kind at a link's end",
      text: sound.replacing("outcomes: trust", with: "outcomes: meeting"),
      expected: """
        error[WrongKind]: `meeting` is a Mechanism, which cannot stand at this end of `outcomes`
          --> Graph/t.yaml:15:15
            |
         15 |     outcomes: meeting
            |               ^^^^^^^
          help: expected: Outcome
        """),
    Case(
      name: "wrong word",
      text: sound.replacing("role: case-for-change", with: "role: case-for-chance"),
      expected: """
        error[WrongType]: `role` must be one of `case-for-change`, `local-condition`, not \
        `case-for-chance`
          --> Graph/t.yaml:13:43
            |
         13 |     contexts: [{ context: isolated, role: case-for-chance }]
            |                                           ^^^^^^^^^^^^^^^
          help: did you mean `case-for-change`?
        """),
    Case(
      name: "unknown section",
      text: sound.replacing("theory: t\n", with: "").replacing("contexts:\n", with: "context:\n"),
      expected: "UnknownSection"),
    Case(
      name: "a tab",
      text: sound.replacing("  meeting: {", with: "\tmeeting: {"),
      expected: """
        error[TabInIndentation]: a tab stands in the indentation
          --> Graph/t.yaml:8:1
           |
         8 | →meeting: { title: They meet }
           | ^
          help: indent with spaces
        """),
    Case(
      name: "YAML syntax",
      text: sound.replacing("title: A theory", with: "title: \"A theory"),
      expected: "YAMLSyntax"),
    Case(
      name: "empty file", text: "# only a comment\n",
      expected: """
        error[EmptyFile]: the file holds nothing
          --> Graph/t.yaml:1:1
           |
         1 | # only a comment
           | ^
          help: begin with `theory: <id>` or `document: <id>`, or with a section such as `sites:`
        """),
    Case(
      name: "malformed id",
      text: sound.replacing("isolated: { title: People", with: "Isolated people: { title: People"),
      expected: "MalformedID"),
  ]

  @Test("each is reported with its place and what to do", arguments: cases)
  func report(_ item: Case) throws {
    let contents = StudyReader.read([SourceText(name: "Graph/t.yaml", text: item.text)])
    let drawn = contents.findings.map { DiagnosticRenderer().render($0) }
    if item.expected.contains("\n") {
      #expect(drawn.contains(item.expected), "\(drawn.joined(separator: "\n"))")
    } else {
      #expect(contents.findings.contains { $0.code == item.expected }, "\(drawn)")
    }
    #expect(contents.findings.allSatisfy { $0.position != nil })
  }

  @Test("the sound file has nothing to object to but that its theory has no rival")
  func soundFile() {
    let contents = StudyReader.read([SourceText(name: "Graph/t.yaml", text: Self.sound)])
    #expect(contents.findings.map(\.code) == ["NoRival"])
    #expect(contents.findings.allSatisfy { $0.severity == .warning })
    #expect(contents.records.count == 5)
    #expect(contents.links.count == 4)
  }

  @Test("a theory that refines another, or is part of it, has the rivals of that one")
  func inheritedRivals() {
    for key in ["refines", "part-of"] {
      let contents = StudyReader.read([
        SourceText(
          name: "Graph/t.yaml",
          text: Self.sound.replacing("theory: t\n", with: "theory: t\n\(key): wider\n")),
        SourceText(
          name: "Graph/w.yaml",
          text: "theory: wider\ntitle: Wider\nstatus: initial\nstatement: a\nrivals: other\n"),
        SourceText(
          name: "Graph/o.yaml", text: "theory: other\ntitle: Other\nstatus: rival\nstatement: a\n"),
      ])
      #expect(contents.findings.map(\.code) == [], "\(key)")
    }
  }

  @Test("one bad record leaves the others")
  func partial() {
    let text = Self.sound.replacing("mechanisms: meeting", with: "mechanisms: meating")
    let contents = StudyReader.read([SourceText(name: "Graph/t.yaml", text: text)])
    #expect(contents.records.count == 5)
    #expect(contents.links.count == 3)
  }

  @Test("invalid UTF-8 names the byte")
  func invalidUTF8() {
    let bytes = Array("theory: t\ntitle: ".utf8) + [0xC3, 0x28] + Array("\n".utf8)
    let contents = StudyReader.read([SourceText(name: "Graph/t.yaml", bytes: bytes)])
    #expect(contents.findings.map(\.code) == ["InvalidUTF8"])
    #expect(contents.findings.first?.position?.line == 2)
    #expect(contents.findings.first?.position?.column == 8)
  }

  @Test("aliases that stand for billions of parts are refused at once")
  func aliasBomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let previous = "*a\(level - 1)"
      text +=
        "a\(level): &a\(level) [\(Array(repeating: previous, count: 10).joined(separator: ", "))]\n"
    }
    let contents = StudyReader.read([SourceText(name: "Graph/t.yaml", text: text)])
    #expect(contents.findings.map(\.code) == ["YAMLAlias"])
  }

  @Test("a byte order mark is named")
  func byteOrderMark() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array(Self.sound.utf8)
    let contents = StudyReader.read([SourceText(name: "Graph/t.yaml", bytes: bytes)])
    #expect(contents.findings.map(\.code) == ["ByteOrderMark"])
    #expect(contents.findings.first?.position?.line == 1)
  }

  @Test("a newer format is refused by name")
  func newerFormat() {
    let contents = StudyReader.read([
      SourceText(name: "Graph/study.yaml", text: "realist: 99\ntitle: Later\n")
    ])
    #expect(contents.findings.map(\.code) == ["NewerFormat"])
  }

  @Test("text is brought to NFC at the door")
  func composition() {
    let contents = StudyReader.read([
      SourceText(
        name: "Graph/s.yaml", text: "sites:\n  cafe: { title: Cafe\u{301}, level: place }\n")
    ])
    #expect(contents.records.first?.properties["title"]?.equals("Caf\u{E9}") == true)
  }
}
