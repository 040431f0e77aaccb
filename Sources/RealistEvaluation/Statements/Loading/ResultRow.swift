import PropertyGraph

/// A row of a result, read by position. What is missing or of another type is `nil`: an unsound
/// study opens, and what is sound is judged.
struct ResultRow {
  let values: [Value]

  func text(_ position: Int) -> Text? {
    guard position < values.count, case .text(let text) = values[position] else { return nil }
    return text
  }

  func integer(_ position: Int) -> Int? {
    guard position < values.count, case .integer(let number) = values[position] else { return nil }
    return Int(exactly: number)
  }

  func number(_ position: Int) -> Double? {
    guard position < values.count else { return nil }
    switch values[position] {
    case .integer(let number): return Double(number)
    case .float(let number): return number
    default: return nil
    }
  }

  func boolean(_ position: Int) -> Bool? {
    guard position < values.count, case .boolean(let truth) = values[position] else { return nil }
    return truth
  }

  /// A list of texts; one text counts as a list of one.
  func texts(_ position: Int) -> [Text] {
    guard position < values.count else { return [] }
    switch values[position] {
    case .text(let text): return [text]
    case .list(let elements):
      return elements.compactMap { if case .text(let text) = $0 { text } else { nil } }
    default: return []
    }
  }

  /// Two ids, in the first two columns.
  var pair: (Text, Text)? {
    guard let first = text(0), let second = text(1) else { return nil }
    return (first, second)
  }
}
