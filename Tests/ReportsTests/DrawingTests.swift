import Diagnostics
import PropertyGraph
import Reports
import Testing

/// One drawing, every format: the same nodes and lines, and nothing in a label that does anything.
@Suite struct DrawingTests {
  static let hostile: [String] = [
    "\"quoted\" and 'single'", "back\\slash \\N \\l \\G", "two\nlines\r\nthree", "<b>bold</b>",
    "<script>alert(1)</script>", "--> <!-- -->", "]]> <![CDATA[x]]>", "${x} $(y) `z`",
    "👩‍👩‍👧 emoji", "שלום عربي", "e\u{301}\u{302}\u{303}", "a\u{0}b\u{1B}[31m\u{7F}\u{85}",
    "\u{202E}reversed\u{2066}", "=1+1", "#quot; &amp; %% ;", "end", "", " ",
    "| pipe | [link](javascript:alert(1)) ![x](y)", String(repeating: "long ", count: 2_000),
    String(repeating: "x", count: 10_000),
  ]

  /// A drawing with the text in every place that takes one.
  static func drawing(_ text: String) -> Drawing {
    let text = Text(text)
    let verdict = FigureVerdict(.contested, text)
    let nodes = DrawingNode.Kind.allCases.enumerated().map { number, kind in
      DrawingNode(
        id: Text("\(number) \(text)"), kind: kind, title: text, notes: [text],
        lines: [DrawingNode.Line(text, verdict)], verdict: number % 2 == 0 ? verdict : nil,
        badges: [DrawingNode.Badge(.supporting, 2)], tooltip: text, address: text)
    }
    let kinds: [DrawingEdge.Kind] = [
      .claim(verdict, hasHead: true), .caseForChange, .condition, .stated(.inhibits), .ripple,
      .bears(.challenges), .cites, .relationship(text), .unseen,
    ]
    let edges = kinds.enumerated().map { number, kind in
      DrawingEdge(
        from: nodes[number].id, to: nodes[number + 1].id, kind, label: text, tooltip: text,
        isHeld: number % 2 == 0)
    }
    return Drawing(
      sort: text, id: text, title: text, spokenTitle: text,
      frames: [
        Drawing.Frame(
          id: text, sort: text, title: text, subtitle: text,
          columns: [Drawing.Column(id: text, heading: text, nodes: nodes)])
      ], edges: edges, notes: [text])
  }

  private func text(_ drawing: Drawing, _ format: DrawingFormat) -> String {
    String(
      decoding: drawing.text(as: format, FigureOptions(footer: drawing.title)), as: UTF8.self)
  }

  @Test(.needsGraphviz, arguments: hostile)
  func dotStaysValidWhateverALabelHolds(label: String) async throws {
    let document = Self.drawing(label).dot(FigureOptions(footer: Text(label)))
    let svg = try await Graphviz.svg(document)
    #expect(!svg.contains("<script") && !svg.contains("href=\"javascript"))
    #expect(!svg.contains("<b>"))
  }

  @Test(arguments: hostile) func graphMLStaysWellFormed(label: String) throws {
    let xml = text(Self.drawing(label), .graphml)
    let plain = text(Self.drawing("plain"), .graphml)
    // Only the optional data elements may differ: an empty text has none.
    let tags = Self.tags(xml).filter { !$0.hasSuffix("data") }
    #expect(tags == Self.tags(plain).filter { !$0.hasSuffix("data") })
    #expect(!xml.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test(arguments: hostile) func mermaidKeepsItsLines(label: String) {
    let text = text(Self.drawing(label), .mermaid)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let plain = self.text(Self.drawing("plain"), .mermaid)
      .split(separator: "\n", omittingEmptySubsequences: false)
    // A label in quotes never ends its line, opens a tag or ends the quotes.
    #expect(lines.count == plain.count)
    for line in lines {
      #expect(line.count { $0 == "\"" } % 2 == 0)
      let withoutBreaks = String(line).split(separator: "<br/>").joined()
      #expect(!withoutBreaks.contains("<"), "\(line.prefix(200))")
    }
  }

  @Test(arguments: hostile) func jsonReadsBack(label: String) throws {
    let json = Self.drawing(label).text(as: .json)
    guard case .map(let map) = try JSONReader.value(from: json),
      case .list(let nodes)? = map["nodes"], case .map(let node)? = nodes.first,
      case .text(let title)? = node["title"]
    else {
      Issue.record("no list of nodes")
      return
    }
    #expect(title == Text(label))
    #expect(nodes.count == DrawingNode.Kind.allCases.count)
  }

  @Test func everyFormatSaysTheSame() {
    let drawing = Self.drawing("plain")
    for format in [DrawingFormat.dot, .graphml, .mermaid, .json] {
      let written = text(drawing, format)
      #expect(written == text(drawing, format))
      for number in DrawingNode.Kind.allCases.indices {
        let id = format == .mermaid ? "n_\(number)_20_plain" : "\(number) plain"
        #expect(written.contains(id), "\(format)")
      }
    }
  }

  @Test func namesOfFilesSayTheFormat() {
    #expect(DrawingFormat(fileName: "a.b/c.SVG") == .svg)
    #expect(DrawingFormat(fileName: "x.mmd") == .mermaid)
    #expect(DrawingFormat(fileName: "x.gv") == .dot)
    #expect(DrawingFormat(fileName: "graphml") == .graphml)
    #expect(DrawingFormat(fileName: "x.jpg") == nil)
  }

  @Test func aSheetBoundsTheSize() {
    let options = FigureOptions(paper: Paper(.a4, isLandscape: true))
    let dot = String(decoding: Self.drawing("x").text(as: .dot, options), as: UTF8.self)
    #expect(dot.contains("size=\"10.65,7.25\""))
  }

  private static func tags(_ xml: String) -> [Substring] {
    xml.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" && $0 != " " } }
  }
}

/// What a style file may say.
@Suite struct StyleTests {
  @Test func everySettingCanBeSet() throws {
    var style = FigureStyle.standard
    for path in FigureStyle.settings {
      let value =
        path.hasPrefix("colours.")
        ? "#123456" : path.hasPrefix("shapes.") ? "box" : path == "font.family" ? "Inter" : "12"
      try style.set(path, to: value)
    }
    #expect(style.supported == "#123456" && style.shapes[.mechanism] == "box")
    #expect(style.font == "Inter" && style.size == 12 && style.wrapWidth == 12)
  }

  @Test(arguments: [
    ("colours.ink", "red", "`colours.ink` cannot be `red`"),
    ("colours.ink", "#12345g", "`colours.ink` cannot be `#12345g`"),
    ("shapes.mechanism", "star\"];", "`shapes.mechanism` cannot be `star\"];`"),
    ("font.size", "0", "`font.size` cannot be `0`"), ("wrap", "x", "`wrap` cannot be `x`"),
    ("colours.inc", "#000000", "a style file has no setting `colours.inc`"),
    ("shapes.mechanisms", "box", "a style file has no setting `shapes.mechanisms`"),
  ])
  func whatIsWrongIsSaid(path: String, value: String, message: String) {
    var style = FigureStyle.standard
    let error = #expect(throws: Diagnostic.self) { try style.set(path, to: value) }
    #expect(error?.message == message)
    #expect(error?.help != nil)
    #expect(style == .standard)
  }
}
