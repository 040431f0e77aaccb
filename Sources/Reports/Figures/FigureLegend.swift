import PropertyGraph

/// The legend and the footer: the label of the whole drawing. It explains only what is drawn.
struct FigureLegend {
  private let contents: FigureContents
  private let options: FigureOptions
  private var style: FigureStyle { options.style }

  init(_ contents: FigureContents, options: FigureOptions) {
    self.contents = contents
    self.options = options
  }

  var label: DOTValue {
    let rows = [verdicts, badges, lines, footer].filter { !$0.isEmpty }
    guard !rows.isEmpty else { return .text("") }
    return .markup([.table(DOTTable(rows: rows.map { [DOTCell($0)] }, padding: 2))])
  }

  private var text: DOTTextStyle { DOTTextStyle(size: 9, color: style.softInk) }

  private var verdicts: [DOTMarkup] {
    contents.stances.sorted().flatMap { stance -> [DOTMarkup] in
      let line = VerdictLine(stance, style: style)
      return [
        .text(line.sample, DOTTextStyle(size: 10, color: line.color, isBold: true)),
        .text(" \(line.word)      ", text),
      ]
    }
  }

  private var badges: [DOTMarkup] {
    var pieces: [DOTMarkup] = []
    for (isDrawn, letter, meaning, badge) in [
      (contents.hasSupporting, "S", "voices that support", style.supporting),
      (contents.hasChallenging, "K", "voices that challenge", style.challenging),
      (contents.hasEspousing, "E", "voices that only hope, plan or fear", style.espousing),
    ] where isDrawn {
      pieces += [
        .text(letter, DOTTextStyle(size: 9, color: badge.ink, isBold: true)),
        .text(" \(meaning)      ", text),
      ]
    }
    if contents.hasDecidingPart {
      pieces += [
        .text("▸", DOTTextStyle(size: 9, color: style.ink, isBold: true)),
        .text(" the part that decided the verdict", text),
      ]
    }
    return pieces
  }

  private var lines: [DOTMarkup] {
    var words: [String] = []
    if contents.hasCaseForChange { words.append("grey line: case for change") }
    if contents.links.contains(where: { !$0.isAgainst }) {
      words.append("grey arrow: stated link")
    }
    if contents.links.contains(where: \.isAgainst) {
      words.append("grey line with a bar: stated link that works against")
    }
    if contents.hasMuted { words.append("grey fill: in no configuration") }
    guard !words.isEmpty else { return [] }
    return [.text(words.joined(separator: "      "), text)]
  }

  private var footer: [DOTMarkup] {
    guard let footer = options.footer else { return [] }
    return [.text(footer.string, DOTTextStyle(size: 8, color: style.softInk))]
  }
}
