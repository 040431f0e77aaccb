import PropertyGraph

/// What is drawn, for the legend.
struct DrawingContents {
  private(set) var stances: Set<FigureVerdict.Stance> = []
  private(set) var links: Set<FigureLink.Kind> = []
  private(set) var badges: Set<DrawingNode.Badge.Kind> = []
  private(set) var bearings: Set<DrawingEdge.Bearing> = []
  private(set) var hasDecidingPart = false
  private(set) var hasCaseForChange = false
  private(set) var hasRipple = false
  private(set) var hasCitation = false
  private(set) var hasMuted = false
  /// What a grey fill says in this sort of figure.
  let meaningOfGrey: String
  /// Whether badges count items rather than voices.
  private let countsItems: Bool

  init(of drawing: Drawing) {
    countsItems = drawing.nodes.contains { !$0.badges.isEmpty }
    meaningOfGrey =
      switch drawing.sort {
      case "evidence-figure": "shown, not required"
      case "contrast-figure": "known by half"
      default: "in no configuration"
      }
    for node in drawing.nodes { note(node) }
    for edge in drawing.allEdges { note(edge) }
  }

  func meaning(of badge: DrawingNode.Badge.Kind) -> String {
    let noun = countsItems ? "items" : "voices"
    return switch badge {
    case .supporting: "\(noun) that support"
    case .challenging: "\(noun) that challenge"
    case .espousing: "\(noun) that only hope, plan or fear"
    case .other: "items folded into a count"
    }
  }

  private mutating func note(_ node: DrawingNode) {
    hasMuted = hasMuted || node.isMuted
    for badge in node.badges { badges.insert(badge.kind) }
    for line in node.lines { if let verdict = line.verdict { stances.insert(verdict.stance) } }
    if let verdict = node.verdict { stances.insert(verdict.stance) }
    guard node.parts.contains(where: \.hasVoices) else { return }
    for part in node.parts {
      if part.supporting > 0 { badges.insert(.supporting) }
      if part.challenging > 0 { badges.insert(.challenging) }
      if part.espousing > 0 { badges.insert(.espousing) }
      hasDecidingPart = hasDecidingPart || part.isDeciding
    }
  }

  private mutating func note(_ edge: DrawingEdge) {
    switch edge.kind {
    case .claim(let verdict, _): stances.insert(verdict.stance)
    case .caseForChange: hasCaseForChange = true
    case .stated(let link): links.insert(link)
    case .ripple: hasRipple = true
    case .bears(let bearing): bearings.insert(bearing)
    case .cites: hasCitation = true
    case .condition, .relationship, .unseen: break
    }
  }
}

/// How a line shows what evidence does to a part, told apart without its colour.
struct BearingLine {
  /// A stretch of such a line, for the legend.
  let sample: String
  let color: String
  let attributes: DOTAttributes

  init(_ bearing: DrawingEdge.Bearing, style: FigureStyle) {
    switch bearing {
    case .supports:
      (sample, color) = ("───▶", style.supported)
      attributes = ["arrowhead": "normal", "penwidth": 1.2]
    case .challenges:
      (sample, color) = ("──┤", style.challenged)
      attributes = ["arrowhead": "tee", "penwidth": 1.6]
    case .espouses:
      (sample, color) = ("═══▷", style.espoused)
      attributes = ["arrowhead": "onormal", "penwidth": 1]
    case .qualifies:
      (sample, color) = ("╌╌╌○", style.undecided)
      attributes = ["arrowhead": "odot", "style": "dashed"]
    case .silent:
      (sample, color) = ("┈┈┈", style.undecided)
      attributes = ["arrowhead": "none", "style": "dotted"]
    }
  }
}
