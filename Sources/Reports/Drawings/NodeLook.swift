import PropertyGraph

/// How a node looks in DOT: its shape by what it is, its label by what it holds.
struct NodeLook {
  private let drawn: DrawingNode
  private let options: FigureOptions
  private var style: FigureStyle { options.style }

  init(_ drawn: DrawingNode, options: FigureOptions) {
    self.drawn = drawn
    self.options = options
  }

  var node: DOTNode {
    var attributes: DOTAttributes = [
      "id": .text(drawn.id.string), "tooltip": .tooltip(drawn.tooltip.string),
      "color": .word(drawn.isMuted ? style.line : style.ink),
      "fillcolor": .word(drawn.isMuted ? style.mutedFill : style.fill), "label": label,
    ]
    attributes = attributes.merging(shape)
    if let verdict = drawn.verdict {
      let box = VerdictLine(verdict.stance, style: style).box
      attributes = attributes.merging(box)
    }
    if let shape = style.shapes[drawn.kind] { attributes["shape"] = .word(shape) }
    if let address = SafeAddress(drawn.address) { attributes["URL"] = .text(address.text) }
    return DOTNode(drawn.id.string, attributes)
  }

  private var shape: DOTAttributes {
    switch drawn.kind {
    case .context: ["shape": "box", "style": "rounded,filled"]
    case .mechanism: ["shape": "hexagon", "margin": .word("0.02,0.04")]
    case .outcome: ["shape": "box"]
    case .configuration: ["shape": "box", "margin": .word("0.07,0.05")]
    case .theory: ["shape": "tab"]
    case .evidence: ["shape": "note", "color": .word(style.line)]
    case .quantity: ["shape": "cylinder", "color": .word(style.line)]
    case .document: ["shape": "folder"]
    case .part: ["shape": "cds", "margin": .word("0.16,0.07")]
    case .cell: ["shape": "box", "color": .word(style.line), "margin": .word("0.12,0.1")]
    case .list: ["shape": "note", "color": .word(style.line)]
    case .record: ["shape": "box", "style": "rounded,filled"]
    }
  }

  private var label: DOTValue {
    switch drawn.kind {
    case .configuration where drawn.verdict != nil:
      ConfigurationCard(node: drawn, options: options).label
    case .list, .cell: .markup(list)
    default: .markup(drawn.badges.isEmpty ? titled : [.table(counted)])
    }
  }

  /// The title with its small lines.
  private var titled: [DOTMarkup] {
    let alignment: DOTAlignment = drawn.kind == .evidence ? .left : .center
    let ink = drawn.isMuted ? style.softInk : style.ink
    let width = drawn.kind == .evidence ? options.wrapWidth * 2 : options.wrapWidth
    var pieces = DOTMarkup.lines(
      cut(drawn.title, width: width),
      DOTTextStyle(size: drawn.kind == .evidence ? 8.5 : style.size, color: ink),
      alignment: alignment)
    if let verdict = drawn.verdict {
      if alignment == .center { pieces.append(.lineBreak(alignment)) }
      pieces += DOTMarkup.lines(
        cut(verdict.words, width: width),
        DOTTextStyle(
          size: 8, color: VerdictLine(verdict.stance, style: style).color, isBold: true),
        alignment: alignment)
    }
    guard !drawn.notes.isEmpty else { return pieces }
    if alignment == .center { pieces.append(.lineBreak(alignment)) }
    let notes = drawn.notes.map(\.string).joined(separator: " · ")
    // A note of a title stays on its line, as the title is what is wrapped.
    let lines = drawn.kind == .evidence ? TextWrapper.wrap(notes, width: width) : [notes]
    return pieces
      + DOTMarkup.lines(
        lines, DOTTextStyle(size: 7.5, color: style.softInk, isItalic: true), alignment: alignment)
  }

  /// The same with badges in a row below.
  private var counted: DOTTable {
    let badges = drawn.badges.map { badge in
      let colors = style.badge(badge.kind)
      return DOTCell(
        " \(badge.kind.rawValue) \(badge.count) ",
        DOTTextStyle(size: 8, color: colors.ink, isBold: true), alignment: .center,
        background: colors.fill)
    }
    return DOTTable(rows: [[DOTCell(titled, span: badges.count)], badges], spacing: 2)
  }

  private var list: [DOTMarkup] {
    let small = DOTTextStyle(size: 7.5, color: style.softInk)
    var pieces = DOTMarkup.lines(
      TextWrapper.balanced(drawn.title.string, width: options.wrapWidth * 3 / 2),
      DOTTextStyle(
        size: drawn.kind == .cell ? 9.5 : 8, color: drawn.kind == .cell ? style.ink : style.softInk,
        isBold: true), alignment: .left)
    for line in drawn.lines.prefix(options.mostListed) {
      let wrapped = TextWrapper.wrap(line.words.string, width: options.wrapWidth * 3 / 2)
      for (index, words) in wrapped.prefix(options.mostLines).enumerated() {
        pieces += [.text((index == 0 ? "– " : "   ") + words, small), .lineBreak(.left)]
      }
      if let verdict = line.verdict {
        let look = VerdictLine(verdict.stance, style: style)
        pieces += [
          .text("   \(look.sample) ", DOTTextStyle(size: 7.5, color: look.color)),
          .text(
            verdict.words.string, DOTTextStyle(size: 7.5, color: look.color, isBold: true)),
          .lineBreak(.left),
        ]
      }
    }
    if drawn.lines.count > options.mostListed {
      pieces += [
        .text("and \(drawn.lines.count - options.mostListed) more", small), .lineBreak(.left),
      ]
    }
    for note in drawn.notes {
      pieces += DOTMarkup.lines(
        TextWrapper.wrap(note.string, width: options.wrapWidth * 3 / 2),
        DOTTextStyle(size: 7.5, color: style.softInk, isItalic: true), alignment: .left)
    }
    return pieces
  }

  private func cut(_ text: Text, width: Int) -> [String] {
    var lines = TextWrapper.balanced(text.string, width: width)
    if lines.count > options.mostLines {
      lines = Array(lines.prefix(max(1, options.mostLines)))
      lines[lines.count - 1] += " …"
    }
    return lines
  }
}
