import PropertyGraph

/// A drawing as GraphML: its nodes and lines with what they say as data, for other programs to lay
/// out. Frames and columns are data of the node, since few programs read nested graphs.
struct GraphMLWriter {
  private let drawing: Drawing
  private static let nodeKeys = [
    "title", "kind", "frame", "column", "verdict", "notes", "supporting", "challenging",
    "espousing",
  ]
  private static let edgeKeys = ["says", "about"]

  init(_ drawing: Drawing) {
    self.drawing = drawing
  }

  /// XML 1.0 in UTF-8.
  func bytes() -> [UInt8] {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<graphml xmlns="http://graphml.graphdrawing.org/xmlns">"#,
    ]
    for key in Self.nodeKeys {
      let type = Self.isNumber(key) ? "int" : "string"
      lines.append(#"  <key id="\#(key)" for="node" attr.name="\#(key)" attr.type="\#(type)"/>"#)
    }
    for key in Self.edgeKeys {
      lines.append(#"  <key id="\#(key)" for="edge" attr.name="\#(key)" attr.type="string"/>"#)
    }
    lines.append(
      #"  <graph id="\#(XML.escaped(drawing.id.string))" edgedefault="directed">"#)
    for note in drawing.notes { lines.append("    <desc>\(XML.escaped(note.string))</desc>") }
    for frame in drawing.frames {
      for column in frame.columns {
        for node in column.nodes { append(node, frame, column, to: &lines) }
      }
    }
    for (number, edge) in drawing.allEdges.enumerated() where edge.kind != .unseen {
      let ends =
        #"source="\#(XML.escaped(edge.from.string))" target="\#(XML.escaped(edge.to.string))""#
      lines.append(
        #"    <edge id="line-\#(number + 1)" \#(ends)>\#(data("says", edge.word.string))"#
          + "\(data("about", edge.tooltip.string))</edge>")
    }
    lines += ["  </graph>", "</graphml>", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  private func append(
    _ node: DrawingNode, _ frame: Drawing.Frame, _ column: Drawing.Column,
    to lines: inout [String]
  ) {
    let said = node.lines.map { line in
      line.verdict.map { "\(line.words): \($0.words)" } ?? line.words.string
    }
    let counts = DrawingCounts(node)
    let values: [(String, String)] = [
      ("title", node.title.string), ("kind", node.kind.rawValue),
      ("frame", (frame.title ?? "").string), ("column", (column.heading ?? "").string),
      ("verdict", (node.verdict?.words ?? "").string),
      ("notes", (node.notes.map(\.string) + said).joined(separator: "\n")),
      ("supporting", counts.supporting.map(String.init) ?? ""),
      ("challenging", counts.challenging.map(String.init) ?? ""),
      ("espousing", counts.espousing.map(String.init) ?? ""),
    ]
    let filled = values.map { data($0.0, $0.1) }.joined()
    lines.append(#"    <node id="\#(XML.escaped(node.id.string))">\#(filled)</node>"#)
  }

  private static func isNumber(_ key: String) -> Bool {
    ["supporting", "challenging", "espousing"].contains(key)
  }

  private func data(_ key: String, _ text: String) -> String {
    text.isEmpty ? "" : #"<data key="\#(key)">\#(XML.escaped(text))</data>"#
  }
}

/// Evidence counted on a node, by badge or by the parts of a configuration.
struct DrawingCounts {
  let supporting: Int?
  let challenging: Int?
  let espousing: Int?

  init(_ node: DrawingNode) {
    func count(_ kind: DrawingNode.Badge.Kind, _ ofPart: (FigurePart) -> Int) -> Int? {
      if let badge = node.badges.first(where: { $0.kind == kind }) { return badge.count }
      // A voice may speak on several parts, so the most on one part is what is known of them.
      return node.parts.map(ofPart).max()
    }
    supporting = count(.supporting, \.supporting)
    challenging = count(.challenging, \.challenging)
    espousing = count(.espousing, \.espousing)
  }
}

/// Text in XML 1.0, which has no way to say most control characters: they are shown as pictures.
enum XML {
  /// The text for content and for attributes in double quotes.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in VisibleText.of(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n": escaped += "&#10;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
