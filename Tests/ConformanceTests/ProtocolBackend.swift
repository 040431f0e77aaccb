import Diagnostics
import GraphQuery
import PropertyGraph

/// The built program behind `serve --stdio --plain`: everything goes through JSON lines.
struct ProtocolBackend: ScenarioBackend {
  struct Broken: Error { var reply: String }

  private let service: Service

  /// An empty graph on a service that other scenarios may have used.
  init(_ service: Service) throws {
    self.service = service
    _ = try ask(#""reset":true"#)
  }

  private func ask(_ request: String) throws -> JSONValue {
    let reply = try service.exchange(Array("{\"id\":1,\(request)}".utf8))
    return try JSONReader.tree(from: reply)
  }

  func declare(_ procedure: DeclaredProcedure) throws {
    let fields = { (fields: [(Text, Text)]) in
      JSONWriter.text(.list(fields.map { .list([.text($0.0), .text($0.1)]) }))
    }
    let rows = JSONWriter.text(.list(procedure.rows.map { .list($0) }))
    let reply = try ask(
      """
      "procedure":{"name":\(JSONWriter.text(.text(procedure.name))),\
      "inputs":\(fields(procedure.inputs.map { ($0.name, $0.type) })),\
      "outputs":\(fields(procedure.outputs.map { ($0.name, $0.type) })),"rows":\(rows)}
      """)
    if reply["error"] != nil { throw Broken(reply: "\(reply)") }
  }

  func answer(
    _ query: String, _ parameters: PropertyMap
  ) throws -> Result<ScenarioAnswer, Diagnostic> {
    let reply = try ask(
      """
      "query":\(JSONWriter.text(.text(Text(query)))),\
      "parameters":\(JSONWriter.text(.map(parameters))),"limits":{"seconds":20}
      """)
    if let error = reply["error"] {
      guard let phase = error["phase"]?.text.flatMap({ Diagnostic.Phase(rawValue: $0.string) }),
        let code = error["code"]?.text, let message = error["message"]?.text
      else { throw Broken(reply: "\(reply)") }
      return .failure(Diagnostic(phase: phase, code: code.string, message.string))
    }
    guard let columns = reply["columns"]?.elements, let rows = reply["rows"]?.elements else {
      throw Broken(reply: "\(reply)")
    }
    return .success(
      ScenarioAnswer(
        columns: columns.compactMap(\.text?.string),
        rows: try rows.map { try ($0.elements ?? []).map { try CanonicalValue($0) } }))
  }

  func snapshot() throws -> GraphSnapshot {
    let reply = try ask(#""snapshot":true"#)
    var snapshot = GraphSnapshot()
    for node in reply["nodes"]?.elements ?? [] {
      let id = try number(node["id"])
      snapshot.nodes.insert(id)
      snapshot.labels.formUnion((node["labels"]?.elements ?? []).compactMap(\.text))
      try insert(node, "n\(id)", into: &snapshot)
    }
    for relationship in reply["relationships"]?.elements ?? [] {
      let id = try number(relationship["id"])
      snapshot.relationships.insert(id)
      try insert(relationship, "r\(id)", into: &snapshot)
    }
    return snapshot
  }

  private func insert(
    _ record: JSONValue, _ name: String, into snapshot: inout GraphSnapshot
  ) throws {
    for member in record["properties"]?.members ?? [] {
      let value = CanonicalValue.text(try CanonicalValue(member.value), ignoringListOrder: false)
      snapshot.properties.insert("\(name) \(member.key) \(value)")
    }
  }

  private func number(_ value: JSONValue?) throws -> Int64 {
    guard let number = value?.integer else { throw Broken(reply: "no id") }
    return number
  }
}

extension CanonicalValue {
  /// A value in the notation of the protocol.
  init(_ value: JSONValue) throws {
    switch value.content {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .integer(number)
    case .float(let number): self = .float(number)
    case .text(let text): self = .text(text.string)
    case .list(let elements): self = .list(try elements.map { try CanonicalValue($0) })
    case .object(let members):
      guard members.count == 1, let only = members.first, only.key.string.hasPrefix("$") else {
        self = .map(try Self.entries(value))
        return
      }
      self = try Self.marked(only.key.string, only.value)
    }
  }

  private static func marked(_ mark: String, _ value: JSONValue) throws -> CanonicalValue {
    switch mark {
    case "$map": return .map(try entries(value))
    case "$float":
      return .float(
        value.text?.string == "NaN"
          ? .nan : value.text?.string == "Infinity" ? .infinity : -.infinity)
    case "$temporal": return .text(value["value"]?.text?.string ?? "")
    case "$node": return try node(value)
    case "$relationship": return try relationship(value)
    case "$path":
      let nodes = value["nodes"]?.elements ?? []
      var parts = try nodes.prefix(1).map { try node($0) }
      for (index, step) in (value["relationships"]?.elements ?? []).enumerated() {
        parts.append(try relationship(step))
        let isForward = step["start"]?.integer == nodes[index]["id"]?.integer
        parts.append(.text(isForward ? "->" : "<-"))
        parts.append(try node(nodes[index + 1]))
      }
      return .path(parts)
    default: throw ProtocolBackend.Broken(reply: mark)
    }
  }

  private static func node(_ value: JSONValue) throws -> CanonicalValue {
    .node(
      labels: (value["labels"]?.elements ?? []).compactMap(\.text?.string),
      properties: try value["properties"].map { try entries($0) } ?? [])
  }

  private static func relationship(_ value: JSONValue) throws -> CanonicalValue {
    .relationship(
      type: value["type"]?.text?.string ?? "",
      properties: try value["properties"].map { try entries($0) } ?? [])
  }

  private static func entries(_ value: JSONValue) throws -> [(String, CanonicalValue)] {
    try (value.members ?? []).map { ($0.key.string, try CanonicalValue($0.value)) }
  }
}
