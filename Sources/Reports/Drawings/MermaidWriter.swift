import PropertyGraph

/// A drawing as a Mermaid flowchart, for places that draw Markdown themselves. Labels are written
/// with Mermaid's own character codes, so that nothing in them is read as syntax or as HTML.
struct MermaidWriter {
  private let drawing: Drawing
  private let options: FigureOptions

  init(_ drawing: Drawing, options: FigureOptions) {
    self.drawing = drawing
    self.options = options
  }

  func bytes() -> [UInt8] {
    var lines = ["flowchart \(drawing.isLeftToRight ? "LR" : "TB")"]
    lines.append("  accTitle: \(Self.comment(drawing.spokenTitle))")
    for frame in drawing.frames {
      let isBoxed = frame.title != nil
      if let title = frame.title {
        lines.append("  subgraph \(Self.name("frame " + frame.id.string))[\(label([title]))]")
      }
      for column in frame.columns where !column.nodes.isEmpty {
        if let heading = column.heading {
          let name = Self.name("column " + column.id.string)
          lines.append("    subgraph \(name)[\(label([heading]))]")
        }
        for node in column.nodes { lines.append("      \(self.node(node))") }
        if column.heading != nil { lines.append("    end") }
      }
      if isBoxed { lines.append("  end") }
    }
    for edge in drawing.allEdges where edge.kind != .unseen { lines.append("  \(self.edge(edge))") }
    lines += classes()
    for note in drawing.notes { lines.append("  %% \(Self.comment(note))") }
    if let footer = options.footer { lines.append("  %% \(Self.comment(footer))") }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  // MARK: Nodes and lines

  private func node(_ node: DrawingNode) -> String {
    var texts = [node.title]
    if let verdict = node.verdict { texts.append(verdict.words) }
    texts += node.notes
    texts += node.lines.prefix(options.mostListed).map { line in
      line.verdict.map { Text("\(line.words): \($0.words)") } ?? line.words
    }
    if node.lines.count > options.mostListed {
      texts.append(Text("and \(node.lines.count - options.mostListed) more"))
    }
    let badges = node.badges.map { "\($0.kind.rawValue) \($0.count)" }
    if !badges.isEmpty { texts.append(Text(badges.joined(separator: " "))) }
    let label = label(texts)
    let body =
      switch node.kind {
      case .context, .record: "(\(label))"
      case .mechanism: "{{\(label)}}"
      case .configuration: "([\(label)])"
      case .document: "[/\(label)/]"
      case .quantity: "[(\(label))]"
      default: "[\(label)]"
      }
    let suffix = node.verdict.map { ":::\($0.stance)" } ?? (node.isMuted ? ":::muted" : "")
    return Self.name(node.id.string) + body + suffix
  }

  private func edge(_ edge: DrawingEdge) -> String {
    let (from, to) = (Self.name(edge.from.string), Self.name(edge.to.string))
    let arrow =
      switch edge.kind {
      case .claim(let verdict, let hasHead): Self.arrow(verdict.stance, hasHead: hasHead)
      case .caseForChange: "---"
      case .bears(.challenges): "--x"
      case .bears(.espouses), .bears(.qualifies), .bears(.silent): "-.->"
      case .stated(let link): link.isAgainst ? "--x" : "-->"
      case .ripple: "==>"
      default: "-->"
      }
    let says: Text =
      switch edge.kind {
      case .claim, .caseForChange, .condition, .cites: edge.label ?? ""
      default: edge.label ?? edge.word
      }
    return "\(from) \(arrow)\(says.isEmpty ? "" : "|\(label([says]))|") \(to)"
  }

  private static func arrow(_ stance: FigureVerdict.Stance, hasHead: Bool) -> String {
    switch stance {
    case .stronglySupported: hasHead ? "==>" : "==="
    case .contested, .untested, .espousedOnly: hasHead ? "-.->" : "-.-"
    case .challenged, .eliminated: hasHead ? "--x" : "---"
    case .supported, .assembled, .thin: hasHead ? "-->" : "---"
    }
  }

  private func classes() -> [String] {
    let contents = DrawingContents(of: drawing)
    var lines = contents.stances.sorted().map { stance in
      let line = VerdictLine(stance, style: options.style)
      let dash =
        switch line.pattern {
        case "dashed": ",stroke-dasharray:6 3"
        case "dotted": ",stroke-dasharray:2 3"
        default: ""
        }
      return "  classDef \(stance) stroke:\(line.color),stroke-width:"
        + "\(DOTEscape.number(line.width))px,fill:\(options.style.fill)\(dash)"
    }
    if drawing.nodes.contains(where: { $0.isMuted && $0.verdict == nil }) {
      lines.append(
        "  classDef muted fill:\(options.style.mutedFill),color:\(options.style.softInk)")
    }
    return lines
  }

  // MARK: Text

  /// A name of letters, digits and `_` that no other text gives.
  static func name(_ text: String) -> String {
    var name = "n_"
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      default: name += "_" + String(byte, radix: 16) + "_"
      }
    }
    return name
  }

  private func label(_ texts: [Text]) -> String {
    let lines = texts.flatMap { text in
      let all = TextWrapper.balanced(text.string, width: options.wrapWidth)
      let kept = all.prefix(options.mostLines).map(Self.escaped)
      return all.count > kept.count ? kept + ["…"] : kept
    }
    return "\"\(lines.joined(separator: "<br/>"))\""
  }

  private static func escaped(_ line: String) -> String {
    var escaped = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\"": escaped += "#quot;"
      case "&": escaped += "#amp;"
      case "<": escaped += "#lt;"
      case ">": escaped += "#gt;"
      case "#", "\\", "`", "*", "_", "~", "$", "[", "]", "{", "}", "(", ")", "|", "%", ";", "/",
        ":", "-":
        escaped += "#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// One line that ends nothing: for titles and comments, which have no character codes.
  private static func comment(_ text: Text) -> String {
    var plain = ""
    for scalar in VisibleText.onOneLine(text.string).unicodeScalars {
      switch scalar {
      case "{", "}", "%", "#", ";", "<", ">", "\"", "`", "\\": plain += " "
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}
