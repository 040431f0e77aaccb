import Diagnostics
import GraphQuery
import PropertyGraph

/// One line of the protocol as understood; see the protocol's page in the documentation.
struct ProtocolRequest: Sendable {
  /// What is asked.
  enum Kind: Sendable {
    case hello
    case query(text: Text, parameters: Range<Int>?, limits: QueryLimits)
    case reset
    case load(Range<Int>)
    case snapshot
    case cancel(Text)
    case procedure(Range<Int>)
    /// A line that asks for nothing we know.
    case malformed(Diagnostic)
  }

  /// The line.
  var line: [UInt8]
  /// The caller's id as JSON, `null` if there is none.
  var id: Text
  var kind: Kind

  /// Understands a line. Never fails: a line that is no request becomes `malformed`.
  init(line: [UInt8]) {
    self.line = line
    id = "null"
    kind = .hello
    do throws(Diagnostic) {
      let tree = try JSONReader.tree(from: line)
      guard tree.members != nil else { throw ProtocolWording.notAnObject() }
      if let given = tree["id"] { id = Text(utf8: line[given.span]) }
      kind = try Self.kind(of: tree, in: line)
    } catch {
      kind = .malformed(error)
    }
  }

  private static func kind(of tree: JSONValue, in line: [UInt8]) throws(Diagnostic) -> Kind {
    if let query = tree["query"] {
      guard let text = query.text else { throw ProtocolWording.mustBe("query", "a text") }
      return .query(
        text: text, parameters: try object(tree["parameters"], "parameters"),
        limits: try limits(tree["limits"]))
    }
    if let target = tree["cancel"] { return .cancel(Text(utf8: line[target.span])) }
    if tree["hello"] != nil { return .hello }
    if tree["reset"] != nil { return .reset }
    if tree["snapshot"] != nil { return .snapshot }
    if let load = tree["load"] {
      guard load.members != nil else { throw ProtocolWording.mustBe("load", "an object") }
      return .load(load.span)
    }
    if let procedure = tree["procedure"] {
      guard procedure.members != nil else { throw ProtocolWording.mustBe("procedure", "an object") }
      return .procedure(procedure.span)
    }
    throw ProtocolWording.unknownRequest(tree.members?.map(\.key.string) ?? [])
  }

  private static func object(
    _ value: JSONValue?, _ name: String
  ) throws(Diagnostic) -> Range<Int>? {
    guard let value, !value.isNull else { return nil }
    guard value.members != nil else { throw ProtocolWording.mustBe(name, "an object") }
    return value.span
  }

  private static func limits(_ value: JSONValue?) throws(Diagnostic) -> QueryLimits {
    var limits = QueryLimits()
    guard let value, !value.isNull else { return limits }
    guard value.members != nil else { throw ProtocolWording.mustBe("limits", "an object") }
    if let seconds = value["seconds"] {
      guard let number = seconds.number, number > 0 else {
        throw ProtocolWording.mustBe("limits.seconds", "a number above 0")
      }
      limits.seconds = number
    }
    if let mebibytes = value["mebibytes"] {
      guard let number = mebibytes.number, number > 0, number < 1e9 else {
        throw ProtocolWording.mustBe("limits.mebibytes", "a number above 0")
      }
      limits = QueryLimits(
        seconds: limits.seconds, bytes: Int(number * Double(QueryLimits.mebibyte)))
    }
    return limits
  }
}
