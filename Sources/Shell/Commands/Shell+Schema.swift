import Diagnostics
import PropertyGraph
import RealistEvaluation
import Reports

extension Shell {
  /// `:schema` and `:schema Evidence`.
  func schema(_ name: String) throws(Diagnostic) {
    try show(
      try SchemaText(names: names, width: settings.width ?? console.width ?? 100).lines(name))
  }
}

/// What a study may hold, in words.
struct SchemaText {
  private let names: StudyNames
  private let width: Int

  init(names: StudyNames, width: Int) {
    self.names = names
    self.width = width
  }

  func lines(_ name: String) throws(Diagnostic) -> [String] {
    guard let vocabulary = names.vocabulary else { return plain() }
    if name.isEmpty { return overview(vocabulary) }
    let wanted = Text(name)
    if let kind = vocabulary.kinds.first(where: { Self.same($0.name, wanted) }) {
      return self.kind(kind, vocabulary)
    }
    if let type = vocabulary.linkTypes.first(where: { Self.same($0.name, wanted) }) {
      return [type.name.string, "  \(type.meaning)"]
        + type.signatures.map { "  \(Self.kinds($0.from)) → \(Self.kinds($0.to))" }
        + properties(type.properties)
    }
    throw Wording.unknownSchemaName(
      name, known: (vocabulary.kinds.map(\.name) + vocabulary.linkTypes.map(\.name)).map(\.string))
  }

  private static func same(_ left: Text, _ right: Text) -> Bool {
    left.string.lowercased() == right.string.lowercased()
  }

  private func overview(_ vocabulary: Vocabulary) -> [String] {
    var lines = ["Kinds of record"]
    lines += table(
      vocabulary.kinds.map { kind in
        let count = names.graph.labelCode(kind.name).map { names.graph.nodeCount(label: $0) } ?? 0
        return (kind.name.string, count, kind.meaning.string)
      })
    lines += ["", "Links"]
    lines += table(
      vocabulary.linkTypes.map { type in
        let count =
          names.graph.typeCode(type.name).map { names.graph.relationshipCount(type: $0) } ?? 0
        return (type.name.string, count, type.meaning.string)
      })
    return lines + ["", "`:schema Evidence` shows one with its properties and ends."]
  }

  private func plain() -> [String] {
    let graph = names.graph
    let labels = graph.labelNames().map { name in
      (name.string, graph.nodeCount(label: graph.labelCode(name)), "")
    }
    let types = graph.typeNames().map { name in
      (name.string, graph.relationshipCount(type: graph.typeCode(name)), "")
    }
    return ["Labels"] + table(labels) + ["", "Relationship types"] + table(types)
  }

  private func kind(_ kind: Kind, _ vocabulary: Vocabulary) -> [String] {
    var lines = [kind.name.string, "  \(kind.meaning)"] + properties(kind.properties)
    let outgoing = vocabulary.linkTypes.filter { $0.from.isEmpty || $0.from.contains(kind.name) }
    let incoming = vocabulary.linkTypes.filter { $0.to.isEmpty || $0.to.contains(kind.name) }
    if !outgoing.isEmpty { lines += ["", "Links from it"] }
    lines += outgoing.map { "  ─\($0.name)→ \(Self.kinds($0.to))" }
    if !incoming.isEmpty { lines += ["", "Links to it"] }
    lines += incoming.map { "  ←\($0.name)─ \(Self.kinds($0.from))" }
    return lines.map { TerminalText.line($0, width: width) }
  }

  private func properties(_ properties: [Property]) -> [String] {
    guard !properties.isEmpty else { return [] }
    let column = properties.map { $0.name.scalarCount }.max() ?? 0
    return ["", "Properties"]
      + properties.flatMap { property -> [String] in
        let padding = String(repeating: " ", count: column - property.name.scalarCount + 2)
        let indent = String(repeating: " ", count: column + 4)
        let text = "\(property.meaning) (\(property.type.expectation))"
        return TerminalText.wrap(text, width: max(20, width - column - 4)).enumerated().map {
          $0 == 0 ? "  \(property.name)\(padding)\($1)" : indent + $1
        }
      }
  }

  private func table(_ rows: [(name: String, count: Int, meaning: String)]) -> [String] {
    let column = rows.map { $0.name.count }.max() ?? 0
    return rows.map { name, count, meaning in
      let number = count == 0 ? "–" : "\(count)"
      let gap = String(repeating: " ", count: max(1, column - name.count + 8 - number.count))
      return TerminalText.line("  \(name)\(gap)\(number)  \(meaning)", width: width)
    }
  }

  private static func kinds(_ names: [Text]) -> String {
    names.isEmpty ? "any" : names.map(\.string).joined(separator: ", ")
  }
}
