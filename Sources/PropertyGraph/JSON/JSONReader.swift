public import Diagnostics

/// Reads JSON: values of the graph in the notation of the protocol, and trees for messages.
///
/// An object whose only key begins with `$` is a value that JSON has no form for:
/// `{"$float":"NaN"}`, `{"$map":{...}}` for a map with such keys, `{"$temporal":{...}}`, and with a
/// graph at hand `{"$node":{"id":0}}` and `{"$relationship":{"id":0}}`.
public enum JSONReader {
  /// How deep values may nest.
  public static let deepestValue = 1_000
  /// How deep a message may nest: its own levels and two for each of a value's, as `$map` takes.
  static let deepestMessage = 2 * deepestValue + 24

  /// Reads one value; nothing but white space may follow it. O(bytes).
  ///
  /// - Parameters:
  ///   - span: the bytes to read, e.g. the place of a part of a tree; all of them if `nil`.
  ///   - graph: resolves `$node` and `$relationship`; without it they are refused.
  ///
  /// Throws `InvalidJSON`, `InvalidValue`, `IntegerOverflow`, `FloatingPointOverflow` or
  /// `NestingTooDeep` with the place.
  public static func value(
    from bytes: [UInt8], span: Range<Int>? = nil, graph: (any GraphAccess)? = nil
  ) throws(Diagnostic) -> Value {
    try located(in: bytes) { buffer throws(Diagnostic) in
      try value(from: buffer, span: span, graph: graph)
    }
  }

  /// Reads one value from memory; diagnostics carry the span only.
  public static func value(
    from bytes: UnsafeBufferPointer<UInt8>, span: Range<Int>? = nil,
    graph: (any GraphAccess)? = nil
  ) throws(Diagnostic) -> Value {
    var reader = ValueReader(scanner: JSONScanner(bytes, span: span), graph: graph)
    let value = try reader.value(depth: 0)
    try reader.scanner.expectEnd()
    return value
  }

  /// Reads an object of values, e.g. parameters or properties; its keys may begin with `$`.
  public static func map(
    from bytes: [UInt8], span: Range<Int>? = nil, graph: (any GraphAccess)? = nil
  ) throws(Diagnostic) -> PropertyMap {
    try located(in: bytes) { buffer throws(Diagnostic) in
      var reader = ValueReader(scanner: JSONScanner(buffer, span: span), graph: graph)
      guard reader.scanner.peek() == UInt8(ascii: "{") else {
        throw reader.scanner.unexpected("an object")
      }
      let map = try reader.plainMap(depth: 0)
      try reader.scanner.expectEnd()
      return map
    }
  }

  /// Reads an object whose keys are codes of a dictionary, as a store keeps properties:
  /// `{"4":"text","7":12}`. Calls `member` in the order written.
  public static func coded(
    from bytes: UnsafeBufferPointer<UInt8>, member: (_ code: Int, _ value: Value) -> Void
  ) throws(Diagnostic) {
    var reader = ValueReader(scanner: JSONScanner(bytes), graph: nil)
    guard reader.scanner.accept(UInt8(ascii: "{")) else {
      throw reader.scanner.unexpected("an object")
    }
    if !reader.scanner.accept(UInt8(ascii: "}")) {
      repeat {
        let code = try reader.code()
        member(code, try reader.value(depth: 0))
      } while reader.scanner.accept(UInt8(ascii: ","))
      try reader.scanner.expect(UInt8(ascii: "}"), "`,` or `}`")
    }
    try reader.scanner.expectEnd()
  }

  /// Runs `read` over the bytes; what it throws gets them as its source.
  static func located<Result>(
    in bytes: [UInt8], _ read: (UnsafeBufferPointer<UInt8>) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    do throws(Diagnostic) {
      return try bytes.withUnsafeBufferPointer { buffer throws(Diagnostic) in try read(buffer) }
    } catch {
      throw error.inSource(SourceText(name: "input", bytes: bytes))
    }
  }
}

/// Reads values in the notation of the protocol.
struct ValueReader {
  var scanner: JSONScanner
  let graph: (any GraphAccess)?

