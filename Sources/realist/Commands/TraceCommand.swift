import ArgumentParser
import PropertyGraph
import StudySession

/// `realist trace`.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", _superCommandName: "realist",
    abstract: "Follow causal chains from one element to another.",
    discussion: """
      realist trace principle-of-subsidiarity closer-decisions-better-outcomes
      realist trace a-context an-outcome --up-to 3
      realist trace a-context an-outcome --explain

      The shortest chains come first; each is as good as its weakest step.

      Everything after YIELD in the query language:
      realist query "TRACE FROM a TO b YIELD path, verdict"
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var options: QueryOptions
  @OptionGroup var evidence: StatementOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Configurations that a chain may pass: 6 if not given, 20 at most.", valueName: "steps"))
  var upTo: Int?

  @Flag(name: .long, help: "Show every step with what decided it.")
  var explain = false

  @Argument(
    help: "Where it begins: a context, mechanism, outcome or configuration.",
    completion: .ids(of: "Context", "Mechanism", "Outcome"))
  var from: String

  @Argument(
    help: "Where it ends.", completion: .ids(of: "Context", "Mechanism", "Outcome"))
  var to: String

  func run() throws {
    let session = try study.open()
    var (clause, parameters) = evidence.clause
    parameters["from"] = .text(Text(from))
    parameters["to"] = .text(Text(to))
    var steps = ""
    if let upTo {
      parameters["steps"] = .integer(Int64(upTo))
      steps = " UP TO $steps STEPS"
    }
    let count = try options.run(
      Text("\(explain ? "EXPLAIN " : "")TRACE FROM $from TO $to\(steps)\(clause)"), in: session,
      additional: parameters, nullText: "")
    if count == 0 {
      Console.note(
        "no chain leads from `\(from)` to `\(to)` within these steps; --explain says where it leads"
      )
    }
  }
}
