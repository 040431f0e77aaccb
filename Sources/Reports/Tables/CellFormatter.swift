import PropertyGraph

/// Writes a value for a person to read: texts bare, nodes by the names a study gives them, and the
/// rest as the query language writes it.
struct CellFormatter {
  let graph: (any GraphAccess)?
  let nullText: String

  /// The text of a cell; it may hold line breaks.
  func text(of value: Value) -> String {
    switch value {
    case .null: nullText
    case .text(let text): text.string
    case .node(let row): node(row)
    default: literal(value)
    }
  }

  /// Whether a column of such values is aligned to the right.
  static func isNumber(_ value: Value) -> Bool {
    switch value {
    case .integer, .float: true
    default: false
    }
  }

  // MARK: Entities

  /// A node of a study by id and title, any other by labels and properties.
  private func node(_ row: NodeRow) -> String {
    guard let graph else { return "(#\(row.index))" }
    let properties = graph.properties(of: row)
    guard case .text(let id)? = properties["id"] else { return pattern(row) }
    guard case .text(let title)? = properties["title"], !title.isEmpty else { return id.string }
    return "\(id): \(title)"
  }

  /// A node within something else: short.
  private func pattern(_ row: NodeRow) -> String {
    guard let graph else { return "(#\(row.index))" }
    let properties = graph.properties(of: row)
    if case .text(let id)? = properties["id"] { return "(\(id))" }
    let labels = graph.labels(of: row).map { ":\(name($0))" }.joined()
    let map = properties.isEmpty ? "" : literal(.map(properties))
    return "(\([labels, map].filter { !$0.isEmpty }.joined(separator: " ")))"
  }

  private func pattern(_ row: RelationshipRow, withProperties: Bool) -> String {
    guard let graph else { return "[#\(row.index)]" }
    let properties = withProperties ? graph.properties(of: row) : PropertyMap()
    let map = properties.isEmpty ? "" : " " + literal(.map(properties))
    return "[:\(name(graph.name(of: graph.type(of: row))))\(map)]"
  }

  private func pattern(_ path: Path) -> String {
    guard var previous = path.nodes.first else { return "" }
    var text = pattern(previous)
    for (relationship, next) in zip(path.relationships, path.nodes.dropFirst()) {
      let isForward = graph.map { $0.start(of: relationship) == previous } ?? true
      let step = pattern(relationship, withProperties: false)
      text += isForward ? "-\(step)->\(pattern(next))" : "<-\(step)-\(pattern(next))"
      previous = next
    }
    return text
  }

  // MARK: Literals

  private func literal(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let integer): integer.description
    case .float(let double): Self.number(double)
    case .text(let text): quoted(text)
    case .list(let elements): "[\(elements.map(literal).joined(separator: ", "))]"
    case .map(let map):
      "{\(map.map { "\(name($0.key)): \(literal($0.value))" }.joined(separator: ", "))}"
    case .temporal(let temporal): temporal.isoText.string
    case .node(let row): pattern(row)
    case .relationship(let row): pattern(row, withProperties: true)
    case .path(let path): pattern(path)
    }
  }

  /// The shortest text that reads back as the same double, and the language's words for the rest.
  static func number(_ double: Double) -> String {
    if double.isNaN { return "NaN" }
    if double.isInfinite { return double < 0 ? "-Infinity" : "Infinity" }
    return double.description
  }

  private func quoted(_ text: Text) -> String {
    var quoted = "'"
    for scalar in text.string.unicodeScalars {
      if scalar == "'" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "'"
  }

  /// A name, in back quotes where the language needs them.
  private func name(_ name: Text) -> String {
    let isPlain = name.utf8.enumerated().allSatisfy { index, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): index > 0
      default: false
      }
    }
    if isPlain, !name.isEmpty { return name.string }
    return
      "`\(name.string.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "``"))`"
  }
}
