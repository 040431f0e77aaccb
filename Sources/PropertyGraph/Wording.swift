import Diagnostics

/// Every message of this room, in one place.
enum Wording {
  // MARK: JSON

  static func unexpectedInJSON(_ byte: UInt8?, at position: Int, wanted: String) -> Diagnostic {
    let found = byte.map { printable($0) } ?? "the end of the text"
    return invalidJSON("expected \(wanted), found \(found)", position..<position + 1)
  }

  static func controlInJSON(at position: Int) -> Diagnostic {
    invalidJSON(
      "a control character stands unescaped in a text", position..<position + 1,
      help: "write a line break as `\\n`, others as `\\u0000`")
  }

  static func openTextInJSON(_ span: Range<Int>) -> Diagnostic {
    invalidJSON("this text is not closed", span, help: "end it with `\"`")
  }

  static func invalidUTF8InJSON(_ span: Range<Int>) -> Diagnostic {
    invalidJSON("this text is no valid UTF-8", span)
  }

  static func unknownEscapeInJSON(_ span: Range<Int>) -> Diagnostic {
    invalidJSON(
      "this escape is unknown", span,
      help: "known: \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits")
  }

  static func loneSurrogateInJSON(_ span: Range<Int>) -> Diagnostic {
    invalidJSON(
      "half a surrogate pair is no character", span,
      help: "write both halves, `\\ud83d\\ude00`, or the character itself")
  }

  static func malformedNumberInJSON(_ span: Range<Int>) -> Diagnostic {
    invalidJSON(
      "this is no JSON number", span, help: "write it as 12, -0.5 or 1e-3, without leading zeros")
  }

  static func integerOverflowInJSON(_ span: Range<Int>) -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "IntegerOverflow", "this integer does not fit into 64 bits",
      help: "write it with `.0` to make it a float", span: span)
  }

  static func floatOverflowInJSON(_ span: Range<Int>) -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "FloatingPointOverflow", "this number is too large for a double",
      help: "write {\"$float\":\"Infinity\"} if you mean that", span: span)
  }

  static func duplicateKeyInJSON(_ key: Text, _ span: Range<Int>) -> Diagnostic {
    invalidJSON("the key `\(key)` comes twice in one object", span)
  }

  static func nestingTooDeepInJSON(at position: Int) -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "NestingTooDeep",
      "lists and objects nest deeper than \(JSONReader.deepestValue) levels",
      span: position..<position + 1)
  }

  private static func invalidJSON(
    _ message: String, _ span: Range<Int>, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(phase: .compile, code: "InvalidJSON", message, help: help, span: span)
  }

  private static func printable(_ byte: UInt8) -> String {
    byte > 0x20 && byte < 0x7F
      ? "`\(Unicode.Scalar(byte))`" : "byte 0x" + String(byte, radix: 16, uppercase: true)
  }

  // MARK: The notation of values

  private static let notations = ["$float", "$map", "$temporal", "$node", "$relationship"]

  static func unknownNotation(_ key: Text, _ span: Range<Int>) -> Diagnostic {
    let near = NearestName.help(for: key.string, among: notations, called: "forms")
    return invalidValue(
      "`\(key)` is no form of a value", span,
      help: [near, "a map with such a key is written {\"$map\":{...}}"].compactMap { $0 }
        .joined(separator: "; "))
  }

  static func dollarKeyInJSON(_ key: Text, _ span: Range<Int>) -> Diagnostic {
    invalidValue(
      "the key `\(key)` begins with `$` beside other keys", span,
      help: "a map with such a key is written {\"$map\":{...}}")
  }

  static func unknownFloat(_ span: Range<Int>) -> Diagnostic {
    invalidValue(
      "`$float` takes NaN, Infinity or -Infinity", span,
      help: "other floats are written as numbers with `.` or exponent")
  }

  static func malformedTemporal(_ span: Range<Int>) -> Diagnostic {
    invalidValue(
      "`$temporal` takes a type and a value", span,
      help: "as in {\"$temporal\":{\"type\":\"date\",\"value\":\"1984-10-11\"}}")
  }

  static func unknownTemporalType(_ type: Text, _ span: Range<Int>) -> Diagnostic {
    invalidValue(
      "`\(type)` is no temporal type", span,
      help: NearestName.help(
        for: type.string, among: TemporalValue.Kind.allCases.map(\.rawValue), called: "types"))
  }

  static func unreadableTemporal(_ type: Text, _ text: Text, _ span: Range<Int>) -> Diagnostic {
    invalidValue("`\(text)` is no \(type)", span, help: "write it in ISO 8601")
  }

  static func entityWithoutID(_ span: Range<Int>) -> Diagnostic {
    invalidValue("a node or relationship is named by its integer `id`", span)
  }

  static func unknownEntity(isNode: Bool, id: Int64, _ span: Range<Int>) -> Diagnostic {
    invalidValue(
      "there is no \(isNode ? "node" : "relationship") with id \(id) here", span)
  }

  private static func invalidValue(
    _ message: String, _ span: Range<Int>, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(phase: .compile, code: "InvalidValue", message, help: help, span: span)
  }

  // MARK: Images

  static func unreadableImage(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "UnreadableImage", "the snapshot `\(path)` cannot be read: \(reason)")
  }

  static func damagedImage(_ what: String) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "DamagedImage", "this graph snapshot is damaged: \(what)",
      help: "remove it; it is built anew from the database")
  }

  static func newerImage(_ version: UInt32) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "NewerFormat",
      "this graph snapshot has format \(version); this program knows \(ImageFormat.version)",
      help: "it is built anew from the database")
  }

  static func duplicateID(isNode: Bool, _ id: Int64) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "DuplicateIdentity",
      "two \(isNode ? "nodes" : "relationships") have the id \(id)")
  }

  static func danglingRelationship(_ id: Int64, node: Int64) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "DanglingRelationship",
      "relationship \(id) ends at node \(node), which does not exist")
  }

  static func graphTooLarge() -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "GraphTooLarge",
      "a graph holds at most 4,294,967,294 nodes and as many relationships")
  }

  // MARK: Changing a graph

  static func deletedAccess(isNode: Bool) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "DeletedEntityAccess",
      "the \(isNode ? "node" : "relationship") was deleted by an earlier clause of the statement",
      help: "read what is needed before: `WITH n, n.name AS name DELETE n RETURN name`")
  }

  static func deleteConnectedNode(_ node: GraphChange.NodeImage) -> Diagnostic {
    var name = "the node"
    if case .text(let id) = node.properties["id"] { name += " `\(id)`" }
    return Diagnostic(
      phase: .runtime, code: "DeleteConnectedNode",
      "\(name) still has relationships and cannot be deleted",
      help: "delete them too: DETACH DELETE")
  }

  static func invalidPropertyType(_ key: Text, _ type: String) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "InvalidPropertyType",
      "the property `\(key)` cannot hold a \(type)",
      help: "properties are booleans, numbers, texts, temporal values and lists of these")
  }
}
