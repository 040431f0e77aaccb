import Testing

@testable import Shell

/// What fingers type that are used to other programs.
@Suite("Slips")
struct SlipTests {
  @Test(
    "a command of another program is answered with ours",
    arguments: [
      ("\\d", ":schema"), ("\\dt", ":schema"), (".tables", ":schema"),
      (".read x.cypher", ":source"),
      ("\\timing", ":time"), (".mode csv", ":format"), ("\\o file", ":output"),
      ("\\nonsense", ":help commands"), ("schema", ":schema"), ("queries;", ":queries"),
      ("describe t3-subsidiarity", ":describe t3-subsidiarity"), ("clear", "Ctrl-L"),
    ])
  func foreign(line: String, instead: String) {
    guard case .foreign(_, let answer)? = Slip(line, isInside: false) else {
      Issue.record("\(line) is no slip")
      return
    }
    #expect(answer == instead)
  }

  @Test("leaving and asking for help are understood", arguments: ["quit", "exit;", "\\q", ".exit"])
  func leaving(line: String) {
    #expect(Slip(line, isInside: false) == .leaving)
    #expect(Slip("help", isInside: false) == .askingForHelp)
    #expect(Slip("\\?", isInside: false) == .askingForHelp)
  }

  @Test(
    "a statement is none",
    arguments: [
      "MATCH", "RETURN 1;", ":help", "", ";", "CREATE (n);", "TEST ALL;", "explain",
    ])
  func statements(line: String) { #expect(Slip(line, isInside: false) == nil) }

  @Test("inside a statement only a command alone is one")
  func inside() {
    #expect(Slip("quit", isInside: true) == .insideStatement(word: "quit"))
    #expect(Slip(":help", isInside: true) == .insideStatement(word: ":help"))
    for line in [":Theory)", ".title", "AS quit", "schema", "n:help"] {
      #expect(Slip(line, isInside: true) == nil, "\(line)")
    }
  }
}
