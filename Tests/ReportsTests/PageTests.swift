import PropertyGraph
import Reports
import Testing

/// The index page: nothing in it but what the input says, and nothing that runs.
@Suite struct PageTests {
  private func page(_ contents: ReportContents) -> String {
    String(decoding: ReportPage.bytes(of: contents), as: UTF8.self)
  }

  private func contents(
    text: Text, id: Text = "k", picture: [UInt8]? = nil, files: [ReportFile] = []
  ) -> ReportContents {
    ReportContents(
      title: text, description: text, rules: text, caution: text, footer: text, notices: [text],
      theories: [
        ReportTheory(
          id: "t", title: text, statement: text, word: text, facts: [text], picture: picture,
          files: files,
          verdicts: [
            ReportVerdict(
              id: id, title: text, verdict: FigureVerdict(.challenged, text), caution: text,
              deciding: text, counts: [text], cell: text,
              readings: [ReportReading(word: text, statement: text, place: text, why: text)],
              parts: [
                ReportPart(
                  name: text, title: text, verdict: FigureVerdict(.thin, text), why: text,
                  sides: [ReportPart.Side(name: text, voices: [(name: text, items: [text])])])
              ], sensitivity: [text])
          ])
      ], method: [text], sources: [ReportSource(id: id, title: text, details: text, items: 1)])
  }

  /// The same with an item, a contrast and a gap.
  private func full(text: Text, id: Text = "k") -> ReportContents {
    var contents = contents(text: text, id: id)
    contents.theories[0].items = [
      ReportItem(
        id: id, statement: text, source: text, places: [text], date: text, nature: text)
    ]
    contents.theories[0].contrasts = [
      ReportContrast(mechanism: text, context: text, observed: text, reading: text, why: text)
    ]
    contents.theories[0].gaps = [ReportGap(kind: text, question: text, ask: text, changes: 1)]
    return contents
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)",
    "</pre></details><b>", "</style><script>", "&lt;b&gt; & &amp;", "--> ]]> ${x} `y`",
  ])
  func textIsNeverMarkup(text: String) {
    let hostile = page(full(text: Text(text)))
    let plain = page(full(text: "plain"))
    // The same tags in the same order: no text has become one, or ended one.
    #expect(tags(hostile) == tags(plain))
    #expect(!hostile.contains(text))
  }

  @Test func idsInAttributesAreEscaped() {
    let hostile = page(contents(text: "x", id: "k\" onload=\"alert(1)"))
    #expect(hostile.contains("id=\"configuration-k&quot; onload=&quot;alert(1)\""))
  }

  @Test func controlCharactersAndDirectionMarksAreShown() {
    let hostile = page(contents(text: "a\u{0}\u{1B}[31m\u{202E}b"))
    #expect(hostile.contains("a\u{2400}\u{241B}[31m\u{FFFD}b"))
    #expect(!hostile.utf8.contains(0x00) && !hostile.utf8.contains(0x1B))
  }

  @Test(arguments: [
    ("t.svg", "t.svg"), ("a b&c\".svg", "a%20b&amp;c%22.svg"), ("é.svg", "%C3%A9.svg"),
    ("https://example.org/x?y=1#z", "https://example.org/x?y=1#z"),
    ("folder/a:b.svg", "folder/a:b.svg"),
  ])
  func addressesOfFiles(name: String, address: String) {
    let text = page(contents(text: "x", files: [ReportFile(label: "SVG", name: Text(name))]))
    #expect(text.contains("<a href=\"\(address)\">SVG"))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "a:b",
    "\u{1}javascript:alert(1)", "",
  ])
  func addressesThatCouldRunAreLeftOut(name: String) {
    let text = page(contents(text: "x", files: [ReportFile(label: "SVG", name: Text(name))]))
    #expect(!text.contains(">SVG<"))
  }

  @Test func nothingIsLoadedAndNothingRuns() {
    let text = page(contents(text: "x", picture: Array("<svg><g/></svg>".utf8)))
    for forbidden in ["<link", "@import", "url(", "src=", "http://", "https://", "<script "] {
      #expect(!text.contains(forbidden), "\(forbidden)")
    }
    // The page's own script, which its policy names by hash; nothing else may run.
    #expect(text.split(separator: "<script>").count == 2)
    #expect(text.contains("default-src 'none'"))
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
  }

  @Test func picturesStandInThePageWithoutTheirDeclaration() {
    let svg = "<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n<!-- made -->\n<svg id=\"s\"><g/></svg>\n"
    let text = page(contents(text: "x", picture: Array(svg.utf8)))
    #expect(text.contains("<svg id=\"s\"><g/></svg>"))
    #expect(!text.contains("<?xml") && !text.contains("<!DOCTYPE svg>"))
    #expect(!page(contents(text: "x")).contains("<figure"))
  }

  @Test func theRowHoldsComputedAuthorsAndWhy() throws {
    let verdict = ReportVerdict(
      id: "t3-subsidiarity", title: "Subsidiarity leads to better outcomes",
      verdict: FigureVerdict(.challenged, "challenged: not enacted"),
      caution: "failure to implement is not failure of the theory",
      deciding: "mechanism principle-of-subsidiarity: challenged",
      counts: ["7 passages, 4 sources, 3 independent voices"], cell: "said, not seen",
      readings: [
        ReportReading(
          word: "not-enacted", statement: "Not broadly practised", place: "line 1976",
          why: "both come to the same")
      ])
    let text = page(
      ReportContents(
        title: "S", rules: "standard, version 1, built-in", caution: "no effect sizes",
        theories: [ReportTheory(id: "t", title: "T", word: "holds", verdicts: [verdict, verdict])])
    )
    let row = try #require(text.split(separator: "\n").first { $0.contains("<tr id=") })
    #expect(
      row == """
        <tr id="configuration-t3-subsidiarity"><th scope="row">Subsidiarity leads to better \
        outcomes<br><code>t3-subsidiarity</code></th><td><span class="none">none named</span></td>\
        <td><span class="none">none named</span></td>\
        <td><span class="none">none named</span></td>\
        <td><span class="verdict challenged">challenged: not enacted</span><br><small>failure to implement is not failure of the \
        theory</small><br><small>decided by mechanism principle-of-subsidiarity: challenged\
        </small></td><td><div>7 passages, 4 sources, 3 independent voices</div>\
        <div>said, not seen</div></td><td><p><strong>not-enacted</strong>: Not broadly practised \
        <small>(line 1976)</small></p><p><small>both come to the same</small></p></td></tr>
        """)
    #expect(text.contains("no effect sizes"))
    #expect(text.contains("Rules: standard, version 1, built-in"))
  }

  @Test func anAnchorStandsOnce() {
    let verdict = ReportVerdict(
      id: "k", title: "K", verdict: FigureVerdict(.thin, "thin, for"),
      parts: [ReportPart(name: "outcome o", title: "O", verdict: FigureVerdict(.thin, "thin"))])
    let theories = ["a", "b"].map {
      ReportTheory(id: Text($0), title: "T", word: "thin", verdicts: [verdict])
    }
    let text = page(ReportContents(title: "S", rules: "r", caution: "c", theories: theories))
    #expect(text.split(separator: "id=\"configuration-k\"").count == 2)
    #expect(text.split(separator: "id=\"argument-k\"").count == 2)
  }

  /// The tags of a page without their attributes.
  private func tags(_ page: String) -> [Substring] {
    page.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" && $0 != " " } }
  }
}

