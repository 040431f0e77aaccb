import Glibc
import GraphQuery
import PropertyGraph
import Testing

/// Every question of `Queries/` is asked with its defaults, and the answer is compared with the one
/// in `Golden/`. `RECORD=1` writes the answers anew; then read the difference before you keep it: a
/// changed verdict is a changed finding.
@Suite("Saved questions")
struct QuestionsTests {
  static let golden = RealStudy.path + "/Tests/StudyTests/Golden"

  static let isRecording = getenv("RECORD") != nil

  @Test("there are many, and each has its answer")
  func some() {
    #expect(SavedQuestion.all.count >= 45)
    let names = SavedQuestion.all.map(\.name)
    #expect(Self.isRecording || TextFile.names(in: Self.golden, ending: ".txt") == names)
  }

  @Test("each says what it asks and what the answer means", arguments: SavedQuestion.all)
  func header(_ question: SavedQuestion) {
    for key in ["title", "question", "meaning"] {
      #expect(!question.said(key).isEmpty, "\(question.name): no `// \(key): …`")
    }
    let known: Set<String> = ["title", "question", "meaning", "parameter"]
    #expect(question.header.allSatisfy { known.contains($0.key) })
    #expect(question.said("question").hasSuffix("?"))
    #expect(Set(question.defaults.map(\.name)) == question.usedParameters)
    #expect(question.defaults.allSatisfy { !$0.value.isEmpty })
    let last = question.query.split(separator: "RETURN ").last ?? ""
    #expect(last.contains("ORDER BY"), "\(question.name): the answer has no order")
  }

  @Test("each names only ids that exist")
  func ids() throws {
    let rows = try RealStudy.rows("MATCH (n) RETURN n.id ORDER BY n.id")
    let ids = Set(rows.compactMap { $0[0].asText })
    // Words of the vocabulary that look like ids.
    let words: Set<String> = ["case-for-change", "local-condition"]
    for question in SavedQuestion.all {
      for name in question.idsNamed where !ids.contains(name) && !words.contains(name) {
        // A default may be a date; a text may be the beginning of several ids.
        if name.allSatisfy({ $0.isNumber || $0 == "-" }) { continue }
        #expect(ids.contains { $0.hasPrefix(name) }, "\(question.name) names `\(name)`")
      }
    }
  }

  @Test("the answer is the one on file", arguments: SavedQuestion.all)
  func answer(_ question: SavedQuestion) throws {
    let answer = try RealStudy.answer(Text(question.text), parameters: question.parameters)
    #expect(
      !answer.rows.isEmpty || question.said("meaning").contains("mpty"),
      "an empty answer, and the header does not say what that means")
    let text = Self.page(question, answer)
    let file = "\(Self.golden)/\(question.name).txt"
    if Self.isRecording {
      try TextFile.write(text, to: file)
      return
    }
    let expected = try TextFile.lines(of: file)
    let now = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let changed = zip(expected, now).filter { $0.0 != $0.1 }
    #expect(
      expected == now,
      """
      \(question.name): \(changed.count) changed lines, \(now.count - expected.count) more lines; \
      the first: \(changed.first.map { "was `\($0.0)`, is `\($0.1)`" } ?? "at the end")
      """)
  }

  /// An answer for a person to read and a difference to show.
  private static func page(_ question: SavedQuestion, _ answer: QueryResult) -> String {
    var lines = [question.said("title"), question.said("question")]
    lines += question.defaults.map { "\($0.name) = \($0.value)" }
    lines.append(answer.rows.count == 1 ? "1 row" : "\(answer.rows.count) rows")
    lines.append("")
    lines.append(answer.columns.map(\.string).joined(separator: " | "))
    lines += answer.rows.map { $0.map(cell).joined(separator: " | ") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func cell(_ value: Value) -> String {
    switch value {
    case .null: "-"
    case .text(let text): text.string
    case .integer(let number): String(number)
    case .float(let number): String(number)
    case .boolean(let flag): String(flag)
    case .list(let elements): "[" + elements.map(cell).joined(separator: ", ") + "]"
    default: "(not a plain value)"
    }
  }
}
