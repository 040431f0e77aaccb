import PropertyGraph

/// A drawing as JSON, one node and one line of the figure on a line of the file, so that two
/// versions can be compared.
struct DrawingJSON {
  private let drawing: Drawing
  private let options: FigureOptions

  init(_ drawing: Drawing, options: FigureOptions) {
    self.drawing = drawing
    self.options = options
  }

  func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    func put(_ text: String) { bytes.append(contentsOf: text.utf8) }
    func list(_ name: String, _ rows: [[(Text, Value)]], isLast: Bool = false) {
      put("  \"\(name)\": [")
      for (number, row) in rows.enumerated() {
        put(number == 0 ? "\n    " : ",\n    ")
        append(row, to: &bytes)
      }
      put(rows.isEmpty ? "]" : "\n  ]")
      put(isLast ? "\n" : ",\n")
    }
    put("{\n  \"figure\": ")
    append(
      [
        ("sort", .text(drawing.sort)), ("id", .text(drawing.id)),
        ("title", .text(drawing.title ?? drawing.spokenTitle)),
        ("footer", options.footer.map { .text($0) } ?? .null),
        ("notes", .list(drawing.notes.map { .text($0) })),
      ], to: &bytes)
    put(",\n")
    list("frames", drawing.frames.map(row))
    list(
      "nodes",
      drawing.frames.flatMap { frame in
        frame.columns.flatMap { column in column.nodes.map { row($0, frame, column) } }
      })
    list("lines", drawing.allEdges.filter { $0.kind != .unseen }.map(row), isLast: true)
    put("}\n")
    return bytes
  }

  private func row(_ frame: Drawing.Frame) -> [(Text, Value)] {
    [
      ("id", .text(frame.id)), ("title", frame.title.map { .text($0) } ?? .null),
      ("subtitle", frame.subtitle.map { .text($0) } ?? .null),
    ]
  }

  private func row(
    _ node: DrawingNode, _ frame: Drawing.Frame, _ column: Drawing.Column
  ) -> [(Text, Value)] {
    let counts = DrawingCounts(node)
    func number(_ count: Int?) -> Value { count.map { .integer(Int64($0)) } ?? .null }
    return [
      ("id", .text(node.id)), ("kind", Value(node.kind.rawValue)), ("title", .text(node.title)),
      ("says", node.tooltip == node.title ? .null : .text(node.tooltip)),
      ("verdict", node.verdict.map { .text($0.words) } ?? .null),
      ("notes", node.notes.isEmpty ? .null : .list(node.notes.map { .text($0) })),
      (
        "items",
        node.lines.isEmpty
          ? .null
          : .list(
            node.lines.map { line in
              .text(line.verdict.map { Text("\(line.words): \($0.words)") } ?? line.words)
            })
      ),
      ("supporting", number(counts.supporting)), ("challenging", number(counts.challenging)),
      ("espousing", number(counts.espousing)), ("frame", .text(frame.id)),
      ("column", column.heading.map { .text($0) } ?? .null),
      ("link", SafeAddress(node.address).map { Value($0.text) } ?? .null),
    ]
  }

  private func row(_ edge: DrawingEdge) -> [(Text, Value)] {
    [
      ("from", .text(edge.from)), ("to", .text(edge.to)), ("says", .text(edge.word)),
      ("about", edge.tooltip.isEmpty ? .null : .text(edge.tooltip)),
    ]
  }

  /// An object with its members in this order; what is null is left out.
  private func append(_ members: [(Text, Value)], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    for (name, value) in members where !value.isNull {
      if !isFirst { bytes.append(contentsOf: ", ".utf8) }
      isFirst = false
      JSONWriter.append(.text(name), to: &bytes)
      bytes.append(contentsOf: ": ".utf8)
      JSONWriter.append(value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }
}
