import ArgumentParser
import PropertyGraph
import StudySession

/// `realist contrast`.
struct ContrastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contrast", _superCommandName: "realist",
    abstract: "Compare a mechanism across contexts, case by case.",
    discussion: """
      realist contrast principle-of-subsidiarity
      realist contrast principle-of-subsidiarity --across oversight-regime
      realist contrast principle-of-subsidiarity --explain
      realist contrast principle-of-subsidiarity --without voice=20t3

      Without --across: every candidate context, those that tell the cases apart first.

      Everything after YIELD in the query language:
      realist query "CONTRAST MECHANISM m YIELD context, reading"
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var options: QueryOptions
  @OptionGroup var evidence: StatementOptions

  @Option(
    name: .long,
    help: ArgumentHelp("The context to compare; none means every candidate.", valueName: "context"))
  var across: [String] = []

  @Flag(name: .long, help: "Show the table of cases and the items behind it.")
  var explain = false

  @Argument(help: "The id of the mechanism.", completion: .ids(of: "Mechanism"))
  var mechanism: String

  func run() throws {
    let session = try study.open()
    var (clause, parameters) = evidence.clause
    parameters["mechanism"] = .text(Text(mechanism))
    var contexts: [String] = []
    for (number, context) in across.enumerated() {
      parameters[Text("context_\(number)")] = .text(Text(context))
      contexts.append("$context_\(number)")
    }
    let across = contexts.isEmpty ? "" : " ACROSS CONTEXT \(contexts.joined(separator: ", "))"
    try options.run(
      Text("\(explain ? "EXPLAIN " : "")CONTRAST MECHANISM $mechanism\(across)\(clause)"),
      in: session, additional: parameters, nullText: "")
  }
}
