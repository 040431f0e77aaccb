/// How a line shows a verdict, so that it can be told without its colour.
struct VerdictLine {
  /// The word of the legend.
  let word: String
  /// A stretch of such a line in characters, for the legend.
  let sample: String
  let color: String
  /// `solid`, `dashed` or `dotted`.
  let pattern: String
  let width: Double
  let isDouble: Bool
  let arrowhead: String

  init(_ stance: FigureVerdict.Stance, style: FigureStyle) {
    var pattern = "solid"
    var width = 1.6
    var isDouble = false
    var arrowhead = "normal"
    switch stance {
    case .stronglySupported:
      (word, sample, color) = ("strongly supported", "━━━━▶", style.supported)
      width = 3
    case .supported:
      (word, sample, color) = ("supported", "────▶", style.supported)
      width = 1.8
    case .assembled:
      (word, sample, color) = ("assembled: no thread", "────▷", style.supported)
      arrowhead = "onormal"
    case .thin:
      (word, sample, color) = ("thin", "───>", style.undecided)
      width = 0.6
      arrowhead = "vee"
    case .contested:
      (word, sample, color) = ("contested", "╍╍╍╍▶", style.contested)
      pattern = "dashed"
      width = 1.8
    case .untested:
      (word, sample, color) = ("untested", "┈┈┈┈▷", style.undecided)
      pattern = "dotted"
      arrowhead = "onormal"
    case .espousedOnly:
      (word, sample, color) = ("espoused only", "════▷", style.espoused)
      width = 1
      isDouble = true
      arrowhead = "onormal"
    case .challenged:
      (word, sample, color) = ("challenged", "───┼▶", style.challenged)
      arrowhead = "normalnonetee"
    case .eliminated:
      (word, sample, color) = ("eliminated", "──┼┼▶", style.challenged)
      width = 2.2
      arrowhead = "normalnoneteenonetee"
    }
    self.pattern = pattern
    self.width = width
    self.isDouble = isDouble
    self.arrowhead = arrowhead
  }

  /// The attributes of an edge.
  var edge: DOTAttributes {
    [
      // Graphviz draws one line beside the other for each colour, and leaves `invis` out.
      "color": .word(isDouble ? "\(color):invis:\(color)" : color),
      "fillcolor": .word(color), "fontcolor": .word(color), "penwidth": .number(width),
      "style": .word(pattern), "arrowhead": .word(arrowhead),
    ]
  }

  /// The attributes of a box.
  var box: DOTAttributes {
    [
      "color": .word(color), "penwidth": .number(min(width, 2)),
      "style": .word(pattern == "solid" ? "rounded,filled" : "rounded,filled,\(pattern)"),
    ]
  }
}
