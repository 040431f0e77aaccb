import Diagnostics
import GraphQuery
import PropertyGraph
import Reports
import StudySession

extension Shell {
  /// `:describe id`: a record with everything linked to it.
  func describe(_ id: String) throws(Diagnostic) {
    var words = id.split(whereSeparator: \.isWhitespace).map(String.init)
    let showsAll = words.count > 1 && words.last?.lowercased() == "all"
    if showsAll { words.removeLast() }
    guard !words.isEmpty else { throw Wording.missingArgument("describe", "the id of a record") }
    let wanted = Self.unquoted(words.joined(separator: " "))
    // Takes in what others have committed.
    _ = try session.isUpdating("RETURN 1")
    guard let node = names.record(Text(wanted)) else {
      throw Wording.unknownRecord(wanted, known: names.ids(ofKinds: []).map(\.name))
    }
    try show(
      RecordDescription(
        graph: session.graph, width: settings.width ?? console.width ?? 100,
        isBold: console.hasColor && output == nil,
        mostLinks: showsAll ? .max : RecordDescription.mostLinksAtFirst
      ).lines(of: node))
  }

  /// `:search words`.
  func search(_ words: String) throws(Diagnostic) {
    guard !words.isEmpty else { throw Wording.missingArgument("search", "words") }
    try execute(
      """
      CALL search($words) YIELD node, score
      RETURN labels(node)[0] AS kind, node AS record, round(score * 100) / 100 AS score
      ORDER BY score DESC, kind LIMIT 50
      """, parameters: ["words": .text(Text(Self.unquoted(words)))])
  }

  /// `:why`: the reasoning behind the last verdict, or behind that on a configuration.
  func why(_ id: String) throws(Diagnostic) {
    if !id.isEmpty {
      let wanted = Text(Self.unquoted(id))
      let kind = try session.kind(of: wanted)
      return try explain("EXPLAIN TEST \(kind) $_why", ["_why": .text(wanted)])
    }
    guard let last else { throw Wording.noLastResult() }
    let configurations = last.texts(of: "configuration", in: session.graph)
    guard let first = configurations.first else { throw Wording.noVerdict() }
    let isTest = QueryWords.of(last.statement).first?.upper == "TEST"
    if configurations.count == 1, isTest, !last.statement.uppercased().contains("YIELD") {
      // The same options, so the same verdict.
      return try explain("EXPLAIN " + last.statement, PropertyMap())
    }
    if configurations.count > 1 {
      console.note(Wording.severalVerdicts(first.string, count: configurations.count))
    }
    try explain("EXPLAIN TEST CONFIGURATION $_why", ["_why": .text(first)])
  }

  /// Shows reasoning without making it the last result.
  private func explain(_ statement: String, _ parameters: PropertyMap) throws(Diagnostic) {
    let kept = last
    defer { last = kept }
    try execute(statement, parameters: parameters)
  }

  static func unquoted(_ text: String) -> String {
    guard text.count >= 2, let first = text.first, first == text.last, "'\"`".contains(first) else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }
}

/// A record as a person reads it: its properties, then its links, grouped.
struct RecordDescription {
  let graph: any GraphAccess
  let width: Int
  let isBold: Bool

  /// Links of one type that are shown before the rest is counted.
  let mostLinks: Int
  static let mostLinksAtFirst = 20

  func lines(of node: NodeRow) -> [String] {
    let properties = graph.properties(of: node)
    let kind = graph.labels(of: node).map(\.string).joined(separator: ":")
    var lines = [bold("\(Self.text(properties["id"]))  ·  \(kind)")]
    let shown = properties.filter { $0.key != "id" && !$0.value.isNull }
    let column = min(24, shown.map { $0.key.scalarCount }.max() ?? 0)
    for (name, value) in shown {
      let padding = String(repeating: " ", count: max(0, column - name.scalarCount) + 2)
      let room = max(20, width - column - 4)
      let folded = TerminalText.wrap(Self.text(value), width: room)
      let indent = String(repeating: " ", count: column + 4)
      for (index, line) in folded.enumerated() {
        lines.append(index == 0 ? "  \(name)\(padding)\(line)" : indent + line)
      }
    }
    lines += links(of: node, .outgoing) + links(of: node, .incoming)
    return lines
  }

  private func links(of node: NodeRow, _ direction: TraversalDirection) -> [String] {
    var found = Expansion()
    graph.expand([node], types: nil, direction: direction, into: &found)
    var groups: [(type: Text, lines: [String])] = []
    for (link, neighbor) in zip(found.relationships, found.neighbors) {
      let type = graph.name(of: graph.type(of: link))
      let line = self.line(link, neighbor)
      if let place = groups.firstIndex(where: { $0.type == type }) {
        groups[place].lines.append(line)
      } else {
        groups.append((type, [line]))
      }
    }
    groups.sort { $0.type < $1.type }
    return groups.flatMap { group -> [String] in
      let arrow = direction == .outgoing ? "─\(group.type)→" : "←\(group.type)─"
      var lines = ["", bold(group.lines.count > 1 ? "\(arrow)  \(group.lines.count)" : arrow)]
      let sorted = group.lines.sorted { Text($0) < Text($1) }
      lines += sorted.prefix(mostLinks)
      if sorted.count > mostLinks {
        let id = Self.text(graph.properties(of: node)["id"])
        lines.append("  … and \(sorted.count - mostLinks) more: `:describe \(id) all`")
      }
      return lines
    }
  }

  private func line(_ link: RelationshipRow, _ neighbor: NodeRow) -> String {
    let properties = graph.properties(of: neighbor)
    let id = Self.text(properties["id"])
    let details = graph.properties(of: link).filter { !$0.value.isNull }
      .map { "\($0.key): \(Self.text($0.value))" }.joined(separator: ", ")
    let title = RecordTitle.of(properties).map { "  \($0)" } ?? ""
    let text = "\(id)\(title)" + (details.isEmpty ? "" : "  {\(details)}")
    return "  " + TerminalText.line(text, width: max(20, width - 2))
  }

  private func bold(_ text: String) -> String {
    isBold ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private static func text(_ value: Value?) -> String {
    switch value {
    case nil: "(no id)"
    case .text(let text)?: text.string
    case .list(let elements)?: elements.map { text($0) }.joined(separator: ", ")
    case .some(let value): JSONWriter.text(value).string
    }
  }
}