/// The same report as Markdown.
@Suite struct MarkdownReportTests {
  private func lines(_ text: String) -> [Substring] {
    let text = Text(text)
    var theory = ReportTheory(
      id: "t", title: text, statement: text, word: text, facts: [text],
      verdicts: [
        ReportVerdict(
          id: "k", title: text, verdict: FigureVerdict(.thin, text), counts: [text],
          sensitivity: [text])
      ])
    theory.items = [ReportItem(id: "i", statement: text, source: text, places: [text])]
    theory.gaps = [ReportGap(kind: text, question: text, ask: text, changes: 1)]
    let contents = ReportContents(
      title: text, description: text, rules: text, caution: text, footer: text, notices: [text],
      theories: [theory], method: [text],
      sources: [ReportSource(id: "d", title: text, details: text, items: 1)])
    return String(decoding: MarkdownReport.bytes(of: contents), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// What a line is: how it begins, and how many cells it has.
  private func shape(_ line: Substring) -> String {
    let cells = line.replacing("\\|", with: "").count { $0 == "|" }
    let start = line.first.map { "#-|!".contains($0) ? String($0) : "text" } ?? "empty"
    return "\(start) \(cells)"
  }

  @Test(
    arguments: DrawingTests.hostile.filter { !$0.allSatisfy(\.isWhitespace) } + [
      "- item", "1. item", "2) item", "+ item", "    code", "% title", ": definition", "---",
      "===", "# heading", "> quote", "![x](y)", "{#id .class}", "```", "| a | b |",
    ])
  func noTextChangesTheStructure(text: String) {
    let hostile = lines(text)
    #expect(hostile.map(shape) == lines("plain").map(shape))
    for line in hostile {
      let rest = line.replacing("<br>", with: "")
      #expect(!rest.contains("<"), "\(line.prefix(200))")
      #expect(!rest.contains("](") || rest.contains("\\]("), "\(line.prefix(200))")
    }
  }
}
