/// Writes a drawing, one statement a line.
struct DOTWriter {
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  mutating func append(_ document: DOTDocument) {
    line("digraph \(DOTEscape.name(document.name)) {")
    depth += 1
    defaults("graph", document.attributes)
    defaults("node", document.nodeDefaults)
    defaults("edge", document.edgeDefaults)
    for statement in document.statements { append(statement) }
    depth -= 1
    line("}")
  }

  private mutating func append(_ statement: DOTStatement) {
    switch statement {
    case .node(let node):
      line("\(DOTEscape.name(node.name))\(list(node.attributes));")
    case .edge(let edge):
      let ends = "\(DOTEscape.name(edge.tail)) -> \(DOTEscape.name(edge.head))"
      line("\(ends)\(list(edge.attributes));")
    case .cluster(let cluster):
      // Graphviz draws a subgraph as a box only if its name begins like this.
      line("subgraph \(DOTEscape.name("cluster_" + cluster.name)) {")
      depth += 1
      defaults("graph", cluster.attributes)
      for statement in cluster.statements { append(statement) }
      depth -= 1
      line("}")
    case .sameRank(let names):
      guard !names.isEmpty else { return }
      line("{ rank=same; \(names.map { DOTEscape.name($0) + ";" }.joined(separator: " ")) }")
    }
  }

  private mutating func defaults(_ what: String, _ attributes: DOTAttributes) {
    if !attributes.entries.isEmpty { line("\(what)\(list(attributes));") }
  }

  private func list(_ attributes: DOTAttributes) -> String {
    guard !attributes.entries.isEmpty else { return "" }
    let pairs = attributes.entries.map { "\(DOTEscape.name($0.name))=\(text(of: $0.value))" }
    return " [\(pairs.joined(separator: ", "))]"
  }

  private func text(of value: DOTValue) -> String {
    switch value {
    case .text(let text): DOTEscape.label(text, alignment: .center)
    case .lines(let lines, let alignment):
      DOTEscape.label(lines.joined(separator: "\n"), alignment: alignment)
    case .tooltip(let text): DOTEscape.tooltip(text)
    case .markup(let pieces): "<\(DOTEscape.markup(pieces))>"
    case .word(let word): DOTEscape.name(word)
    case .number(let number): DOTEscape.number(number)
    }
  }

  private mutating func line(_ text: String) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }
}
