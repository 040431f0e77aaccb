import Diagnostics
import Reports
import Testing

/// Escaping and form of DOT.
@Suite struct DOTTests {
  private func text(_ document: DOTDocument) -> String {
    String(decoding: document.bytes(), as: UTF8.self)
  }

  private func line(_ attributes: DOTAttributes) -> String {
    let document = DOTDocument(name: "g", statements: [.node(DOTNode("a", attributes))])
    return String(text(document).split(separator: "\n")[1].dropFirst(2))
  }

  /// Texts that Graphviz, SVG or a shell could take for something else.
  static let hostile = [
    "plain", "\"quoted\"", "back\\slash", "ends in \\", "\\N \\G \\E \\T \\H \\L \\n \\l \\r",
    "<b>bold</b>", "&lt; &amp; &#65;", "a & b", "-->", "]]>", "${HOME} $(x) `x`", "=1+1",
    "日本 👍 e\u{301}", "שלום עולם", "{a|b|<p> c}", "'single'", "a;b,c=d[e]{f}", "% // /* */ #",
    "\u{FFFD}", "  two  spaces  ",
  ]

  @Test func statementsAndAttributesAreWrittenInOneOrder() {
    let document = DOTDocument(
      name: "my graph", attributes: ["rankdir": "LR", "pad": 0.25],
      nodeDefaults: ["shape": "box"],
      statements: [
        .cluster(DOTCluster("c 1", ["label": .text("C")], [.node(DOTNode("node"))])),
        .node(DOTNode("b-1", ["label": .lines(["x", "y"], .left)])),
        .edge(DOTEdge(from: "node", to: "b-1", ["weight": 2])),
        .sameRank(["node", "b-1"]), .sameRank([]),
      ])
    #expect(
      text(document) == #"""
        digraph "my graph" {
          graph [pad=0.25, rankdir=LR];
          node [shape=box];
          subgraph "cluster_c 1" {
            graph [label="C"];
            "node";
          }
          "b-1" [label="x\ly\l"];
          "node" -> "b-1" [weight=2];
          { rank=same; "node"; "b-1"; }
        }

        """#)
  }

  @Test(arguments: [
    ("plain", #""plain""#), ("", #""""#), (#"a"b"#, #""a\"b""#), (#"a\b"#, #""a\\b""#),
    (#"\N"#, #""\\N""#), ("a\nb", #""a\nb""#), ("a\r\nb", #""a\nb""#), ("&lt;", #""&amp;lt;""#),
    ("<b>", #""<b>""#), ("a\u{0}b\u{1B}", "\"a\u{2400}b\u{241B}\""), ("\u{202E}x", "\"\u{FFFD}x\""),
  ])
  func label(text: String, written: String) {
    #expect(line(["label": .text(text)]) == "a [label=\(written)];")
  }

  @Test(arguments: [
    ("<b>&", "<&lt;b&gt;&amp;>"), ("\\N \"q\" 'r'", "<\\\\N &quot;q&quot; &#39;r&#39;>"),
    ("", "< >"), (" a  b ", "<&#160;a &#160;b&#160;>"), ("a\nb\u{1}", "<a b\u{2401}>"),
  ])
  func markup(text: String, written: String) {
    #expect(line(["label": .markup([.text(text)])]) == "a [label=\(written)];")
  }

  @Test(arguments: [
    (0, "0"), (1.5, "1.5"), (-0.25, "-0.25"), (2, "2"), (0.1234, "0.123"), (1.005, "1.005"),
    (-0.0001, "0"), (Double.nan, "0"), (Double.infinity, "0"), (1e300, "0"),
  ])
  func number(number: Double, written: String) {
    #expect(line(["width": .number(number)]) == "a [width=\(written)];")
  }

  @Test func keywordsAndOtherNamesAreQuoted() {
    for (name, written) in [
      ("graph", "\"graph\""), ("Strict", "\"Strict\""), ("a1_", "a1_"), ("1a", "\"1a\""),
      ("", "\"\""), ("a:b", "\"a:b\""), ("é", "\"é\""),
    ] {
      let document = DOTDocument(name: "g", statements: [.node(DOTNode(name))])
      #expect(text(document) == "digraph g {\n  \(written);\n}\n")
    }
  }

  @Test(.needsGraphviz, arguments: hostile)
  func graphvizGivesBackEveryLabel(label: String) async throws {
    let document = DOTDocument(
      name: label, attributes: ["label": .text(label)],
      statements: [
        .node(
          DOTNode(
            "plain \(label)",
            ["label": .text(label), "tooltip": .tooltip(label), "id": .text(label)])),
        .node(DOTNode("markup \(label)", ["label": .markup([.text(label)])])),
        .edge(
          DOTEdge(
            from: "plain \(label)", to: "markup \(label)",
            ["label": .markup([.table(DOTTable(rows: [[DOTCell(label)]]))])])),
      ])
    let svg = try await Graphviz.svg(document)
    let texts = Graphviz.texts(in: svg)
    #expect(texts.count { $0 == label } == 4, "\(texts)")
    let tooltips = Graphviz.values(of: "xlink:title", in: svg)
    #expect(tooltips.contains(label), "\(tooltips)")
  }

  /// Graphviz scans at most 16 KiB at a time, and lays out nothing wider than 65,535 points.
  @Test(.needsGraphviz, arguments: GraphvizRunner.Layout.allCases)
  func graphvizTakesLongTextsInEveryLayout(layout: GraphvizRunner.Layout) async throws {
    let long = String(repeating: "x<\"\\&", count: 10_000)
    let quotes = String(repeating: "\"", count: 3_000)
    let document = DOTDocument(
      name: "g",
      statements: [
        .node(
          DOTNode(
            "a", ["label": .text(String(long.prefix(2_000))), "tooltip": .tooltip(long)])),
        .node(DOTNode("b", ["label": .markup([.text(quotes)])])),
      ])
    let svg = try await Graphviz.svg(document, layout: layout)
    #expect(Graphviz.values(of: "xlink:title", in: svg).contains(long))
    #expect(Graphviz.texts(in: svg).contains(quotes))
  }
}
