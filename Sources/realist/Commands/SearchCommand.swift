import ArgumentParser
import Diagnostics
import PropertyGraph
import StudySession

/// `realist search`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", _superCommandName: "realist",
    abstract: "Find records by the words in their texts.",
    discussion: """
      realist search 'pooled budgets'
      realist search '"place based" AND trust'
      realist search 'integrat*' --limit 5 --format csv

      Words, "phrases", begin*, AND, OR, NOT. Accents do not matter. The best come first.
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var options: QueryOptions

  @Option(name: .long, help: "Show that many at most.")
  var limit = 20

  @Argument(help: "The words.")
  var words: [String]

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit must be above 0") }
  }

  func run() throws {
    let session = try study.open()
    defer { session.close() }
    try options.run(
      """
      CALL search($search_words) YIELD node, score
      RETURN labels(node)[0] AS kind, node AS record, round(score * 100) / 100 AS score
      ORDER BY score DESC, kind, id(node) LIMIT $search_limit
      """, in: session,
      additional: [
        "search_words": .text(Text(words.joined(separator: " "))),
        "search_limit": .integer(Int64(limit)),
      ])
  }
}
