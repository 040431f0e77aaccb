import PropertyGraph

/// The label of a configuration: its verdict in words, its id, and what bears on each part.
struct ConfigurationCard {
  let node: DrawingNode
  let options: FigureOptions

  /// Parts on which anything bears, and the one that decided.
  private var shownParts: [FigurePart] {
    node.parts.contains(where: \.hasVoices)
      ? node.parts.filter { $0.hasVoices || $0.isDeciding } : []
  }

  /// The label.
  var label: DOTValue {
    let style = options.style
    let color = node.verdict.map { VerdictLine($0.stance, style: style).color } ?? style.ink
    let words = TextWrapper.balanced(
      (node.verdict?.words ?? "").string, width: options.wrapWidth + 2)
    let id = TextWrapper.balanced(node.title.string, width: options.wrapWidth + 6)
    let span = 2 + badges.count
    var rows: [[DOTCell]] = [
      [
        DOTCell(
          DOTMarkup.lines(
            words, DOTTextStyle(size: 9, color: color, isBold: true), alignment: .left),
          span: span)
      ],
      [
        DOTCell(
          DOTMarkup.lines(
            id, DOTTextStyle(size: 7.5, color: style.softInk), alignment: .left),
          span: span)
      ],
    ]
    rows += shownParts.map(row)
    return .markup([.table(DOTTable(rows: rows, spacing: 2))])
  }

  private struct BadgeColumn {
    let letter: String
    let count: (FigurePart) -> Int
    let colors: FigureStyle.Badge
  }

  /// A column for each letter that this card needs.
  private var badges: [BadgeColumn] {
    let style = options.style
    let columns = [
      BadgeColumn(letter: "S", count: \.supporting, colors: style.supporting),
      BadgeColumn(letter: "K", count: \.challenging, colors: style.challenging),
      BadgeColumn(letter: "E", count: \.espousing, colors: style.espousing),
    ]
    return columns.filter { column in node.parts.contains { column.count($0) > 0 } }
  }

  private func row(_ part: FigurePart) -> [DOTCell] {
    let style = options.style
    let text = DOTTextStyle(
      size: 8, color: part.isDeciding ? style.ink : style.softInk, isBold: part.isDeciding)
    let words = TextWrapper.balanced(part.verdict?.words.string ?? "", width: 22)
    let counts = badges.map { column in
      let count = column.count(part)
      return count == 0
        ? DOTCell([])
        : DOTCell(
          " \(column.letter) \(count) ",
          DOTTextStyle(size: 8, color: column.colors.ink, isBold: true), alignment: .center,
          background: column.colors.fill)
    }
    return [DOTCell((part.isDeciding ? "▸ " : "   ") + part.name.string, text)] + counts
      + [DOTCell(DOTMarkup.lines(words, text, alignment: .left))]
  }
}

extension FigurePart {
  /// Whether anybody says anything about it.
  var hasVoices: Bool { supporting > 0 || challenging > 0 || espousing > 0 }
}
