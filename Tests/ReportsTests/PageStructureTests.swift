import PropertyGraph
import Reports
import Testing

/// What a reader with a keyboard or a screen reader needs of the page.
@Suite struct PageStructureTests {
  private let page: String = {
    let verdict = ReportVerdict(
      id: "k", title: "K",
      claim: ReportVerdict.Claim(contexts: ["C"], mechanisms: ["M"], outcomes: ["O"]),
      verdict: FigureVerdict(.thin, "thin, for"),
      parts: [
        ReportPart(
          name: "outcome o", title: "O", verdict: FigureVerdict(.thin, "thin"),
          sides: [ReportPart.Side(name: "For", voices: [(name: "V", items: ["i1", "i2"])])])
      ], sensitivity: ["firm"])
    let theories = ["a", "b"].map { id in
      var theory = ReportTheory(
        id: Text(id), title: "T", word: "thin", facts: ["f"],
        picture: Array("<svg id=\"figure/\(id)\"><title>x</title></svg>".utf8),
        files: [ReportFile(label: "SVG", name: "t.svg")], verdicts: [verdict])
      theory.gaps = [ReportGap(kind: "untested", question: "Q?", ask: "A", changes: 1)]
      theory.contrasts = [
        ReportContrast(mechanism: "M", context: "C", observed: "X", reading: "R", why: "W")
      ]
      if id == "a" {
        theory.items = ["i1", "i2"].map { ReportItem(id: $0, statement: "S") }
      }
      return theory
    }
    return String(
      decoding: ReportPage.bytes(
        of: ReportContents(
          title: "S", rules: "r", caution: "c", theories: theories, method: ["m"],
          sources: [ReportSource(id: "d", title: "D", details: "x", items: 2)])), as: UTF8.self)
  }()

  /// The values of an attribute, in order.
  private func values(of attribute: String, in text: some StringProtocol) -> [String] {
    text.split(separator: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  /// The tags of a name with their attributes.
  private func tags(_ name: String) -> [Substring] {
    page.split(separator: "<\(name)").dropFirst()
      .filter { $0.first.map { $0 == " " || $0 == ">" } ?? false }.map { $0.prefix { $0 != ">" } }
  }

  @Test func headingsDoNotSkipALevel() {
    let levels = page.split(separator: "<h").dropFirst().compactMap { $0.first?.wholeNumberValue }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
  }

  @Test func idsAreUniqueAndEveryLinkWithinThePageLeadsSomewhere() {
    let ids = values(of: "id", in: page)
    #expect(Set(ids).count == ids.count)
    let targets = values(of: "href", in: page).filter { $0.hasPrefix("#") }.map { $0.dropFirst() }
    #expect(targets.count > 5)
    for target in targets { #expect(ids.contains(String(target)), "\(target)") }
    for name in values(of: "aria-labelledby", in: page) { #expect(ids.contains(name), "\(name)") }
  }

  @Test func everyHeaderCellSaysWhatItHeads() {
    #expect(tags("th").count > 20)
    for tag in tags("th") { #expect(tag.contains("scope=\""), "\(tag)") }
  }

  @Test func whatScrollsCanBeReachedByKeyAndHasAName() {
    let regions = tags("div").filter { $0.contains("class=\"wide\"") }
    #expect(regions.count > 5)
    for region in regions {
      #expect(region.contains("tabindex=\"0\"") && region.contains("role=\"region\""))
      #expect(region.contains("aria-label"), "\(region)")
    }
  }

  @Test func figuresFieldsAndButtonsHaveNames() {
    for figure in tags("figure") { #expect(figure.contains("aria-label=\"Figure: ")) }
    #expect(tags("figure").count == 2)
    for field in tags("input") { #expect(!field.isEmpty && page.contains("<label>Show only")) }
    #expect(page.contains("<html lang=\"en\">") && page.contains("<title>S</title>"))
    #expect(page.contains("<main>") && page.contains("href=\"#verdicts\">Skip to the verdicts"))
  }

  @Test func theTableOfVerdictsHasContextMechanismAndOutcome() {
    #expect(page.contains("<td><div>C</div></td><td><div>M</div></td><td><div>O</div></td>"))
  }
}
