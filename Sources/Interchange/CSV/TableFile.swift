import Diagnostics
import PropertyGraph

/// One table of an import: what it holds, by its name and its header.
///
/// - `nodes_Label.csv` with a column `id`; `rels_TYPE.csv` or `relationships_TYPE.csv` with `src`
///   and `dst` (or `source`, `target`; `start`, `end`).
/// - Headers of `neo4j-admin`: `:ID`, `name:ID(Space)`, `:LABEL`, `:START_ID`, `:END_ID`, `:TYPE`,
///   `:IGNORE`, `property:type`, `property:type[]`.
struct TableFile {
  /// What a column is for.
  enum Role: Hashable {
    case identity(space: Text)
    case start(space: Text)
    case end(space: Text)
    case labels
    case type
    case ignored
    case property
  }

  /// One column.
  struct Column {
    var role: Role
    /// The property that its values become, if any.
    var name: Text?
    /// The type that the header states.
    var type: ColumnType?
  }

  let file: MappedFile
  /// The file's own name, for messages.
  let name: String
  let columns: [Column]
  /// The label or type that the name of the file says.
  let nameOfRecords: Text?
  let isOfRelationships: Bool
  /// The line on which the records begin, and their offset.
  let firstRecord: CSVScanner

  /// Reads the header.
  ///
  /// Throws `MalformedCSV`, `UnknownHeader`, `unsupported` types by name.
  init(path: String, name: String) throws(Diagnostic) {
    let file = try MappedFile(path)
    self.file = file
    self.name = name
    let stem = String(name.dropLast(4))
    let prefixes = [("nodes_", false), ("rels_", true), ("relationships_", true)]
    let match = prefixes.first { stem.hasPrefix($0.0) }
    nameOfRecords = match.map { Text(String(stem.dropFirst($0.0.count))) }
    var scanner = CSVScanner(file)
    var fields: [CSVScanner.Field] = []
    guard try scanner.next(into: &fields) else { throw Wording.emptyTable(name) }
    var header = HeaderReader(table: name, line: scanner.line)
    for (index, field) in fields.enumerated() {
      try header.add(scanner.text(of: field), at: index)
    }
    columns = try header.finish(isOfRelationships: match?.1)
    isOfRelationships = header.isOfRelationships
    firstRecord = scanner
    try check(header)
  }

  private func check(_ header: HeaderReader) throws(Diagnostic) {
    let hasName = nameOfRecords.map { !$0.isEmpty } ?? false
    if isOfRelationships {
      guard header.has(.start), header.has(.end) else {
        throw Wording.missingColumn(
          name, "where a relationship starts and ends", "src and dst, or :START_ID and :END_ID")
      }
      guard hasName || header.has(.type) else {
        throw Wording.namelessRecords(name, "type", "rels_TYPE.csv", ":TYPE")
      }
    } else {
      guard header.has(.identity) else {
        throw Wording.missingColumn(name, "the id of a node", "id, or :ID")
      }
      guard hasName || header.has(.labels) else {
        throw Wording.namelessRecords(name, "label", "nodes_Label.csv", ":LABEL")
      }
    }
  }
}
