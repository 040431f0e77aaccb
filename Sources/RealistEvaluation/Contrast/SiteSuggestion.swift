import PropertyGraph

/// Which kind of site would make a contrast possible, in words.
struct SiteSuggestion {
  /// The mechanism or outcome that is looked for, as a title in quotation marks.
  let observed: String
  let isOutcome: Bool
  let effect: ContextEffect?

  /// What to look for where a context is known.
  func text(context: String, lacking: (expected: Int, other: Int)) -> String {
    let isTurned = effect?.isExpectedWithout ?? false
    let with = isTurned ? lacking.other : lacking.expected
    let without = isTurned ? lacking.expected : lacking.other
    let look =
      switch (with, without) {
      case (0, 0): "Look for more sites of both kinds, where this is so and where it is not"
      case (_, 0): "Look for \(Self.sites(with)) where this is so"
      case (0, _): "Look for \(Self.sites(without)) where this is not so"
      default:
        "Look for \(Self.sites(with)) where this is so and \(without) where it is not"
      }
    return "\(look): \(context). See at each whether \(question)."
  }

  /// What to find out at cases that are known by half; `nil` if there are none.
  func halves(of entries: [ContextContrast.Entry]) -> String? {
    let askContext = entries.filter { !$0.context.isKnown && $0.firing.isKnown }
    let askFiring = entries.filter { $0.context.isKnown && !$0.firing.isKnown }
    var asked: [String] = []
    if !askContext.isEmpty { asked.append("\(Self.names(askContext)): is it so there?") }
    if !askFiring.isEmpty {
      asked.append(
        "\(Self.names(askFiring)): \(isOutcome ? "did it come about" : "was it taken up") there?")
    }
    return asked.isEmpty ? nil : "Known by half: \(asked.joined(separator: " "))"
  }

  /// What to ask where no context is recorded that could be compared.
  func textWithoutContext() -> String {
    "No context is recorded that could be compared. Find one site where \(statement) and one where "
      + "not, and ask at both what is different there."
  }

  private var question: String {
    isOutcome ? "this came about: \(observed)" : "this was taken up: \(observed)"
  }

  private var statement: String {
    isOutcome ? "this came about, \(observed)," : "this was taken up, \(observed),"
  }

  private static func sites(_ count: Int) -> String { "\(count) site\(count == 1 ? "" : "s")" }

  private static func names(_ entries: [ContextContrast.Entry]) -> String {
    entries.map(\.studyCase.name.string).joined(separator: ", ")
  }
}