  mutating func value(depth: Int) throws(Diagnostic) -> Value {
    switch scanner.peek() {
    case UInt8(ascii: "\""): return .text(try scanner.text())
    case .some(UInt8(ascii: "-")), .some(0x30...0x39):
      switch try scanner.number() {
      case .integer(let integer): return .integer(integer)
      case .float(let double): return .float(double)
      }
    case UInt8(ascii: "["): return .list(try list(depth: depth + 1))
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "t"):
      try scanner.expectWord("true")
      return .boolean(true)
    case UInt8(ascii: "f"):
      try scanner.expectWord("false")
      return .boolean(false)
    case UInt8(ascii: "n"):
      try scanner.expectWord("null")
      return .null
    default: throw scanner.unexpected("a value")
    }
  }

  private mutating func list(depth: Int) throws(Diagnostic) -> [Value] {
    try check(depth)
    scanner.position += 1
    var elements: [Value] = []
    if scanner.accept(UInt8(ascii: "]")) { return elements }
    repeat {
      elements.append(try value(depth: depth))
    } while scanner.accept(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "]"), "`,` or `]`")
    return elements
  }

  /// Reads an object, whose first key says whether it is a map or one of the `$` forms.
  private mutating func object(depth: Int) throws(Diagnostic) -> Value {
    try check(depth)
    let opening = scanner.position
    scanner.position += 1
    if scanner.accept(UInt8(ascii: "}")) { return .map(PropertyMap()) }
    var keys = KeysSeen()
    var map = PropertyMap()
    repeat {
      _ = scanner.peek()
      let start = scanner.position
      let key = try keys.next(&scanner)
      if key.utf8.first == UInt8(ascii: "$") {
        guard map.isEmpty, start < scanner.position else {
          throw Wording.dollarKeyInJSON(key, start..<scanner.position)
        }
        return try notation(key, at: start, opening: opening, depth: depth)
      }
      map[key] = try value(depth: depth)
    } while scanner.accept(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "}"), "`,` or `}`")
    return .map(map)
  }

  /// Reads a map in which `$` means nothing.
  mutating func plainMap(depth: Int) throws(Diagnostic) -> PropertyMap {
    guard scanner.peek() == UInt8(ascii: "{") else { throw scanner.unexpected("an object") }
    scanner.position += 1
    var keys = KeysSeen()
    var map = PropertyMap()
    if scanner.accept(UInt8(ascii: "}")) { return map }
    repeat {
      let key = try keys.next(&scanner)
      map[key] = try value(depth: depth)
    } while scanner.accept(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "}"), "`,` or `}`")
    return map
  }

  /// Reads `"12":`.
  mutating func code() throws(Diagnostic) -> Int {
    try scanner.expect(UInt8(ascii: "\""), "a key in double quotes")
    var code = 0
    let start = scanner.position
    while scanner.position < scanner.end {
      let digit = scanner.bytes[scanner.position] &- 0x30
      guard digit <= 9, code < 1 << 32 else { break }
      code = code * 10 + Int(digit)
      scanner.position += 1
    }
    guard scanner.position > start else { throw scanner.unexpected("the code of a key") }
    try scanner.expect(UInt8(ascii: "\""), "the end of the key")
    try scanner.expect(UInt8(ascii: ":"), "`:` after the key")
    return code
  }

  private func check(_ depth: Int) throws(Diagnostic) {
    guard depth <= JSONReader.deepestValue else {
      throw Wording.nestingTooDeepInJSON(at: scanner.position)
    }
  }

  private mutating func notation(
    _ key: Text, at start: Int, opening: Int, depth: Int
  ) throws(Diagnostic) -> Value {
    let value: Value
    switch key {
    case "$map": value = .map(try plainMap(depth: depth))
    case "$float": value = try float()
    case "$temporal": value = try temporal()
    case "$node", "$relationship": value = try entity(isNode: key == "$node")
    default: throw Wording.unknownNotation(key, start..<start + key.utf8.count + 2)
    }
    try scanner.expect(UInt8(ascii: "}"), "`}`: nothing stands beside `\(key)`")
    return value
  }

  private mutating func float() throws(Diagnostic) -> Value {
    _ = scanner.peek()
    let start = scanner.position
    switch try scanner.text() {
    case "NaN": return .float(.nan)
    case "Infinity": return .float(.infinity)
    case "-Infinity": return .float(-.infinity)
    default: throw Wording.unknownFloat(start..<scanner.position)
    }
  }

  private mutating func temporal() throws(Diagnostic) -> Value {
    _ = scanner.peek()
    let start = scanner.position
    let members = try plainMap(depth: JSONReader.deepestValue)
    let span = start..<scanner.position
    guard members.count == 2, case .text(let type) = members["type"],
      case .text(let text) = members["value"]
    else { throw Wording.malformedTemporal(span) }
    guard let kind = TemporalValue.Kind(rawValue: type.string) else {
      throw Wording.unknownTemporalType(type, span)
    }
    guard let temporal = TemporalValue(kind, iso: text) else {
      throw Wording.unreadableTemporal(type, text, span)
    }
    return .temporal(temporal)
  }

  private mutating func entity(isNode: Bool) throws(Diagnostic) -> Value {
    _ = scanner.peek()
    let start = scanner.position
    let members = try plainMap(depth: JSONReader.deepestValue - 2)
    let span = start..<scanner.position
    guard case .integer(let id) = members["id"] else { throw Wording.entityWithoutID(span) }
    if isNode, let row = graph?.node(withID: id) { return .node(row) }
    if !isNode, let row = graph?.relationship(withID: id) { return .relationship(row) }
    throw Wording.unknownEntity(isNode: isNode, id: id, span)
  }
}
