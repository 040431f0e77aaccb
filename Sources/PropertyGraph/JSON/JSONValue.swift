public import Diagnostics

/// A JSON text as a tree, with the place of every part: for messages and files whose shape the
/// reader of the tree decides. Values of the graph are read by
/// ``JSONReader/value(from:span:graph:)``.
public struct JSONValue: Sendable {
  /// What stands there.
  public enum Content: Sendable {
    case null
    case boolean(Bool)
    /// A number without `.` and exponent.
    case integer(Int64)
    /// A number with `.` or exponent.
    case float(Double)
    case text(Text)
    case list([JSONValue])
    /// Members in the order written; no key occurs twice.
    case object([Member])
  }

  /// One member of an object.
  public struct Member: Sendable {
    /// The key.
    public let key: Text
    /// The value.
    public let value: JSONValue
  }

  /// What stands there.
  public let content: Content
  /// The bytes it takes in the text that was read.
  public let span: Range<Int>

  /// The value under a key, `nil` if this is no object or lacks the key. O(members).
  public subscript(key: Text) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The members, `nil` if this is no object.
  public var members: [Member]? {
    if case .object(let members) = content { return members }
    return nil
  }

  /// The elements, `nil` if this is no list.
  public var elements: [JSONValue]? {
    if case .list(let elements) = content { return elements }
    return nil
  }

  /// The text, `nil` if this is none.
  public var text: Text? {
    if case .text(let text) = content { return text }
    return nil
  }

  /// The integer, `nil` if this is none.
  public var integer: Int64? {
    if case .integer(let integer) = content { return integer }
    return nil
  }

  /// The number as a double, `nil` if this is none.
  public var number: Double? {
    switch content {
    case .integer(let integer): Double(integer)
    case .float(let double): double
    default: nil
    }
  }

  /// The boolean, `nil` if this is none.
  public var boolean: Bool? {
    if case .boolean(let boolean) = content { return boolean }
    return nil
  }

  /// Whether this is `null`.
  public var isNull: Bool {
    if case .null = content { return true }
    return false
  }
}

extension JSONReader {
  /// Reads one JSON text as a tree; nothing but white space may follow it. O(bytes).
  ///
  /// Throws `InvalidJSON`, `IntegerOverflow`, `FloatingPointOverflow` or `NestingTooDeep` with the
  /// place.
  public static func tree(from bytes: [UInt8]) throws(Diagnostic) -> JSONValue {
    try located(in: bytes) { buffer throws(Diagnostic) in
      var scanner = JSONScanner(buffer)
      let tree = try tree(&scanner, depth: 0)
      try scanner.expectEnd()
      return tree
    }
  }

  private static func tree(
    _ scanner: inout JSONScanner, depth: Int
  ) throws(Diagnostic) -> JSONValue {
    let first = scanner.peek()
    let start = scanner.position
    let content = try content(&scanner, first: first, depth: depth)
    return JSONValue(content: content, span: start..<scanner.position)
  }

  private static func content(
    _ scanner: inout JSONScanner, first: UInt8?, depth: Int
  ) throws(Diagnostic) -> JSONValue.Content {
    switch first {
    case UInt8(ascii: "{"):
      return .object(try members(&scanner, depth: depth + 1))
    case UInt8(ascii: "["):
      try checkMessageDepth(depth + 1, at: scanner.position)
      scanner.position += 1
      var elements: [JSONValue] = []
      if scanner.accept(UInt8(ascii: "]")) { return .list(elements) }
      repeat {
        elements.append(try tree(&scanner, depth: depth + 1))
      } while scanner.accept(UInt8(ascii: ","))
      try scanner.expect(UInt8(ascii: "]"), "`,` or `]`")
      return .list(elements)
    case UInt8(ascii: "\""): return .text(try scanner.text())
    case UInt8(ascii: "t"):
      try scanner.expectWord("true")
      return .boolean(true)
    case UInt8(ascii: "f"):
      try scanner.expectWord("false")
      return .boolean(false)
    case UInt8(ascii: "n"):
      try scanner.expectWord("null")
      return .null
    case .some(UInt8(ascii: "-")), .some(0x30...0x39):
      switch try scanner.number() {
      case .integer(let integer): return .integer(integer)
      case .float(let double): return .float(double)
      }
    default: throw scanner.unexpected("a value")
    }
  }

  private static func members(
    _ scanner: inout JSONScanner, depth: Int
  ) throws(Diagnostic) -> [JSONValue.Member] {
    try checkMessageDepth(depth, at: scanner.position)
    scanner.position += 1
    var members: [JSONValue.Member] = []
    var keys = KeysSeen()
    if scanner.accept(UInt8(ascii: "}")) { return members }
    repeat {
      let key = try keys.next(&scanner)
      members.append(JSONValue.Member(key: key, value: try tree(&scanner, depth: depth)))
    } while scanner.accept(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "}"), "`,` or `}`")
    return members
  }

  private static func checkMessageDepth(_ depth: Int, at position: Int) throws(Diagnostic) {
    guard depth <= deepestMessage else { throw Wording.nestingTooDeepInJSON(at: position) }
  }
}

/// Reads the keys of one object and refuses one that comes twice.
struct KeysSeen {
  private var few: [Text] = []
  private var many: Set<Text> = []

  /// Reads `"key":`.
  mutating func next(_ scanner: inout JSONScanner) throws(Diagnostic) -> Text {
    guard scanner.peek() == UInt8(ascii: "\"") else {
      throw scanner.unexpected("a key in double quotes")
    }
    let start = scanner.position
    let key = try scanner.text()
    guard remember(key) else { throw Wording.duplicateKeyInJSON(key, start..<scanner.position) }
    try scanner.expect(UInt8(ascii: ":"), "`:` after the key")
    return key
  }

  private mutating func remember(_ key: Text) -> Bool {
    if many.isEmpty {
      if few.contains(key) { return false }
      few.append(key)
      if few.count > 8 { many = Set(few) }
      return true
    }
    return many.insert(key).inserted
  }
}
