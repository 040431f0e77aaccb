import PropertyGraph

/// The legend, the notes and the footer: the label of the whole drawing. It explains only what is
/// drawn.
struct DrawingLegend {
  private let contents: DrawingContents
  private let notes: [Text]
  private let options: FigureOptions
  private var style: FigureStyle { options.style }

  init(_ drawing: Drawing, options: FigureOptions) {
    contents = DrawingContents(of: drawing)
    notes = drawing.notes
    self.options = options
  }

  var label: DOTValue {
    let rows = [verdicts, bearings, badges, lines, folded, footer].filter { !$0.isEmpty }
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
    for kind in contents.badges.sorted() {
      pieces += [
        .text(
          kind.rawValue, DOTTextStyle(size: 9, color: style.badge(kind).ink, isBold: true)),
        .text(" \(contents.meaning(of: kind))      ", text),
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

  private var bearings: [DOTMarkup] {
    contents.bearings.sorted().flatMap { bearing -> [DOTMarkup] in
      let line = BearingLine(bearing, style: style)
      return [
        .text(line.sample, DOTTextStyle(size: 10, color: line.color, isBold: true)),
        .text(" \(bearing.rawValue)      ", text),
      ]
    }
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
    if contents.hasRipple { words.append("heavy grey arrow: becomes") }
    if contents.hasCitation { words.append("arrow: cites") }
    if contents.hasMuted { words.append("grey fill: \(contents.meaningOfGrey)") }
    guard !words.isEmpty else { return [] }
    return [.text(words.joined(separator: "      "), text)]
  }

  private var folded: [DOTMarkup] { small(notes.map(\.string)) }

  private var footer: [DOTMarkup] { small(options.footer.map { [$0.string] } ?? []) }

  private func small(_ sentences: [String]) -> [DOTMarkup] {
    DOTMarkup.lines(
      sentences.flatMap { TextWrapper.wrap($0, width: 110) },
      DOTTextStyle(size: 8, color: style.softInk), alignment: .left)
  }
}
