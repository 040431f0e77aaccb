/// What a drawing can be written as.
public enum DrawingFormat: String, Sendable, Hashable, CaseIterable {
  case dot, svg, pdf, png, graphml, mermaid, json

  /// The picture that Graphviz makes of it; `nil` if the format needs no Graphviz.
  public var picture: GraphvizRunner.Format? { GraphvizRunner.Format(rawValue: rawValue) }

  /// The endings of file names that mean it, without the dot.
  public var endings: [String] {
    switch self {
    case .dot: ["dot", "gv"]
    case .mermaid: ["mermaid", "mmd"]
    default: [rawValue]
    }
  }

  /// The format that a file's name asks for.
  public init?(fileName: String) {
    guard let ending = fileName.split(separator: ".").last?.lowercased(),
      let format = Self.allCases.first(where: { $0.endings.contains(ending) })
    else { return nil }
    self = format
  }
}

extension Drawing {
  /// The drawing as text: everything but pictures, which Graphviz makes of the DOT. The same
  /// drawing and options: the same bytes. O(nodes + lines).
  public func text(as format: DrawingFormat, _ options: FigureOptions = FigureOptions()) -> [UInt8]
  {
    switch format {
    case .dot, .svg, .pdf, .png: dot(options).bytes()
    case .graphml: GraphMLWriter(self).bytes()
    case .mermaid: MermaidWriter(self, options: options).bytes()
    case .json: DrawingJSON(self, options: options).bytes()
    }
  }
}
