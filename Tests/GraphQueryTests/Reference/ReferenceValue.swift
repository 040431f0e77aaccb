/// A value of the slow evaluator, with the language's rules for it written out once more.
indirect enum ReferenceValue {
  case null
  case boolean(Bool)
  case integer(Int)
  case text(String)
  case list([ReferenceValue])
  case node(Int)
  case relationship(Int)

  /// Equality in three values.
  func equals(_ other: ReferenceValue) -> Bool? {
    switch (self, other) {
    case (.null, _), (_, .null): return nil
    case (.boolean(let one), .boolean(let two)): return one == two
    case (.integer(let one), .integer(let two)): return one == two
    case (.text(let one), .text(let two)): return one == two
    case (.node(let one), .node(let two)): return one == two
    case (.relationship(let one), .relationship(let two)): return one == two
    case (.list(let one), .list(let two)):
      guard one.count == two.count else { return false }
      return zip(one, two).reduce(Bool?.some(true)) { Logic.and($0, $1.0.equals($1.1)) }
    default: return false
    }
  }

  /// Whether it comes before another, `nil` if the two cannot be compared.
  func isLess(than other: ReferenceValue) -> Bool? {
    switch (self, other) {
    case (.boolean(let one), .boolean(let two)): return !one && two
    case (.integer(let one), .integer(let two)): return one < two
    case (.text(let one), .text(let two)): return one.utf8.lexicographicallyPrecedes(two.utf8)
    case (.list(let one), .list(let two)):
      // The first pair that is not equal decides.
      for (left, right) in zip(one, two) {
        guard let isEqual = left.equals(right) else { return nil }
        if !isEqual { return left.isLess(than: right) }
      }
      return one.count < two.count
    default: return nil
    }
  }

  /// Two values with the same key are the same to DISTINCT and to grouping.
  var key: String {
    switch self {
    case .null: "null"
    case .boolean(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .text(let text): "'\(text)'"
    case .list(let items): "[\(items.map(\.key).joined(separator: ", "))]"
    case .node(let index): "node \(index)"
    case .relationship(let index): "relationship \(index)"
    }
  }

  /// The order of ORDER BY among lists, texts, booleans, numbers and null.
  func sorts(before other: ReferenceValue) -> Bool {
    if case .list(let one) = self, case .list(let two) = other {
      for (left, right) in zip(one, two) where left.key != right.key {
        return left.sorts(before: right)
      }
      return one.count < two.count
    }
    return rank == other.rank ? isLess(than: other) ?? false : rank < other.rank
  }

  private var rank: Int {
    switch self {
    case .node, .relationship: 0
    case .list: 1
    case .text: 2
    case .boolean: 3
    case .integer: 4
    case .null: 5
    }
  }

  /// As a predicate.
  var truth: Bool? { if case .boolean(let flag) = self { flag } else { nil } }

  init(_ truth: Bool?) { self = truth.map(Self.boolean) ?? .null }
}

/// Logic in three values, by its tables.
enum Logic {
  static func and(_ one: Bool?, _ two: Bool?) -> Bool? {
    if one == false || two == false { return false }
    return one == nil || two == nil ? nil : true
  }

  static func or(_ one: Bool?, _ two: Bool?) -> Bool? {
    if one == true || two == true { return true }
    return one == nil || two == nil ? nil : false
  }

  static func not(_ one: Bool?) -> Bool? { one.map { !$0 } }
}
