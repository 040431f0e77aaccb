public import PropertyGraph

/// A value compared by type and bits: 1 is not 1.0, -0.0 is not 0.0, NaN is NaN.
public struct Exact: Equatable, CustomStringConvertible {
  /// The value.
  public let value: Value

  /// Wraps a value.
  public init(_ value: Value) { self.value = value }

  /// The value as JSON.
  public var description: String { JSONWriter.text(value).string }

  /// Same type, same bits.
  public static func == (left: Exact, right: Exact) -> Bool {
    switch (left.value, right.value) {
    case (.null, .null): true
    case (.boolean(let a), .boolean(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern || a.isNaN && b.isNaN
    case (.text(let a), .text(let b)): a == b
    case (.temporal(let a), .temporal(let b)): a == b
    case (.list(let a), .list(let b)): a.map(Exact.init) == b.map(Exact.init)
    case (.map(let a), .map(let b)):
      a.keys == b.keys && a.map { Exact($0.value) } == b.map { Exact($0.value) }
    case (.node(let a), .node(let b)): a == b
    case (.relationship(let a), .relationship(let b)): a == b
    case (.path(let a), .path(let b)): a == b
    default: false
    }
  }
}
