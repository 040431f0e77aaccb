import Diagnostics
import PropertyGraph

/// Reads all rows into an image.
struct RowReader {
  let database: Database
  let dictionaries: Dictionaries

  /// The image of the state that the open transaction sees. O(rows).
  ///
  /// Throws `Corrupt` for rows that cannot be what we wrote.
  func image(_ header: StateRow) throws(Diagnostic) -> GraphImage {
    let builder = GraphImageBuilder(header.state, leavesLongTextsOut: true)
    try readNodes(builder)
    try readRelationships(builder)
    builder.nextNodeID = max(builder.nextNodeID, header.nextNodeID)
    builder.nextRelationshipID = max(builder.nextRelationshipID, header.nextRelationshipID)
    return try builder.build()
  }

  private func readNodes(_ builder: GraphImageBuilder) throws(Diagnostic) {
    let sets = dictionaries.labelSets.mapValues { builder.labelSet($0) }
    let keys = builderKeys(builder)
    let idKey = builder.key("id")
    let statement = try database.prepare("SELECT id, labels, key, p FROM node ORDER BY id")
    while try statement.step() {
      guard let set = sets[statement.integer(1)] else {
        throw Wording.unknownCode("label set", statement.integer(1), database.path)
      }
      builder.addNode(id: statement.integer(0), labelSet: set)
      if let id = statement.text(2) { builder.setNodeProperty(idKey, .text(id)) }
      try readProperties(statement, 3, keys) { builder.setNodeProperty($0, $1) }
    }
  }

  private func readRelationships(_ builder: GraphImageBuilder) throws(Diagnostic) {
    let types = dictionaries.types.mapValues { builder.type($0) }
    let keys = builderKeys(builder)
    let statement = try database.prepare(
      "SELECT id, type, start, \"end\", p FROM relationship ORDER BY id")
    while try statement.step() {
      guard let type = types[statement.integer(1)] else {
        throw Wording.unknownCode("type", statement.integer(1), database.path)
      }
      builder.addRelationship(
        id: statement.integer(0), type: type, start: statement.integer(2),
        end: statement.integer(3))
      try readProperties(statement, 4, keys) { builder.setRelationshipProperty($0, $1) }
    }
  }

  /// Builder keys by code; codes are dense and begin at 1.
  private func builderKeys(_ builder: GraphImageBuilder) -> [GraphImageBuilder.Key?] {
    let largest = Int(dictionaries.keys.keys.max() ?? 0)
    return (0...largest).map { code in dictionaries.keys[Int64(code)].map { builder.key($0) } }
  }

  private func readProperties(
    _ statement: SQLStatement, _ column: Int32, _ keys: [GraphImageBuilder.Key?],
    _ set: (GraphImageBuilder.Key, Value) -> Void
  ) throws(Diagnostic) {
    var unknown: Int?
    do throws(Diagnostic) {
      _ = try statement.withBytes(column) { bytes throws(Diagnostic) in
        try JSONReader.coded(from: bytes) { code, value in
          if code < keys.count, let key = keys[code] { set(key, value) } else { unknown = code }
        }
      }
    } catch {
      throw Wording.corrupt(database.path, "a property column: \(error.message)")
    }
    if let unknown { throw Wording.unknownCode("property key", Int64(unknown), database.path) }
  }
}
