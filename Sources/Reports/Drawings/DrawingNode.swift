public import PropertyGraph

/// Something that stands in a drawing.
public struct DrawingNode: Sendable, Hashable {
  /// What it is; decides its shape.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case context, mechanism, outcome, configuration, theory
    case evidence, quantity, document, part, cell, list, record
  }

  /// Evidence counted on it: a letter, a number and what they mean.
  public struct Badge: Sendable, Hashable {
    /// What is counted.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
      case supporting = "S"
      case challenging = "K"
      case espousing = "E"
      case other = "n"

      /// The order of the legend.
      public static func < (left: Kind, right: Kind) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
      }
    }

    /// What is counted.
    public var kind: Kind
    /// How many.
    public var count: Int

    /// A badge.
    public init(_ kind: Kind, _ count: Int) {
      self.kind = kind
      self.count = count
    }
  }

  /// One line of a list.
  public struct Line: Sendable, Hashable {
    /// What it says.
    public var words: Text
    /// The verdict behind it, which colours it.
    public var verdict: FigureVerdict?

    /// A line.
    public init(_ words: Text, _ verdict: FigureVerdict? = nil) {
      self.words = words
      self.verdict = verdict
    }
  }

  /// Its name, unique in the drawing.
  public var id: Text
  /// What it is.
  public var kind: Kind
  /// What stands in it.
  public var title: Text
  /// Small lines below: where it comes from, what it does.
  public var notes: [Text]
  /// The lines of a list or a cell.
  public var lines: [Line]
  /// The verdict on it.
  public var verdict: FigureVerdict?
  /// Parts of a configuration with what bears on them.
  public var parts: [FigurePart]
  /// Evidence counted on it.
  public var badges: [Badge]
  /// Whether it steps back.
  public var isMuted: Bool
  /// What it says in full.
  public var tooltip: Text
  /// Where a click leads; only web addresses and anchors are written.
  public var address: Text?

  /// A node.
  public init(
    id: Text, kind: Kind, title: Text, notes: [Text] = [], lines: [Line] = [],
    verdict: FigureVerdict? = nil, parts: [FigurePart] = [], badges: [Badge] = [],
    isMuted: Bool = false, tooltip: Text? = nil, address: Text? = nil
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.notes = notes
    self.lines = lines
    self.verdict = verdict
    self.parts = parts
    self.badges = badges
    self.isMuted = isMuted
    self.tooltip = tooltip ?? title
    self.address = address
  }
}
