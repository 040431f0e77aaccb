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

      More options, and everything after YIELD, in the query language:
      realist query "TEST THEORY working-together WITHOUT VOICE 20t3"
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var options: QueryOptions

  @Flag(name: .long, help: "Show the reasoning instead of the table.")
  var explain = false

  @Argument(help: "Ids of theories or configurations; none means all.")
  var targets: [String] = []

  func run() throws {
    let session = try study.open()
    let prefix = explain ? "EXPLAIN " : ""
    if targets.isEmpty {
      try options.run(Text(prefix + "TEST ALL"), in: session, nullText: "")
    }
    for target in targets {
      let kind = try session.kind(of: Text(target))
      try options.run(
        Text("\(prefix)TEST \(kind) $target"), in: session, target: target, nullText: "")
    }
  }
}
