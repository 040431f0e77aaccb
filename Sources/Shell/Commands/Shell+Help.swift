import Diagnostics
import PropertyGraph

extension Shell {
  /// `:help` and `:help topic`.
  func help(_ topic: String) throws(Diagnostic) {
    let name = topic.lowercased().drop { $0 == ":" }
    if name.isEmpty { return try show(HelpText.overview) }
    if let lines = HelpText(names: names).topic(String(name)) { return try show(lines) }
    if let command = ShellCommand.named(String(name)) { return try show(HelpText.lines(command)) }
    throw Wording.unknownTopic(
      String(name), known: HelpText.topics.map(\.name) + ShellCommand.all.map(\.name))
  }
}

/// What `:help` says, with examples from the study that is open.
struct HelpText {
  let names: StudyNames

  static let topics: [(name: String, about: String)] = [
    ("queries", "asking: MATCH, WHERE, RETURN"), ("tests", "testing theories, and why"),
    ("result", "the last result as $_"), ("keys", "editing, history, completion"),
    ("commands", "everything that begins with a colon"),
  ]

  static let overview: [String] =
    [
      "A statement ends with a semicolon and may take several lines. Tab completes, also ids.",
      "",
      "  MATCH (t:Theory) RETURN t;            what is in the study",
      "  TEST ALL;                             a verdict on every configuration",
      "  :why                                  the reasoning behind the last verdict",
      "  :describe <id>                        a record with all its links",
      "  :queries                              questions that others have saved",
      "",
      "Topics:",
    ] + topics.map { "  :help \(pad($0.name, 12)) \($0.about)" }

  static func lines(_ command: ShellCommand) -> [String] {
    let usage = command.usage.isEmpty ? "" : " " + command.usage
    let aliases = command.aliases.map { ":" + $0 }.joined(separator: ", ")
    return [":\(command.name)\(usage)", "  \(command.summary)"]
      + (aliases.isEmpty ? [] : ["  also \(aliases)"])
  }

  func topic(_ name: String) -> [String]? {
    switch name {
    case "commands":
      return ShellCommand.all.map { command in
        let usage = command.usage.isEmpty ? "" : " " + command.usage
        return "  " + Self.pad(":\(command.name)\(usage)", 32) + command.summary
      }
    case "keys":
      return [
        "  Tab                completes what the grammar allows there; again: the list",
        "  Up, Down, Ctrl-R   earlier statements, whole; Ctrl-R searches",
        "  Ctrl-C             drops what is typed, or stops the statement that runs",
        "  Ctrl-D             leaves, on an empty line",
        "  Ctrl-A, Ctrl-E     beginning and end of the line; Ctrl with an arrow: by word",
        "  Ctrl-K, Ctrl-W     cuts to the end, cuts a word; Ctrl-Y puts it back",
        "Your own bindings go into ~/.editrc.",
      ]
    case "result":
      return [
        "The last result is the parameter $_: a list of maps, one for each row.",
        "",
        "  TEST ALL;",
        "  UNWIND $_ AS row WITH row WHERE row.voices > 5 RETURN row.configuration, row.verdict;",
        "",
        "Records in it can be walked on from:",
        "",
        "  MATCH (m:Mechanism) RETURN m LIMIT 3;",
        "  UNWIND $_ AS row WITH row.m AS m MATCH (m)<--(x) RETURN m.id, count(x);",
        "",
        ":graph draws it, :why explains its verdict.",
      ]
    case "queries", "query":
      let mechanism = example("Mechanism") ?? "an-id"
      return [
        "  MATCH (m:Mechanism) RETURN m.id, m.title ORDER BY m.id;",
        "  MATCH (e:Evidence)-[:CHALLENGES]->(c:Configuration) RETURN c, count(e) AS items;",
        "  MATCH (m {id: '\(mechanism)'})--(x) RETURN labels(x)[0] AS kind, x;",
        "  CALL search('trust') YIELD node, score RETURN node, score LIMIT 5;",
        "  MATCH (m {id: $id}) RETURN m;        with `:set id \(mechanism)` before",
        "",
        "`:schema` lists the kinds and links, `:schema Evidence` the properties of one. A question",
        "worth keeping is a file in Queries/, which `:run` then knows by name.",
      ]
    case "tests", "test":
      let theory = example("Theory") ?? "a-theory"
      let configuration = example("Configuration") ?? "a-configuration"
      return [
        "  TEST ALL;",
        "  TEST THEORY \(theory);",
        "  TEST CONFIGURATION \(configuration) BY method;",
        "  EXPLAIN TEST CONFIGURATION \(configuration);     every voice with its weight",
        "  :why                                             the same for the last verdict",
        "",
        "Verdicts say how the recorded evidence bears on the theory; they are not effect sizes.",
      ]
    default: return nil
    }
  }

  private func example(_ kind: Text) -> String? { names.ids(ofKinds: [kind]).first?.name }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
