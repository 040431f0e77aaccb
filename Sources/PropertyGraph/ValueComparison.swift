/// Equality, equivalence and order of values as openCypher 9 defines them (sections
/// "Comparability, equality, orderability and equivalence").
extension Value {
  /// `=`: `nil` where the answer is unknown because null takes part. NaN equals nothing.
  public func equals(_ other: Value) -> Bool? {
    switch (self, other) {
    case (.null, _), (_, .null): return nil
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.integer(let a), .integer(let b)): return a == b
    case (.float(let a), .float(let b)): return a == b
    case (.integer(let a), .float(let b)): return NumberOrder.compare(a, b) == .same
    case (.float(let a), .integer(let b)): return NumberOrder.compare(b, a) == .same
    case (.text(let a), .text(let b)): return a == b
    case (.node(let a), .node(let b)): return a == b
    case (.relationship(let a), .relationship(let b)): return a == b
    case (.path(let a), .path(let b)): return a == b
    case (.temporal(let a), .temporal(let b)): return a.isEqual(to: b)
    case (.list(let a), .list(let b)): return Self.equal(a, b)
    case (.map(let a), .map(let b)): return Self.equal(a, b)
    default: return false
    }
  }

  private static func equal(_ left: [Value], _ right: [Value]) -> Bool? {
    guard left.count == right.count else { return false }
    var isUnknown = false
    for (a, b) in zip(left, right) {
      switch a.equals(b) {
      case .some(false): return false
      case .none: isUnknown = true
      case .some(true): break
      }
    }
    return isUnknown ? nil : true
  }

  private static func equal(_ left: PropertyMap, _ right: PropertyMap) -> Bool? {
    guard left.count == right.count else { return false }
    var isUnknown = false
    for (a, b) in zip(left, right) {
      guard a.key == b.key else { return false }
      switch a.value.equals(b.value) {
      case .some(false): return false
      case .none: isUnknown = true
      case .some(true): break
      }
    }
    return isUnknown ? nil : true
  }

  /// `<`, `<=` and so on: how this value stands to the other, `nil` where they are not comparable
  /// (null, NaN, different types, entities).
  public func compared(to other: Value) -> Ordering? {
    switch (self, other) {
    case (.boolean(let a), .boolean(let b)): return Ordering(a ? 1 : 0, b ? 1 : 0)
    case (.integer(let a), .integer(let b)): return Ordering(a, b)
    case (.float(let a), .float(let b)): return a.isNaN || b.isNaN ? nil : Ordering(a, b)
    case (.integer(let a), .float(let b)): return NumberOrder.compare(a, b)
    case (.float(let a), .integer(let b)): return NumberOrder.compare(b, a)?.reversed
    case (.text(let a), .text(let b)): return Ordering(a, b)
    case (.temporal(let a), .temporal(let b)): return a.compared(to: b)
    case (.list(let a), .list(let b)):
      for (x, y) in zip(a, b) {
        guard let order = x.compared(to: y) else { return nil }
        if order != .same { return order }
      }
      return Ordering(a.count, b.count)
    default: return nil
    }
  }

  /// Whether grouping and `DISTINCT` take the two for one: like `=`, but null is null and NaN is
  /// NaN.
  public func isEquivalent(to other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null): return true
    case (.float(let a), .float(let b)) where a.isNaN && b.isNaN: return true
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.isEquivalent(to: $1) }
    case (.map(let a), .map(let b)):
      return a.count == b.count
        && zip(a, b).allSatisfy { $0.key == $1.key && $0.value.isEquivalent(to: $1.value) }
    default: return equals(other) ?? false
    }
  }

  /// The total order of `ORDER BY`: maps, nodes, relationships, lists, paths, temporal values,
  /// texts, booleans, numbers (NaN after all others), null last.
  public func ordered(before other: Value) -> Ordering {
    let rank = Ordering(orderRank, other.orderRank)
    guard rank == .same else { return rank }
    switch (self, other) {
    case (.map(let a), .map(let b)):
      for (x, y) in zip(a, b) {
        let keys = Ordering(x.key, y.key)
        if keys != .same { return keys }
        let values = x.value.ordered(before: y.value)
        if values != .same { return values }
      }
      return Ordering(a.count, b.count)
    case (.list(let a), .list(let b)):
      for (x, y) in zip(a, b) {
        let order = x.ordered(before: y)
        if order != .same { return order }
      }
      return Ordering(a.count, b.count)
    case (.node(let a), .node(let b)): return Ordering(a, b)
    case (.relationship(let a), .relationship(let b)): return Ordering(a, b)
    case (.path(let a), .path(let b)): return a.ordered(before: b)
    case (.temporal(let a), .temporal(let b)): return a.ordered(before: b)
    case (.float(let a), .float(let b)) where a.isNaN || b.isNaN:
      return Ordering(a.isNaN ? 1 : 0, b.isNaN ? 1 : 0)
    case (.float(let a), .integer) where a.isNaN: return .after
    case (.integer, .float(let b)) where b.isNaN: return .before
    default: return compared(to: other) ?? .same
    }
  }

  private var orderRank: Int {
    switch self {
    case .map: 0
    case .node: 1
    case .relationship: 2
    case .list: 3
    case .path: 4
    case .temporal(let value): 5 + value.orderRank
    case .text: 20
    case .boolean: 21
    case .integer, .float: 22
    case .null: 23
    }
  }
}

