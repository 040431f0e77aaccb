import Diagnostics
import PropertyGraph

/// A value of three-valued logic.
enum Truth: UInt8 {
  case no, yes, unknown

  init(_ flag: Bool?) {
    switch flag {
    case .some(true): self = .yes
    case .some(false): self = .no
    case .none: self = .unknown
    }
  }

  var value: Value {
    switch self {
    case .no: .boolean(false)
    case .yes: .boolean(true)
    case .unknown: .null
    }
  }
}

extension Column {
  /// A column of truth values.
  init(truths: [Truth]) {
    let cells = truths.map { $0 == .yes }
    let hasUnknown = truths.contains(.unknown)
    self.init(
      .boolean(cells), validity: hasUnknown ? truths.map { $0 != .unknown } : nil,
      count: truths.count)
  }

  /// The cells as truth values; anything but a boolean or null is an error.
  func truths(_ span: Span) throws(Diagnostic) -> [Truth] {
    switch storage {
    case .boolean(let cells):
      guard let validity else { return cells.map { $0 ? .yes : .no } }
      return zip(cells, validity).map { $1 ? ($0 ? .yes : .no) : .unknown }
    case .constant(let value):
      return Array(repeating: try Self.truth(of: value, span), count: count)
    default:
      var truths: [Truth] = []
      truths.reserveCapacity(count)
      for row in 0..<count { truths.append(try Self.truth(of: self[row], span)) }
      return truths
    }
  }

  private static func truth(of value: Value, _ span: Span) throws(Diagnostic) -> Truth {
    switch value {
    case .boolean(let flag): flag ? .yes : .no
    case .null: .unknown
    default: throw ExecutionWording.notABoolean(value, span)
    }
  }
}
