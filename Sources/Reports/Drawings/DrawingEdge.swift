public import PropertyGraph

/// A line between two nodes of a drawing.
public struct DrawingEdge: Sendable, Hashable {
  /// What it says; decides how it is drawn.
  public enum Kind: Sendable, Hashable {
    /// Part of a claim, drawn as its verdict. Only the last stretch has a head.
    case claim(FigureVerdict, hasHead: Bool)
    /// A stated problem that a mechanism answers.
    case caseForChange
    /// A context in a claim on which there is no verdict.
    case condition
    /// A link that somebody stated.
    case stated(FigureLink.Kind)
    /// An outcome that becomes the context of something else.
    case ripple
    /// How evidence bears.
    case bears(Bearing)
    /// One document cites another.
    case cites
    /// A relationship of the graph, by its type.
    case relationship(Text)
    /// Not seen: keeps order.
    case unseen
  }

  /// How evidence bears on a part.
  public enum Bearing: String, Sendable, Hashable, CaseIterable, Comparable {
    case supports, challenges, espouses, qualifies, silent

    /// The order of the legend.
    public static func < (left: Bearing, right: Bearing) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// The node it starts at.
  public var from: Text
  /// The node it ends at.
  public var to: Text
  /// What it says.
  public var kind: Kind
  /// A word beside it.
  public var label: Text?
  /// What it says in full.
  public var tooltip: Text
  /// Whether it holds its ends in the direction of reading.
  public var isHeld: Bool
  /// Whether it is kept short and straight before others.
  public var isSpine: Bool

  /// A line.
  public init(
    from: Text, to: Text, _ kind: Kind, label: Text? = nil, tooltip: Text = "",
    isHeld: Bool = true, isSpine: Bool = true
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    self.label = label
    self.tooltip = tooltip
    self.isHeld = isHeld
    self.isSpine = isSpine
  }

  /// What it says in one word, for formats that have no line styles.
  public var word: Text {
    switch kind {
    case .claim(let verdict, _): verdict.words
    case .caseForChange: "case for change"
    case .condition: "condition"
    case .stated(let link): Text(link.rawValue)
    case .ripple: "becomes"
    case .bears(let bearing): Text(bearing.rawValue)
    case .cites: "cites"
    case .relationship(let type): type
    case .unseen: ""
    }
  }
}
