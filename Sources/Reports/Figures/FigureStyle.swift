/// Colours and letters of a figure.
///
/// The colours are those of Okabe and Ito (2008), told apart by people with any colour vision,
/// darkened until each has a contrast of at least 4.5 to 1 on white. No meaning rests on colour
/// alone: each verdict has its own line, and its word stands beside it.
public struct FigureStyle: Sendable, Hashable {
  /// The ground and the letters of a badge.
  public struct Badge: Sendable, Hashable {
    /// The ground.
    public var fill: String
    /// The letters.
    public var ink: String

    /// Colours of a badge.
    public init(fill: String, ink: String) {
      self.fill = fill
      self.ink = ink
    }
  }

  /// Letters; browsers take the first that they have, all have the same widths.
  public var font = "Helvetica,Arial,sans-serif"
  /// Size of an element's title in points.
  public var size = 10.0
  /// Columns after which a title is wrapped.
  public var wrapWidth = 26
  /// Shapes that differ from those of the house.
  public var shapes: [DrawingNode.Kind: String] = [:]
  /// Text.
  public var ink = "#1a1a1a"
  /// Text that steps back.
  public var softInk = "#595959"
  /// Lines that step back.
  public var line = "#8c8c8c"
  /// The frame of a theory.
  public var frame = "#c9c9c5"
  /// The ground of a column.
  public var band = "#f5f5f2"
  /// The fill of an element.
  public var fill = "#ffffff"
  /// The fill of an element that stands in no configuration.
  public var mutedFill = "#ebebe7"
  /// Voices that support.
  public var supporting = Badge(fill: "#dcebf5", ink: "#00507f")
  /// Voices that challenge.
  public var challenging = Badge(fill: "#f9e1d2", ink: "#8a3500")
  /// Voices that only espouse.
  public var espousing = Badge(fill: "#f3ecd0", ink: "#5e4c00")
  /// Supported, and better.
  public var supported = "#00609c"
  /// Contested.
  public var contested = "#8a3b7a"
  /// Challenged, and worse.
  public var challenged = "#b34400"
  /// Espoused only.
  public var espoused = "#5e4c00"
  /// Untested, and thin.
  public var undecided = "#5c5c5c"

  /// The colours of a badge.
  func badge(_ kind: DrawingNode.Badge.Kind) -> Badge {
    switch kind {
    case .supporting: supporting
    case .challenging: challenging
    case .espousing: espousing
    case .other: Badge(fill: mutedFill, ink: softInk)
    }
  }

  /// The style of the house.
  public static let standard = FigureStyle()

  /// The house's colours and letters.
  public init() {}
}
