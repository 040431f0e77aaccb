/// A value of the query language at the edges of the system: literals, parameters, properties,
/// results. Inside execution values travel in typed ``Column``s.
public enum Value: Sendable {
  /// The missing or unknown value.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A 64-bit integer.
  case integer(Int64)
  /// An IEEE 754 double.
  case float(Double)
  /// A text.
  case text(Text)
  /// A list; elements may be of any type.
  case list([Value])
  /// A map from keys to values.
  case map(PropertyMap)
  /// A point in time or a duration.
  indirect case temporal(TemporalValue)
  /// A node of the view that the statement runs on.
  case node(NodeRow)
  /// A relationship of the view that the statement runs on.
  case relationship(RelationshipRow)
  /// A path of the view that the statement runs on.
  indirect case path(Path)

  /// Whether this is ``null``.
  @inline(__always)
  public var isNull: Bool {
    if case .null = self { return true }
    return false
  }

  /// The name of the type as the language writes it.
  public var typeName: String {
    switch self {
    case .null: "NULL"
    case .boolean: "BOOLEAN"
    case .integer: "INTEGER"
    case .float: "FLOAT"
    case .text: "STRING"
    case .list: "LIST"
    case .map: "MAP"
    case .temporal(let value): value.typeName
    case .node: "NODE"
    case .relationship: "RELATIONSHIP"
    case .path: "PATH"
    }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral, ExpressibleByNilLiteral,
  ExpressibleByArrayLiteral
{
  /// A text literal.
  public init(stringLiteral value: String) { self = .text(Text(value)) }
  /// An integer literal.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A boolean literal.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// A float literal.
  public init(floatLiteral value: Double) { self = .float(value) }
  /// Null.
  public init(nilLiteral: ()) { self = .null }
  /// A list literal.
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
  /// A text.
  public init(_ string: String) { self = .text(Text(string)) }
}

/// A map from keys to values, ordered by key so that printing and hashing are deterministic.
public struct PropertyMap: Sendable, Sequence, ExpressibleByDictionaryLiteral {
  /// One entry.
  public typealias Element = (key: Text, value: Value)

  private var entries: [Element] = []

  /// An empty map.
  public init() {}

  /// A map of the pairs; of equal keys the last wins.
  public init(_ pairs: some Sequence<(Text, Value)>) {
    for (key, value) in pairs { self[key] = value }
  }

  /// A map written in the source of the program.
  public init(dictionaryLiteral elements: (Text, Value)...) {
    self.init(elements)
  }

  /// Number of entries.
  public var count: Int { entries.count }
  /// Whether there are none.
  public var isEmpty: Bool { entries.isEmpty }
  /// The keys, in code point order.
  public var keys: [Text] { entries.map(\.key) }

  /// The value under a key, `nil` if the key is absent (a key may be present with `null`).
  /// Setting `nil` removes the key. O(log n) to read, O(n) to write.
  public subscript(key: Text) -> Value? {
    get {
      let index = position(of: key)
      // Not `? :`, whose `nil` would be the value null.
      guard index < entries.count, entries[index].key == key else { return .none }
      return entries[index].value
    }
    set {
      let index = position(of: key)
      let present = index < entries.count && entries[index].key == key
      switch (present, newValue) {
      case (true, .some(let value)): entries[index].value = value
      case (true, .none): entries.remove(at: index)
      case (false, .some(let value)): entries.insert((key, value), at: index)
      case (false, .none): break
      }
    }
  }

  /// Iterates the entries in code point order of the keys.
  public func makeIterator() -> IndexingIterator<[Element]> { entries.makeIterator() }

  private func position(of key: Text) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
