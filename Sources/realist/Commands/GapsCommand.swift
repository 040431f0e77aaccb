import ArgumentParser
import PropertyGraph
import StudySession

/// `realist gaps`.
struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", _superCommandName: "realist",
    abstract: "List what the evidence leaves open, as questions for the next interview.",
    discussion: """
      realist gaps                              the whole study
      realist gaps working-together             one theory
      realist gaps --explain working-together   which verdicts an answer would change

      Everything after YIELD in the query language:
      realist query "GAPS YIELD gap, question WHERE gap = 'untested'"
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var options: QueryOptions
  @OptionGroup var evidence: StatementOptions

  @Flag(name: .long, help: "Show which verdicts an answer would change.")
  var explain = false

  @Argument(
    help: "The id of a theory; none means the whole study.", completion: .ids(of: "Theory"))
  var theory: String?

  func run() throws {
    let session = try study.open()
    var (clause, parameters) = evidence.clause
    var scope = ""
    if let theory {
      parameters["theory"] = .text(Text(theory))
      scope = " IN THEORY $theory"
    }
    try options.run(
      Text("\(explain ? "EXPLAIN " : "")GAPS\(scope)\(clause)"), in: session,
      additional: parameters, nullText: "")
  }
}
