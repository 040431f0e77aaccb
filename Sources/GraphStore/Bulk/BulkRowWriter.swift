import Diagnostics
import PropertyGraph

/// Writes new rows in the order of their ids, straight from bytes.
final class BulkRowWriter {
  private let putNode: SQLStatement
  private let putRelationship: SQLStatement
  private var properties: [UInt8] = []
  private var key: [UInt8] = []
  private var hasKey = false

  init(_ database: Database) throws(Diagnostic) {
    putNode = try database.prepare("INSERT INTO node (id, labels, key, p) VALUES (?, ?, ?, ?)")
    putRelationship = try database.prepare(
      "INSERT INTO relationship (id, type, start, \"end\", p) VALUES (?, ?, ?, ?, ?)")
  }

  func beginNode(_ id: NodeID, labels: Int64) {
    putNode.bind(1, id)
    putNode.bind(2, labels)
    hasKey = false
    beginProperties()
  }

  func beginRelationship(_ id: RelationshipID, type: Int64, start: NodeID, end: NodeID) {
    putRelationship.bind(1, id)
    putRelationship.bind(2, type)
    putRelationship.bind(3, start)
    putRelationship.bind(4, end)
    beginProperties()
  }

  private func beginProperties() {
    properties.removeAll(keepingCapacity: true)
    properties.append(UInt8(ascii: "{"))
  }

  /// The text of `id` stands beside the other properties.
  func setKey(_ text: UnsafeBufferPointer<UInt8>) {
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: text)
    hasKey = true
  }

  func append(_ prefix: [UInt8], text: UnsafeBufferPointer<UInt8>) {
    appendPrefix(prefix)
    JSONWriter.append(text: text, to: &properties)
  }

  func append(_ prefix: [UInt8], _ value: Value) {
    appendPrefix(prefix)
    JSONWriter.append(value, to: &properties)
  }

  private func appendPrefix(_ prefix: [UInt8]) {
    if properties.count > 1 { properties.append(UInt8(ascii: ",")) }
    properties.append(contentsOf: prefix)
  }

  func endNode() throws(Diagnostic) {
    properties.append(UInt8(ascii: "}"))
    if hasKey { putNode.bind(3, utf8: key) } else { putNode.bindNull(3) }
    try putNode.run(4, utf8: properties)
  }

  func endRelationship() throws(Diagnostic) {
    properties.append(UInt8(ascii: "}"))
    try putRelationship.run(5, utf8: properties)
  }
}
