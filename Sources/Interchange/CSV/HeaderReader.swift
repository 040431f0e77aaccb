import Diagnostics
import PropertyGraph

/// Reads the header of a table, column by column.
struct HeaderReader {
  /// A role without its id space.
  enum Part {
    case identity, start, end, labels, type
  }

  let table: String
  let line: Int
  private var columns: [TableFile.Column] = []
  private(set) var isOfRelationships = false

  init(table: String, line: Int) {
    self.table = table
    self.line = line
  }

  /// Whether a column with that role was seen.
  func has(_ part: Part) -> Bool { columns.contains { Self.part(of: $0.role) == part } }

  private static func part(of role: TableFile.Role) -> Part? {
    switch role {
    case .identity: .identity
    case .start: .start
    case .end: .end
    case .labels: .labels
    case .type: .type
    case .ignored, .property: nil
    }
  }

  mutating func add(_ title: String, at index: Int) throws(Diagnostic) {
    guard let colon = title.lastIndex(of: ":") else {
      guard !title.isEmpty else {
        throw Wording.namelessColumn(table, line: line, column: index + 1)
      }
      columns.append(TableFile.Column(role: .property, name: Text(title), type: nil))
      return
    }
    let name = String(title[..<colon])
    let word = String(title[title.index(after: colon)...])
    if word.contains("{") { throw Wording.headerOptions(table, line: line, title) }
    let (keyword, space) = Self.split(word)
    let property = name.isEmpty ? nil : Text(name)
    switch keyword.uppercased() {
    case "ID": append(.identity(space: space), property)
    case "START_ID": append(.start(space: space), nil)
    case "END_ID": append(.end(space: space), nil)
    case "LABEL": append(.labels, nil)
    case "TYPE": append(.type, nil)
    case "IGNORE": append(.ignored, nil)
    default:
      guard let property else { throw Wording.unknownHeader(table, line: line, title) }
      columns.append(
        TableFile.Column(
          role: .property, name: property,
          type: try ColumnType(header: word, in: table, line: line)))
    }
  }

  private mutating func append(_ role: TableFile.Role, _ name: Text?) {
    columns.append(TableFile.Column(role: role, name: name, type: nil))
  }

  /// `ID(Person)` is ids of a space of their own.
  private static func split(_ word: String) -> (String, Text) {
    guard let open = word.firstIndex(of: "("), word.last == ")" else { return (word, "") }
    return (
      String(word[..<open]), Text(String(word[word.index(after: open)...].dropLast()))
    )
  }

  /// The columns, with plain names that mean ids and ends taken as such.
  mutating func finish(isOfRelationships named: Bool?) throws(Diagnostic) -> [TableFile.Column] {
    isOfRelationships = named ?? (has(.start) || has(.end))
    if isOfRelationships {
      for (start, end) in [("src", "dst"), ("source", "target"), ("start", "end")]
      where !has(.start) && !has(.end) {
        guard let from = index(of: Text(start)), let to = index(of: Text(end)) else { continue }
        columns[from] = TableFile.Column(role: .start(space: ""), name: nil, type: nil)
        columns[to] = TableFile.Column(role: .end(space: ""), name: nil, type: nil)
      }
    } else if !has(.identity), let id = index(of: "id") {
      columns[id].role = .identity(space: "")
    }
    var seen: Set<Text> = []
    for column in columns {
      guard let name = column.name else { continue }
      guard seen.insert(name).inserted else { throw Wording.columnTwice(table, line: line, name) }
    }
    return columns
  }

  private func index(of name: Text) -> Int? { columns.firstIndex { $0.name == name } }
}
