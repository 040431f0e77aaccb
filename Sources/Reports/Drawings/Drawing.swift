public import PropertyGraph

/// A figure before it has a format: what stands in it, in which frames and columns, and which lines
/// run between. Every format (DOT and the pictures made of it, GraphML, Mermaid, JSON) is written
/// from this one value, so they say the same.
///
/// Names are unique in a drawing, come from ids, and keep their order, so that two drawings differ
/// only where what they show does.
public struct Drawing: Sendable, Hashable {
  /// What sort of figure: `theory-figure`.
  public var sort: Text
  /// Tells it apart where several figures stand in one page.
  public var id: Text
  /// A title above everything.
  public var title: Text?
  /// What a reader hears of the figure as a whole.
  public var spokenTitle: Text
  /// Frames, in the order in which they are drawn.
  public var frames: [Frame]
  /// Lines between nodes of any frame.
  public var edges: [DrawingEdge]
  /// Sentences below the legend: what was folded, and by which rule.
  public var notes: [Text]
  /// Whether it reads from left to right; else from top to bottom.
  public var isLeftToRight: Bool

  /// A drawing.
  public init(
    sort: Text, id: Text, title: Text? = nil, spokenTitle: Text, frames: [Frame] = [],
    edges: [DrawingEdge] = [], notes: [Text] = [], isLeftToRight: Bool = true
  ) {
    self.sort = sort
    self.id = id
    self.title = title
    self.spokenTitle = spokenTitle
    self.frames = frames
    self.edges = edges
    self.notes = notes
    self.isLeftToRight = isLeftToRight
  }

  /// Nodes drawn together in a box, such as a theory.
  public struct Frame: Sendable, Hashable {
    /// Its name.
    public var id: Text
    /// What it frames: `theory`.
    public var sort: Text
    /// Its title; without one no box is drawn.
    public var title: Text?
    /// A line below the title.
    public var subtitle: Text?
    /// Its columns in the direction of reading.
    public var columns: [Column]
    /// Lines that belong to it and are written with it.
    public var edges: [DrawingEdge]

    /// A frame.
    public init(
      id: Text, sort: Text, title: Text? = nil, subtitle: Text? = nil, columns: [Column] = [],
      edges: [DrawingEdge] = []
    ) {
      self.id = id
      self.sort = sort
      self.title = title
      self.subtitle = subtitle
      self.columns = columns
      self.edges = edges
    }
  }

  /// Nodes of one column, or of no order at all.
  public struct Column: Sendable, Hashable {
    /// Its name.
    public var id: Text
    /// What stands above it; with it the column has a ground.
    public var heading: Text?
    /// Whether its nodes stand under each other in their order; else the layout places them.
    public var isRanked: Bool
    /// What stands in it.
    public var nodes: [DrawingNode]

    /// A column.
    public init(id: Text, heading: Text? = nil, isRanked: Bool = true, nodes: [DrawingNode]) {
      self.id = id
      self.heading = heading
      self.isRanked = isRanked
      self.nodes = nodes
    }
  }

  /// All nodes, in their order.
  public var nodes: [DrawingNode] { frames.flatMap { $0.columns.flatMap(\.nodes) } }
  /// All lines: those of the frames first.
  public var allEdges: [DrawingEdge] { frames.flatMap(\.edges) + edges }
}
