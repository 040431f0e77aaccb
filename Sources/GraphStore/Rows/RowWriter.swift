import Diagnostics
import PropertyGraph

/// Writes nodes and relationships as rows.
final class RowWriter {
  private let dictionaries: Dictionaries
  private let putNode: SQLStatement
  private let removeNode: SQLStatement
  private let freeKey: SQLStatement
  private let putRelationship: SQLStatement
  private let removeRelationship: SQLStatement
  private var bytes: [UInt8] = []

  init(_ database: Database, _ dictionaries: Dictionaries) throws(Diagnostic) {
    self.dictionaries = dictionaries
    putNode = try database.prepare(
      """
      INSERT INTO node (id, labels, key, p) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE \
      SET labels = excluded.labels, key = excluded.key, p = excluded.p
      """)
    removeNode = try database.prepare("DELETE FROM node WHERE id = ?")
    freeKey = try database.prepare("UPDATE node SET key = NULL WHERE id = ?")
    putRelationship = try database.prepare(
      """
      INSERT INTO relationship (id, type, start, "end", p) VALUES (?, ?, ?, ?, ?) \
      ON CONFLICT (id) DO UPDATE SET p = excluded.p
      """)
    removeRelationship = try database.prepare("DELETE FROM relationship WHERE id = ?")
  }

  /// Writes a node, new or changed.
  func put(_ id: NodeID, labels: [Text], properties: PropertyMap) throws(Diagnostic) {
    putNode.bind(1, id)
    putNode.bind(2, try dictionaries.code(ofLabels: labels))
    let key: Text? = if case .text(let id) = properties["id"] { id } else { nil }
    putNode.bind(3, key)
    try encode(properties, leavingOut: key == nil ? nil : "id")
    putNode.bind(4, utf8: bytes)
    try putNode.run()
  }

  /// Takes the `id` from a node that is about to get another one, so that nodes can swap theirs.
  func freeKey(of id: NodeID) throws(Diagnostic) {
    freeKey.bind(1, id)
    try freeKey.run()
  }

  func removeNode(_ id: NodeID) throws(Diagnostic) {
    removeNode.bind(1, id)
    try removeNode.run()
  }

  /// Writes a relationship, new or with other properties.
  func put(
    _ id: RelationshipID, type: Text, start: NodeID, end: NodeID, properties: PropertyMap
  ) throws(Diagnostic) {
    putRelationship.bind(1, id)
    putRelationship.bind(2, try dictionaries.code(ofType: type))
    putRelationship.bind(3, start)
    putRelationship.bind(4, end)
    try encode(properties, leavingOut: nil)
    putRelationship.bind(5, utf8: bytes)
    try putRelationship.run()
  }

  func removeRelationship(_ id: RelationshipID) throws(Diagnostic) {
    removeRelationship.bind(1, id)
    try removeRelationship.run()
  }

  /// Fills `bytes` with `{"4":...}`.
  private func encode(
    _ properties: PropertyMap, leavingOut omitted: Text?
  ) throws(Diagnostic) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(UInt8(ascii: "{"))
    for (name, value) in properties where !value.isNull && name != omitted {
      if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      JSONWriter.append(try dictionaries.code(ofKey: name), to: &bytes)
      bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":")])
      JSONWriter.append(value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }
}
