import ArgumentParser
import Diagnostics
import PropertyGraph
import Reports
import StudySession

/// `realist test`.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", _superCommandName: "realist",
    abstract: "Test programme theories against the evidence.",
    discussion: """
      realist test                              every theory
      realist test working-together             one theory or configuration
      realist test --explain t3-subsidiarity    the reasoning, step by step

      realist test t3-subsidiarity --without voice=20t3
      realist test --by method t3-subsidiarity

      realist test --require supported t3-subsidiarity --require-not challenged
                                                for scripts: ends with 1 where a verdict is otherwise
      realist test --format json                every verdict with its whole reasoning

      Everything after YIELD in the query language:
      realist query "TEST ALL YIELD configuration, verdict RETURN verdict, count(*)"
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var options: QueryOptions
  @OptionGroup var evidence: StatementOptions

  @Flag(name: .long, help: "Show the reasoning instead of the table.")
  var explain = false

  @Argument(
    help: "Ids of theories or configurations; none means all.",
    completion: .ids(of: "Theory", "Configuration"))
  var targets: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      "End with 1 unless the verdict is that or better: a word, then ids; none means all.",
      valueName: "word id"))
  var require: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      "End with 1 if the verdict is that: a word, then ids; none means all.", valueName: "word id"))
  var requireNot: [String] = []

  func validate() throws {
    if evidence.by != nil, !(require.isEmpty && requireNot.isEmpty) {
      throw ValidationError("--require takes the whole table: leave --by out")
    }
  }

  func run() throws {
    let session = try study.open()
    var requirements: [Requirement] = []
    requirements += try Requirement.all(require, isMet: true, targets: targets)
    requirements += try Requirement.all(requireNot, isMet: false, targets: targets)
    if requirements.isEmpty { return try show(session) }
    try Requirements(
      session: session, options: options, clause: evidence.clause.text,
      parameters: evidence.clause.parameters
    ).check(requirements)
  }

  /// Prints the table, or the reasoning. JSON has every column, the whole reasoning among them.
  private func show(_ session: StudySession) throws {
    let isJSON = options.format == .json || options.format == .jsonl
    let prefix = explain && !isJSON ? "EXPLAIN " : ""
    let suffix = isJSON ? " YIELD *" : ""
    var (clause, parameters) = evidence.clause
    if targets.isEmpty {
      try options.run(
        Text("\(prefix)TEST ALL\(clause)\(suffix)"), in: session, additional: parameters,
        nullText: "")
    }
    for target in targets {
      let kind = try session.kind(of: Text(target))
      parameters["target"] = .text(Text(target))
      try options.run(
        Text("\(prefix)TEST \(kind) $target\(clause)\(suffix)"), in: session,
        additional: parameters, nullText: "")
    }
  }
}
