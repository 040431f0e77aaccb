public import PropertyGraph

/// What a person may choose about a figure.
public struct FigureOptions: Sendable, Hashable {
  /// A title above everything; each theory has its own title besides.
  public var title: Text?
  /// A line at the bottom: study, revision, hash of the rules, date.
  public var footer: Text?
  /// Columns after which a title is wrapped: on a sheet that lies there is width to spare and no
  /// height, so nodes are broad and low.
  var wrapWidth: Int {
    paper?.isLandscape == true ? style.wrapWidth * 8 / 5 : style.wrapWidth
  }
  /// Lines after which a title is cut; the tooltip has it in full.
  public var mostLines: Int
  /// Elements of one column that stand in no configuration and no stated link are drawn as nodes
  /// of their own up to this number; if there are more, all of them are folded into one list.
  public var mostUnplaced: Int
  /// Lines of such a list; what is left is counted.
  public var mostListed: Int
  /// Nodes after which a figure is folded; `nil`: what the sheet can hold, else what the sort of
  /// figure can bear. Each figure states its rule.
  public var mostNodes: Int?
  /// The sheet to fit.
  public var paper: Paper?
  /// Colours, letters, shapes.
  public var style: FigureStyle

  /// The defaults are made for print.
  public init(
    title: Text? = nil, footer: Text? = nil, mostLines: Int = 6, mostUnplaced: Int = 3,
    mostListed: Int = 40, mostNodes: Int? = nil, paper: Paper? = nil,
    style: FigureStyle = .standard
  ) {
    self.title = title
    self.footer = footer
    self.mostLines = mostLines
    self.mostUnplaced = mostUnplaced
    self.mostListed = mostListed
    self.mostNodes = mostNodes
    self.paper = paper
    self.style = style
  }

  /// Nodes after which it is folded: what a person said, else what the sheet can hold.
  var nodeLimit: Int? { mostNodes ?? paper?.mostNodes }

  /// The same for figures that grow with the evidence, which nobody could read unfolded.
  func nodeLimit(else standard: Int) -> Int { nodeLimit ?? standard }
}
