import ArgumentParser
import Diagnostics
import PropertyGraph
import RealistEvaluation
import Reports
import StudySession

/// `realist rules`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", _superCommandName: "realist",
    abstract: "Show the rules that theory tests judge by, or what other rules would change.",
    discussion: """
      realist rules                            the rules in force, setting by setting
      realist rules --schema > rules.json      the JSON Schema of a rules file, for editors
      realist rules diff other.yaml            verdicts that other rules change, and why
      realist rules diff old.yaml new.yaml     the same between two files
      """,
    subcommands: [RulesShowCommand.self, RulesDiffCommand.self],
    defaultSubcommand: RulesShowCommand.self)
}

/// `realist rules show`, or nothing but `realist rules`.
struct RulesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", _superCommandName: "realist rules",
    abstract: "Show the rules in force, setting by setting, or the schema of a rules file.")

  @OptionGroup var study: StudyOptions

  @Option(name: .long, help: "table, markdown, csv, json or jsonl.")
  var format: TableFormat = .table

  @Flag(name: .long, help: "Print the JSON Schema of a rules file instead.")
  var schema = false

  func run() throws {
    if schema {
      var bytes: [UInt8] = []
      JSONWriter.appendPretty(RulesSchema.value, to: &bytes)
      Console.write(bytes)
      return
    }
    let rules = try study.open().rules()
    let head: [[Value]] = [
      ["name", .text(rules.name), .text(Rules.standard.name), "what reports call them"],
      [
        "rules", .integer(Int64(rules.version)), .integer(Int64(Rules.standard.version)),
        "version of the form of the file",
      ],
      ["(hash)", .text(rules.hash), .text(Rules.standard.hash), "of the file's bytes"],
    ]
    let settings = RuleSetting.all.map { setting -> [Value] in
      [
        .text(setting.path), setting.value(in: rules).map { .text($0) } ?? .null,
        setting.value(in: .standard).map { .text($0) } ?? .null, Value(setting.meaning),
      ]
    }
    Console.write(
      TableWriter.bytes(
        format, columns: ["setting", "value", "default", "meaning"], rows: head + settings,
        options: TableOptions(width: Console.width, color: Console.hasColor, nullText: "")))
  }
}

/// `realist rules diff`.
struct RulesDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", _superCommandName: "realist rules",
    abstract: "List the verdicts of a study that change between two rules files, and why.",
    discussion: """
      realist rules diff other.yaml            from the study's own rules to those
      realist rules diff old.yaml new.yaml     from one file to the other
      """)

  @OptionGroup var study: StudyOptions

  @Option(name: .long, help: "table, markdown, csv, json or jsonl.")
  var format: TableFormat = .table

  @Argument(help: "A rules file; the second is what the first is compared with.")
  var files: [String]

  func validate() throws {
    guard (1...2).contains(files.count) else {
      throw ValidationError("rules diff takes one rules file or two")
    }
  }

  func run() throws {
    let session = try study.open()
    let named = try files.map { try StudySession.rules(inFile: $0) }
    let before = named.count == 2 ? named[0] : try session.rules()
    let difference = try RulesDifference(
      try session.evidence(), from: before, to: named[named.count - 1])
    if format == .table {
      Console.write(Array(Self.settings(difference).utf8))
      if difference.changes.isEmpty { return }
    }
    let rows = difference.changes.map { change -> [Value] in
      [
        .text(change.configuration), Value(change.before.word.rawValue),
        Value(change.after.word.rawValue), Value(change.before.phrase),
        Value(change.after.phrase),
        change.because.isEmpty
          ? "only several settings together"
          : Value(change.because.map(\.string).joined(separator: ", ")),
      ]
    }
    Console.write(
      TableWriter.bytes(
        format,
        columns: [
          "configuration", "before", "after", "decided_before", "decided_after", "because",
        ],
        rows: rows,
        options: TableOptions(width: Console.width, color: Console.hasColor, nullText: "")))
  }

  /// What differs, and how many verdicts that moves.
  private static func settings(_ difference: RulesDifference) -> String {
    var lines = difference.settings.map(\.phrase)
    if lines.isEmpty { lines = ["the rules judge alike: no setting differs"] }
    lines.append(
      "\(difference.changes.count) of \(difference.configurations) verdicts change"
        + (difference.changes.isEmpty ? "" : ":"))
    return lines.joined(separator: "\n") + "\n"
  }
}
