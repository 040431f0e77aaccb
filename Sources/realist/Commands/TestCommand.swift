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

      Everything after YIELD in the query language:
      realist query "TEST ALL YIELD configuration, verdict RETURN verdict, count(*)"
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var options: QueryOptions
  @OptionGroup var evidence: StatementOptions

  @Flag(name: .long, help: "Show the reasoning instead of the table.")
  var explain = false

  @Argument(help: "Ids of theories or configurations; none means all.")
  var targets: [String] = []

  func run() throws {
    let session = try study.open()
    let prefix = explain ? "EXPLAIN " : ""
    var (clause, parameters) = evidence.clause
    if targets.isEmpty {
      try options.run(
        Text("\(prefix)TEST ALL\(clause)"), in: session, additional: parameters, nullText: "")
    }
    for target in targets {
      let kind = try session.kind(of: Text(target))
      parameters["target"] = .text(Text(target))
      try options.run(
        Text("\(prefix)TEST \(kind) $target\(clause)"), in: session, additional: parameters,
        nullText: "")
    }
  }
}
