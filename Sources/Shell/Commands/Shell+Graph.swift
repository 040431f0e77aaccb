import Diagnostics
import Glibc
import PropertyGraph
import Reports
import StudyFiles
import StudySession

extension Shell {
  /// `:graph`: the records of the last result and the links between them, as a picture.
  func drawLast(_ text: String) throws(Diagnostic) {
    guard let last else { throw Wording.noLastResult() }
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let opens = words.contains("--open")
    words.removeAll { $0 == "--open" }
    guard words.count <= 1 else { throw Wording.oneFile("graph") }
    console.begin("drawing")
    defer { console.end() }
    let drawing = ResultDrawing(graph: session.graph, names: names)
    let dot = try drawing.dot(of: last)
    let path = Self.expanded(words.first ?? freeName())
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    if ending == "dot" {
      try FileBytes.write(dot, to: path)
    } else {
      let format = GraphvizRunner.Format(rawValue: ending) ?? .svg
      try FileBytes.write(try GraphvizRunner().render(dot, as: format), to: path)
    }
    console.note("\(path): \(drawing.summary(of: last))")
    if opens { Self.open(path) }
  }

  /// `realist-graph-1.svg`, or the next that is free.
  private func freeName() -> String {
    var number = 1
    while FileBytes.isFile("realist-graph-\(number).svg") { number += 1 }
    return "realist-graph-\(number).svg"
  }

  /// Hands the file to the desktop's viewer.
  private static func open(_ path: String) {
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("xdg-open"), strdup(path), nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawnp(&process, "xdg-open", &actions, nil, &arguments, environ)
  }
}

/// A result as a drawing: every record that occurs in it, by itself, in a path, or by its id, and
/// the links between them.
struct ResultDrawing {
  /// Records beyond these make no picture that anybody can read.
  private static let mostNodes = 300

  let graph: any GraphAccess
  let names: StudyNames

  func dot(of result: RememberedResult) throws(Diagnostic) -> [UInt8] {
    let nodes = self.nodes(of: result)
    guard !nodes.isEmpty else { throw Wording.nothingToDraw() }
    guard nodes.count <= Self.mostNodes else {
      throw Wording.tooMuchToDraw(nodes.count, limit: Self.mostNodes)
    }
    var statements = nodes.map { DOTStatement.node(node($0)) }
    statements += links(among: nodes).map { link in
      let name = graph.name(of: graph.type(of: link))
      return .edge(
        DOTEdge(
          from: identifier(graph.start(of: link)), to: identifier(graph.end(of: link)),
          ["label": .text(name.string.lowercased().replacing("_", with: " "))]))
    }
    return DOTDocument(
      name: "result",
      attributes: ["rankdir": "LR", "bgcolor": "transparent", "fontname": .text("Helvetica")],
      nodeDefaults: [
        "shape": "box", "style": .text("rounded"), "fontname": .text("Helvetica"), "fontsize": 11,
      ],
      edgeDefaults: ["fontname": .text("Helvetica"), "fontsize": 9, "color": "gray40"],
      statements: statements
    ).bytes()
  }

  func summary(of result: RememberedResult) -> String {
    let nodes = self.nodes(of: result)
    let links = links(among: nodes)
    return "\(nodes.count) \(nodes.count == 1 ? "record" : "records"), "
      + "\(links.count) \(links.count == 1 ? "link" : "links")"
  }

  private func identifier(_ node: NodeRow) -> String { "n\(graph.id(of: node))" }

  private func node(_ row: NodeRow) -> DOTNode {
    let properties = graph.properties(of: row)
    let kind = graph.labels(of: row).map(\.string).joined(separator: ", ")
    var lines = [kind]
    if case .text(let id)? = properties["id"] { lines.append(id.string) }
    if let title = RecordTitle.of(properties) {
      lines += TerminalText.wrap(String(title.prefix(160)), width: 30)
    }
    let shape: DOTValue =
      switch kind {
      case "Mechanism": "hexagon"
      case "Configuration": "component"
      case "Evidence", "Figure": "note"
      case "Document", "Passage": "folder"
      case "Participant": "ellipse"
      default: "box"
      }
    return DOTNode(identifier(row), ["label": .lines(lines), "shape": shape])
  }

  private func nodes(of result: RememberedResult) -> [NodeRow] {
    var nodes: [NodeRow] = []
    var seen: Set<NodeRow> = []
    func add(_ node: NodeRow) { if seen.insert(node).inserted { nodes.append(node) } }
    func collect(_ value: Value) {
      switch value {
      case .node(let row): add(row)
      case .relationship(let row):
        add(graph.start(of: row))
        add(graph.end(of: row))
      case .path(let path): path.nodes.forEach(add)
      case .list(let elements): elements.forEach(collect)
      case .map(let map): for (_, value) in map { collect(value) }
      case .text(let text):
        if text.utf8.count <= 120, let row = names.record(text) { add(row) }
      default: break
      }
    }
    for index in 0..<result.count {
      if nodes.count > Self.mostNodes { break }
      result.row(index, in: graph).forEach(collect)
    }
    return nodes
  }

  private func links(among nodes: [NodeRow]) -> [RelationshipRow] {
    let inside = Set(nodes)
    var found = Expansion()
    graph.expand(nodes, types: nil, direction: .outgoing, into: &found)
    return zip(found.relationships, found.neighbors).filter { inside.contains($1) }.map(\.0)
  }
}
