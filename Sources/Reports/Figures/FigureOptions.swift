public import PropertyGraph

/// What a person may choose about a figure.
public struct FigureOptions: Sendable, Hashable {
  /// A title above everything; each theory has its own title besides.
  public var title: Text?
  /// A line at the bottom: study, revision, hash of the rules, date.
  public var footer: Text?
  /// Columns after which a title is wrapped.
  public var wrapWidth: Int
  /// Lines after which a title is cut; the tooltip has it in full.
  public var mostLines: Int
  /// Elements of one column that stand in no configuration and no stated link are drawn as nodes
  /// of their own up to this number; if there are more, all of them are folded into one list.
  public var mostUnplaced: Int
  /// Lines of such a list; what is left is counted.
  public var mostListed: Int
  /// Colours and letters.
  public var style: FigureStyle

  /// The defaults are made for print.
  public init(
    title: Text? = nil, footer: Text? = nil, wrapWidth: Int = 26, mostLines: Int = 6,
    mostUnplaced: Int = 3, mostListed: Int = 40, style: FigureStyle = .standard
  ) {
    self.title = title
    self.footer = footer
    self.wrapWidth = wrapWidth
    self.mostLines = mostLines
    self.mostUnplaced = mostUnplaced
    self.mostListed = mostListed
    self.style = style
  }
}