/// How one value stands to another.
public enum Ordering: Sendable, Hashable {
  case before, same, after

  /// Compares two comparable things.
  @inline(__always)
  public init<T: Comparable>(_ left: T, _ right: T) {
    self = left < right ? .before : (right < left ? .after : .same)
  }

  /// The same seen from the other side.
  public var reversed: Ordering {
    switch self {
    case .before: .after
    case .same: .same
    case .after: .before
    }
  }
}

/// Compares an integer with a double by value, without losing bits to a conversion.
enum NumberOrder {
  /// `nil` for NaN.
  static func compare(_ integer: Int64, _ double: Double) -> Ordering? {
    if double.isNaN { return nil }
    if double >= 0x1p63 { return .before }
    if double < -0x1p63 { return .after }
    let whole = double.rounded(.towardZero)
    let order = Ordering(integer, Int64(whole))
    return order == .same ? Ordering(0, double - whole) : order
  }
}

extension Path {
  func ordered(before other: Path) -> Ordering {
    for index in 0..<min(nodes.count, other.nodes.count) {
      let byNode = Ordering(nodes[index], other.nodes[index])
      if byNode != .same { return byNode }
      if index < relationships.count, index < other.relationships.count {
        let byRelationship = Ordering(relationships[index], other.relationships[index])
        if byRelationship != .same { return byRelationship }
      }
    }
    return Ordering(nodes.count, other.nodes.count)
  }
}

/// A value as a key of grouping, `DISTINCT` and hash joins: equal when equivalent.
public struct GroupingKey: Sendable, Hashable {
  /// The value.
  public let value: Value

  /// Wraps a value.
  public init(_ value: Value) { self.value = value }

  /// Equivalence.
  public static func == (left: GroupingKey, right: GroupingKey) -> Bool {
    left.value.isEquivalent(to: right.value)
  }

  /// Hashes so that equivalent values (1 and 1.0) agree.
  public func hash(into hasher: inout Hasher) {
    Self.hash(value, into: &hasher)
  }

  private static func hash(_ value: Value, into hasher: inout Hasher) {
    switch value {
    case .null: hasher.combine(0 as UInt8)
    case .boolean(let flag): hasher.combine(flag)
    case .integer(let number): hasher.combine(number)
    case .float(let number):
      if number.isNaN {
        hasher.combine(1 as UInt8)
      } else if let whole = Int64(exactly: number) {
        hasher.combine(whole)
      } else {
        hasher.combine(number)
      }
    case .text(let text): hasher.combine(text)
    case .list(let elements):
      hasher.combine(elements.count)
      for element in elements { hash(element, into: &hasher) }
    case .map(let entries):
      hasher.combine(entries.count)
      for (key, entry) in entries {
        hasher.combine(key)
        hash(entry, into: &hasher)
      }
    case .temporal(let temporal): temporal.hashForGrouping(into: &hasher)
    case .node(let row): hasher.combine(row)
    case .relationship(let row): hasher.combine(row)
    case .path(let path): hasher.combine(path)
    }
  }
}
