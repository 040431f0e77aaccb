import PropertyGraph

/// The label of a configuration: its verdict in words, its id, and what bears on each part.
struct ConfigurationCard {
  let configuration: FigureConfiguration
  let options: FigureOptions

  /// Whether anything bears on a part; if not the verdict says all there is.
  static func showsParts(of configuration: FigureConfiguration) -> Bool {
    configuration.parts.contains(where: \.hasVoices)
  }

  /// Parts on which anything bears, and the one that decided.
  private var shownParts: [FigurePart] {
    guard Self.showsParts(of: configuration) else { return [] }
    return configuration.parts.filter { $0.hasVoices || $0.isDeciding }
  }

  /// The label.
  var label: DOTValue {
    let color = VerdictLine(configuration.verdict.stance, style: options.style).color
    let words = TextWrapper.balanced(
      configuration.verdict.words.string, width: options.wrapWidth + 2)
    let id = TextWrapper.balanced(configuration.id.string, width: options.wrapWidth + 6)
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
            id, DOTTextStyle(size: 7.5, color: options.style.softInk), alignment: .left),
          span: span)
      ],
    ]
    rows += shownParts.map(row)
    return .markup([.table(DOTTable(rows: rows, spacing: 2))])
  }

  /// The tooltip: the claim and the verdict in words.
  var tooltip: String {
    "\(configuration.title.string)\n\(configuration.verdict.words.string)"
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
    return columns.filter { column in configuration.parts.contains { column.count($0) > 0 } }
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
  fileprivate var hasVoices: Bool { supporting > 0 || challenging > 0 || espousing > 0 }
}
