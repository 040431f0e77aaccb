/// Writes JSON: values of the graph in the notation of the protocol. The same value always gives
/// the same bytes; what is written reads back as the same value, bit for bit.
public enum JSONWriter {
  /// Appends a value. Nodes, relationships and paths are looked up in `graph`; without one they
  /// appear by their row only. O(size of the value).
  public static func append(
    _ value: Value, graph: (any GraphAccess)? = nil, to bytes: inout [UInt8]
  ) {
    switch value {
    case .null: appendLiteral("null", to: &bytes)
    case .boolean(let flag): appendLiteral(flag ? "true" : "false", to: &bytes)
    case .integer(let integer): append(integer, to: &bytes)
    case .float(let double): append(double, to: &bytes)
    case .text(let text): append(text, to: &bytes)
    case .list(let elements):
      appendList(elements, to: &bytes) { element, bytes in
        append(element, graph: graph, to: &bytes)
      }
    case .map(let map):
      let needsMark = map.contains { $0.key.utf8.first == UInt8(ascii: "$") }
      if needsMark { appendLiteral("{\"$map\":", to: &bytes) }
      append(map, graph: graph, to: &bytes)
      if needsMark { bytes.append(UInt8(ascii: "}")) }
    case .temporal(let temporal):
      appendLiteral("{\"$temporal\":{\"type\":\"", to: &bytes)
      bytes.append(contentsOf: temporal.kind.rawValue.utf8)
      appendLiteral("\",\"value\":", to: &bytes)
      append(temporal.isoText, to: &bytes)
      appendLiteral("}}", to: &bytes)
    case .node(let row):
      appendLiteral("{\"$node\":", to: &bytes)
      append(row, graph: graph, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    case .relationship(let row):
      appendLiteral("{\"$relationship\":", to: &bytes)
      append(row, graph: graph, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    case .path(let path):
      appendLiteral("{\"$path\":{\"nodes\":", to: &bytes)
      appendList(path.nodes, to: &bytes) { append($0, graph: graph, to: &$1) }
      appendLiteral(",\"relationships\":", to: &bytes)
      appendList(path.relationships, to: &bytes) { append($0, graph: graph, to: &$1) }
      appendLiteral("}}", to: &bytes)
    }
  }

  /// Appends a map as an object, whatever its keys begin with.
  public static func append(
    _ map: PropertyMap, graph: (any GraphAccess)? = nil, to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    for (key, value) in map {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      append(key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      append(value, graph: graph, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Appends a node: `{"id":0,"labels":["A"],"properties":{...}}`.
  public static func append(
    _ row: NodeRow, graph: (any GraphAccess)?, to bytes: inout [UInt8]
  ) {
    guard let graph else { return appendRow(row.index, to: &bytes) }
    appendLiteral("{\"id\":", to: &bytes)
    append(graph.id(of: row), to: &bytes)
    appendLiteral(",\"labels\":", to: &bytes)
    appendList(graph.labels(of: row), to: &bytes) { append($0, to: &$1) }
    appendLiteral(",\"properties\":", to: &bytes)
    append(graph.properties(of: row), graph: graph, to: &bytes)
    bytes.append(UInt8(ascii: "}"))
  }

  /// Appends a relationship: `{"id":0,"type":"T","start":0,"end":1,"properties":{...}}`.
  public static func append(
    _ row: RelationshipRow, graph: (any GraphAccess)?, to bytes: inout [UInt8]
  ) {
    guard let graph else { return appendRow(row.index, to: &bytes) }
    appendLiteral("{\"id\":", to: &bytes)
    append(graph.id(of: row), to: &bytes)
    appendLiteral(",\"type\":", to: &bytes)
    append(graph.name(of: graph.type(of: row)), to: &bytes)
    appendLiteral(",\"start\":", to: &bytes)
    append(graph.id(of: graph.start(of: row)), to: &bytes)
    appendLiteral(",\"end\":", to: &bytes)
    append(graph.id(of: graph.end(of: row)), to: &bytes)
    appendLiteral(",\"properties\":", to: &bytes)
    append(graph.properties(of: row), graph: graph, to: &bytes)
    bytes.append(UInt8(ascii: "}"))
  }

  /// Appends a text in quotes.
  public static func append(_ text: Text, to bytes: inout [UInt8]) {
    text.withBytes { append(text: $0, to: &bytes) }
  }

  /// Appends a text in quotes from its bytes (UTF-8).
  public static func append(text source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    append(escaping: source, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a piece of a text, without quotes; pieces may begin anywhere.
  public static func append(
    escaping source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) {
    var start = 0
    for index in 0..<source.count {
      let byte = source[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
      appendEscape(of: byte, to: &bytes)
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
  }

  /// Appends an integer.
  public static func append(_ integer: Int64, to bytes: inout [UInt8]) {
    if (0...9).contains(integer) {
      bytes.append(UInt8(ascii: "0") + UInt8(integer))
    } else {
      bytes.append(contentsOf: integer.description.utf8)
    }
  }

  /// Appends a double: the shortest text that reads back as the same bits, with `.` or exponent;
  /// `{"$float":"NaN"}` and so on for what JSON has no number.
  public static func append(_ double: Double, to bytes: inout [UInt8]) {
    if double.isNaN {
      appendLiteral("{\"$float\":\"NaN\"}", to: &bytes)
    } else if double.isInfinite {
      appendLiteral(
        double < 0 ? "{\"$float\":\"-Infinity\"}" : "{\"$float\":\"Infinity\"}", to: &bytes)
    } else {
      bytes.append(contentsOf: double.description.utf8)
    }
  }

  /// Appends `[`, the elements with commas between them, `]`.
  public static func appendList<Element, Failure>(
    _ elements: some Sequence<Element>, to bytes: inout [UInt8],
    element: (Element, inout [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    bytes.append(UInt8(ascii: "["))
    var isFirst = true
    for each in elements {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      try element(each, &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// The value as a text; see ``append(_:graph:to:)``.
  public static func text(_ value: Value, graph: (any GraphAccess)? = nil) -> Text {
    var bytes: [UInt8] = []
    append(value, graph: graph, to: &bytes)
    return Text(utf8: bytes)
  }

  private static func appendRow(_ row: UInt32, to bytes: inout [UInt8]) {
    appendLiteral("{\"row\":", to: &bytes)
    append(Int64(row), to: &bytes)
    bytes.append(UInt8(ascii: "}"))
  }

  private static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      appendLiteral("u00", to: &bytes)
      for nibble in [byte >> 4, byte & 0xF] {
        bytes.append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
      }
    }
  }

  @inline(__always)
  private static func appendLiteral(_ literal: StaticString, to bytes: inout [UInt8]) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(
        start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }
}
