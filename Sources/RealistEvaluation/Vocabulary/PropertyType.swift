public import PropertyGraph

/// What a property of the vocabulary may hold. Dates are texts (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`):
/// documents often print no more than a month, and an invented day would be an invented fact.
public enum PropertyType: Sendable, Hashable {
  /// Any text that is not empty.
  case text
  /// A whole number, within bounds where the vocabulary gives them.
  case integer(ClosedRange<Int64>?)
  /// A number, whole or not.
  case number
  /// `true` or `false`.
  case boolean
  /// A ``PartialDate``, kept as text.
  case date
  /// One word of a closed list.
  case oneOf([Text])
  /// A list of texts; one text alone counts as a list of one in a file.
  case textList

  /// Whether a value is of this type. `null` is of none: an absent property is simply absent.
  public func accepts(_ value: Value) -> Bool {
    switch (self, value) {
    case (.text, .text(let text)): !text.isEmpty
    case (.integer(let bounds), .integer(let number)): bounds?.contains(number) ?? true
    case (.number, .integer), (.boolean, .boolean): true
    case (.number, .float(let number)): number.isFinite
    case (.date, .text(let text)): PartialDate(text) != nil
    case (.oneOf(let words), .text(let text)): words.contains(text)
    case (.textList, .list(let elements)): elements.allSatisfy { PropertyType.text.accepts($0) }
    default: false
    }
  }

  /// What was expected, to end the sentence "… must be".
  public var expectation: String {
    switch self {
    case .text: "a text that is not empty"
    case .integer(.none): "a whole number"
    case .integer(.some(let bounds)) where bounds.upperBound == .max:
      "a whole number from \(bounds.lowerBound) up"
    case .integer(.some(let bounds)):
      "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .number: "a number"
    case .boolean: "true or false"
    case .date: "a date: YYYY, YYYY-MM or YYYY-MM-DD"
    case .oneOf(let words): "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
    case .textList: "a list of texts"
    }
  }
}
