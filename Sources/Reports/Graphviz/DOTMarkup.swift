/// A piece of a label with styles (Graphviz calls these labels "HTML-like").
public indirect enum DOTMarkup: Sendable, Hashable {
  /// A text to be shown as it is, on one line.
  case text(String, DOTTextStyle = DOTTextStyle())
  /// The end of a line.
  case lineBreak(DOTAlignment = .center)
  /// A table. A label has either one table or text.
  case table(DOTTable)

  /// Lines under each other.
  public static func lines(
    _ lines: [String], _ style: DOTTextStyle = DOTTextStyle(), alignment: DOTAlignment = .center
  ) -> [DOTMarkup] {
    var pieces: [DOTMarkup] = []
    for (index, line) in lines.enumerated() {
      pieces.append(.text(line, style))
      // Graphviz aligns a line by the break after it, also the last one.
      if index < lines.count - 1 || alignment != .center { pieces.append(.lineBreak(alignment)) }
    }
    return pieces
  }
}

/// How a text looks.
public struct DOTTextStyle: Sendable, Hashable {
  /// Points; `nil`: as around it.
  public var size: Double?
  /// A colour of Graphviz; `nil`: as around it.
  public var color: String?
  /// Heavy letters.
  public var isBold: Bool
  /// Slanted letters.
  public var isItalic: Bool

  /// A style.
  public init(
    size: Double? = nil, color: String? = nil, isBold: Bool = false, isItalic: Bool = false
  ) {
    self.size = size
    self.color = color
    self.isBold = isBold
    self.isItalic = isItalic
  }
}

/// A table within a label.
public struct DOTTable: Sendable, Hashable {
  /// The rows; an empty table is drawn as an empty cell.
  public var rows: [[DOTCell]]
  /// Points between cells.
  public var spacing: Int
  /// Points within cells.
  public var padding: Int

  /// A table without lines.
  public init(rows: [[DOTCell]], spacing: Int = 0, padding: Int = 1) {
    self.rows = rows
    self.spacing = spacing
    self.padding = padding
  }
}

/// A cell of a table within a label.
public struct DOTCell: Sendable, Hashable {
  /// What stands in it.
  public var content: [DOTMarkup]
  /// Where it stands.
  public var alignment: DOTAlignment
  /// How many columns it takes.
  public var span: Int
  /// A colour behind the text.
  public var background: String?
  /// A colour of a thin line around it.
  public var border: String?

  /// A cell.
  public init(
    _ content: [DOTMarkup], alignment: DOTAlignment = .left, span: Int = 1,
    background: String? = nil, border: String? = nil
  ) {
    self.content = content
    self.alignment = alignment
    self.span = span
    self.background = background
    self.border = border
  }

  /// A cell of one text.
  public init(
    _ text: String, _ style: DOTTextStyle = DOTTextStyle(), alignment: DOTAlignment = .left,
    span: Int = 1, background: String? = nil, border: String? = nil
  ) {
    self.init(
      [.text(text, style)], alignment: alignment, span: span, background: background,
      border: border)
  }
}
