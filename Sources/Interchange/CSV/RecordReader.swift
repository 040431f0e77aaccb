import Diagnostics
import GraphStore
import PropertyGraph

/// Streams the records of one table into the graph.
struct RecordReader {
  private let table: TableFile
  private let types: [ColumnType?]
  private let keys: [BulkGraphWriter.Key?]
  private let bulk: BulkGraphWriter
  private let ids: IdentitySpaces
  private let identity: (column: Int, space: Text)?
  private let ends: (start: Int, startSpace: Text, end: Int, endSpace: Text)?
  /// The column that says labels or type.
  private let naming: Int?

  init(
    _ table: TableFile, _ bulk: BulkGraphWriter, _ ids: IdentitySpaces
  ) throws(Diagnostic) {
    self.table = table
    self.bulk = bulk
    self.ids = ids
    types = try ColumnTyping.types(of: table)
    var keys: [BulkGraphWriter.Key?] = []
    var identity: (Int, Text)?
    var start: (Int, Text)?
    var end: (Int, Text)?
    var naming: Int?
    for (index, column) in table.columns.enumerated() {
      keys.append(try column.name.map { name throws(Diagnostic) in try bulk.key(name) })
      switch column.role {
      case .identity(let space): identity = (index, space)
      case .start(let space): start = (index, space)
      case .end(let space): end = (index, space)
      case .labels, .type: naming = index
      case .ignored, .property: break
      }
    }
    self.keys = keys
    self.identity = identity
    self.naming = naming
    if let start, let end {
      ends = (start.0, start.1, end.0, end.1)
    } else {
      ends = nil
    }
  }

  /// Records between two reports of progress.
  private static let step: Int64 = 1 << 16

  func read(_ report: (Int64) -> Void) throws(Diagnostic) {
    ids.begin(table.name, at: bulk.nodeCount)
    let plainSet = try table.isOfRelationships ? nil : bulk.labelSet(labels(of: nil))
    let plainType = try table.isOfRelationships ? bulk.type(table.nameOfRecords ?? "") : nil
    var scanner = table.firstRecord
    var fields: [CSVScanner.Field] = []
    while try scanner.next(into: &fields) {
      try table.checkWidth(fields.count, line: scanner.line)
      if let ends {
        let start = try node(fields[ends.start], ends.startSpace, scanner)
        let end = try node(fields[ends.end], ends.endSpace, scanner)
        let type = try naming.map { column throws(Diagnostic) in
          try self.type(fields[column], scanner)
        }
        guard let type = type ?? plainType else { continue }
        _ = bulk.beginRelationship(type, start: start, end: end)
      } else {
        let set = try naming.map { column throws(Diagnostic) in
          try bulk.labelSet(labels(of: scanner.text(of: fields[column])))
        }
        guard let set = set ?? plainSet else { continue }
        try identify(bulk.beginNode(set), fields, scanner)
      }
      try setProperties(fields, scanner)
      try bulk.endRecord()
      let records = bulk.nodeCount + bulk.relationshipCount
      if records % Self.step == 0 {
        table.file.forget(before: scanner.position)
        report(records)
      }
    }
    report(bulk.nodeCount + bulk.relationshipCount)
  }

  // MARK: Names and ends

  /// Labels in a field are separated by `;`.
  private func labels(of field: String?) -> [Text] {
    let own = table.nameOfRecords.map { [$0] } ?? []
    return own + (field ?? "").split(separator: ";").map { Text(String($0)) }
  }

  private func type(
    _ field: CSVScanner.Field, _ scanner: CSVScanner
  ) throws(Diagnostic) -> BulkGraphWriter.RelationshipType {
    guard !field.isEmpty else {
      if let name = table.nameOfRecords { return try bulk.type(name) }
      throw Wording.emptyType(table.name, line: scanner.line)
    }
    return try bulk.type(Text(scanner.text(of: field)))
  }

  private func identify(
    _ node: NodeID, _ fields: [CSVScanner.Field], _ scanner: CSVScanner
  ) throws(Diagnostic) {
    guard let identity else { return }
    let field = fields[identity.column]
    guard !field.isEmpty else { throw Wording.emptyIdentity(table.name, line: scanner.line) }
    try scanner.withBytes(of: field) { bytes throws(Diagnostic) in
      try ids.insert(
        bytes, in: identity.space, node, table: table.name, line: scanner.line)
    }
  }

  private func node(
    _ field: CSVScanner.Field, _ space: Text, _ scanner: CSVScanner
  ) throws(Diagnostic) -> NodeID {
    try scanner.withBytes(of: field) { bytes throws(Diagnostic) in
      try ids.node(bytes, in: space, table: table.name, line: scanner.line)
    }
  }

  // MARK: Properties

  private func setProperties(
    _ fields: [CSVScanner.Field], _ scanner: CSVScanner
  ) throws(Diagnostic) {
    for column in keys.indices {
      guard let key = keys[column], let type = types[column] else { continue }
      let field = fields[column]
      // Nothing between two commas is nothing; an empty text is written in quotes.
      if field.isEmpty, !field.isQuoted { continue }
      try scanner.withBytes(of: field) { bytes throws(Diagnostic) in
        try set(key, type, bytes, column, scanner)
      }
    }
  }

  private func set(
    _ key: BulkGraphWriter.Key, _ type: ColumnType, _ bytes: UnsafeBufferPointer<UInt8>,
    _ column: Int, _ scanner: CSVScanner
  ) throws(Diagnostic) {
    if type == .text {
      guard bytes.isValidUTF8 else {
        throw Wording.invalidUTF8(table.name, line: scanner.line, column: column + 1)
      }
      bulk.set(key, text: bytes)
    } else if let value = type.value(bytes) {
      bulk.set(key, value)
    } else {
      throw Wording.wrongType(
        table.name, line: scanner.line, column: table.columns[column].name?.string ?? "",
        String(decoding: bytes, as: UTF8.self), type: type.name)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are UTF-8; a loop over eight bytes at once where all are ASCII.
  var isValidUTF8: Bool {
    var index = 0
    while index + 8 <= count {
      let word = UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    let rest = UnsafeBufferPointer(rebasing: self[index...])
    return rest.allSatisfy { $0 < 0x80 } || String(validating: rest, as: UTF8.self) != nil
  }
}
