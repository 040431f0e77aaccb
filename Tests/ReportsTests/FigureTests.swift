import PropertyGraph
import Reports
import Testing

/// What a figure draws, folds and explains.
@Suite struct FigureTests {
  private func dot(_ theory: FigureTheory, _ options: FigureOptions = FigureOptions()) -> String {
    String(
      decoding: TheoryFigure([theory], options: options).document().bytes(), as: UTF8.self)
  }

  private func configuration(
    _ id: Text, _ stance: FigureVerdict.Stance, mechanism: Text = "m", outcome: Text = "o"
  ) -> FigureConfiguration {
    FigureConfiguration(
      id: id, title: id, mechanisms: [mechanism], outcomes: [outcome],
      verdict: FigureVerdict(stance, Text("\(stance)")))
  }

  private func elements(_ kind: FigureElement.Kind, count: Int) -> [FigureElement] {
    (0..<count).map {
      FigureElement(id: Text("\(kind.rawValue)-\($0)"), kind: kind, title: Text("Title \($0)"))
    }
  }

  private let small = FigureTheory(
    id: "t", title: "A \"small\" theory", subtitle: "initial",
    elements: [
      FigureElement(
        id: "c", kind: .context, title: "Money is short", origin: .emerged,
        statement: "Money is short everywhere.", address: "index.html#configuration-k"),
      FigureElement(id: "m", kind: .mechanism, title: "Pooled budgets"),
      FigureElement(id: "o", kind: .outcome, title: "Care is joined up"),
      FigureElement(id: "p", kind: .outcome, title: "Costs fall"),
    ],
    configurations: [
      FigureConfiguration(
        id: "k", title: "Pooling joins care up",
        contexts: [
          FigureContextPlace(
            context: "c", role: .constrains, verdict: FigureVerdict(.thin, "thin, for"))
        ], mechanisms: ["m"], outcomes: ["o"], verdict: FigureVerdict(.contested, "contested"),
        parts: [
          FigurePart(
            name: "mechanism", verdict: FigureVerdict(.supported, "supported"), supporting: 3),
          FigurePart(
            name: "link", verdict: FigureVerdict(.contested, "contested"), supporting: 2,
            challenging: 2, isDeciding: true),
        ], address: "javascript:alert(1)")
    ], links: [FigureLink(from: "c", to: "p", kind: .counteracts)])

  @Test func smallTheory() {
    let options = FigureOptions(title: "Study", footer: "revision 1")
    #expect(dot(small, options) == GoldenFigure.smallTheory)
  }

  @Test func theSameInputGivesTheSameBytes() {
    #expect(dot(small) == dot(small))
    #expect(!dot(small).contains("revision"))
  }

  @Test(.needsGraphviz, arguments: GraphvizRunner.Layout.allCases)
  func everyLayoutDrawsIt(layout: GraphvizRunner.Layout) async throws {
    let svg = try await Graphviz.svg(TheoryFigure([small]).document(), layout: layout)
    let texts = Graphviz.texts(in: svg)
    for text in ["Money is short", "Pooled budgets", "Care is joined up", "contested"] {
      #expect(texts.contains(text))
    }
    #expect(!svg.contains("javascript"))
    #expect(svg.contains("xlink:href=\"index.html#configuration-k\""))
  }

  @Test(.needsGraphviz) func columnsKeepTheirOrderFromTopToBottom() async throws {
    // Given in no order; three configurations share a mechanism, one outcome is shared.
    let theory = FigureTheory(
      id: "t", title: "T",
      elements: elements(.mechanism, count: 3) + elements(.context, count: 2),
      configurations: [
        configuration("c", .thin, mechanism: "mechanism-2", outcome: "o3"),
        configuration("a", .contested, mechanism: "mechanism-0", outcome: "o1"),
        configuration("d", .untested, mechanism: "mechanism-1", outcome: "o2"),
        configuration("b", .challenged, mechanism: "mechanism-0", outcome: "o1"),
        configuration("e", .supported, mechanism: "mechanism-0", outcome: "o4"),
      ],
      links: [
        FigureLink(from: "context-1", to: "mechanism-0", kind: .enables),
        FigureLink(from: "context-0", to: "mechanism-2", kind: .constrains),
        FigureLink(from: "context-0", to: "o4", kind: .counteracts),
      ])
    let figure = TheoryFigure([theory], options: FigureOptions(title: "Title")).document()
    let heights = Graphviz.heights(in: try await Graphviz.svg(figure))
    #expect(heights.count { $0.key.hasPrefix("t/configuration/") } == 5)
    func order(_ names: [String]) -> [String] {
      names.sorted { (heights["t/\($0)"] ?? 0, $0) < (heights["t/\($1)"] ?? 0, $1) }
    }
    let cards = ["a", "b", "e", "d", "c"].map { "configuration/\($0)" }
    #expect(order(cards.reversed()) == cards)
    #expect(order(["o3", "o2", "o4", "o1"]) == ["o1", "o4", "o2", "o3"])
    #expect(order(["context-0", "context-1"]) == ["context-1", "context-0"])
  }

  @Test func whatStandsNowhereIsFoldedWhenThereIsMuchOfIt() {
    var theory = FigureTheory(
      id: "t", title: "T", elements: elements(.outcome, count: 4),
      configurations: [configuration("k", .untested, outcome: "outcome-0")])
    #expect(!dot(theory).contains("in no configuration\""))
    #expect(dot(theory).contains("\"t/outcome-3\" ["))
    theory.elements = elements(.outcome, count: 5)
    let folded = dot(theory)
    #expect(folded.contains("4 outcomes in no configuration"))
    #expect(!folded.contains("\"t/outcome-3\" ["))
    #expect(folded.contains("\"t/outcome-0\" ["))
    #expect(folded.contains("– Title 4"))
  }

  @Test func aLongListIsCounted() {
    let theory = FigureTheory(id: "t", title: "T", elements: elements(.mechanism, count: 100))
    let figure = dot(theory, FigureOptions(mostListed: 10))
    #expect(figure.contains("100 mechanisms in no configuration"))
    #expect(figure.contains("– Title 9<"))
    #expect(!figure.contains("– Title 10<"))
    #expect(figure.contains("and 90 more"))
  }

  @Test func aStatedLinkKeepsItsEndsInTheFigure() {
    let theory = FigureTheory(
      id: "t", title: "T",
      elements: elements(.mechanism, count: 10) + elements(.context, count: 1),
      links: [
        FigureLink(from: "context-0", to: "mechanism-7", kind: .enables),
        FigureLink(from: "context-0", to: "unknown", kind: .enables),
      ])
    let figure = dot(theory)
    #expect(figure.contains("\"t/context-0\" -> \"t/mechanism-7\" ["))
    #expect(figure.contains("9 mechanisms in no configuration"))
    #expect(!figure.contains("unknown"))
  }

  @Test func aClaimedConditionIsNotDrawnAgainAsAStatedLink() {
    var theory = small
    theory.links = [FigureLink(from: "c", to: "m", kind: .constrains)]
    let edges = dot(theory).split(separator: "\n").filter { $0.contains("\"t/c\" -> \"t/m\"") }
    // One with the verdict, and one unseen that keeps the columns in order.
    #expect(edges.count == 2)
    #expect(edges.count { $0.contains("style=invis") } == 1)
  }

  @Test(arguments: FigureVerdict.Stance.allCases)
  func theLegendHoldsOnlyWhatIsDrawn(stance: FigureVerdict.Stance) throws {
    let theory = FigureTheory(id: "t", title: "T", configurations: [configuration("k", stance)])
    let legend = try #require(
      dot(theory).split(separator: "\n").first { $0.contains("labelloc=b") })
    let words: [FigureVerdict.Stance: String] = [
      .stronglySupported: " strongly supported", .supported: "&#160;supported",
      .assembled: "assembled", .thin: "thin", .contested: "contested", .untested: "untested",
      .espousedOnly: "espoused only", .challenged: "challenged", .eliminated: "eliminated",
    ]
    for (other, word) in words.sorted(by: { $0.key < $1.key }) {
      let isDrawn = legend.contains(word.split(separator: " ").joined(separator: " "))
      #expect(isDrawn == (other == stance), "\(other)")
    }
    #expect(!legend.contains("voices"))
    #expect(!legend.contains("stated link"))
    #expect(!legend.contains("case for change"))
  }

  @Test func everyVerdictIsToldApartWithoutColour() {
    let looks = FigureVerdict.Stance.allCases.map { stance in
      let figure = dot(
        FigureTheory(id: "t", title: "T", configurations: [configuration("k", stance)]))
      let edge =
        figure.split(separator: "\n").first {
          $0.contains("\"t/configuration/k\" -> \"t/o\"") && $0.contains("normal")
            || $0.contains("arrowhead=vee")
        } ?? ""
      let attributes = edge.split { $0 == "," || $0 == " " || $0 == "[" }.filter { attribute in
        ["arrowhead=", "penwidth=", "style="].contains { attribute.hasPrefix($0) }
      }
      return attributes.joined(separator: " ") + (edge.contains(":invis:") ? " double" : "")
    }
    #expect(Set(looks).count == FigureVerdict.Stance.allCases.count, "\(looks)")
  }

  @Test func anElementSaysWhatItDoes() {
    let figure = dot(small)
    #expect(figure.contains("emerged from evidence · constrains<"))
    #expect(figure.contains("label=counteracts") || figure.contains("label=\"counteracts\""))
    #expect(figure.contains("tooltip=\"constrains: thin, for\""))
  }

  @Test func aPartOnWhichNobodySpeaksIsLeftOutOfTheCard() {
    var theory = small
    theory.configurations[0].parts = [
      FigurePart(name: "mechanism", verdict: FigureVerdict(.supported, "supported"), supporting: 3),
      FigurePart(name: "link", verdict: FigureVerdict(.untested, "untested")),
      FigurePart(
        name: "outcome", verdict: FigureVerdict(.untested, "untested"), isDeciding: true),
    ]
    let figure = dot(theory)
    #expect(figure.contains("mechanism<"))
    #expect(!figure.contains("link<"))
    #expect(figure.contains("▸ outcome<"))
  }

  @Test func elementsThatOnlyAConfigurationNamesAreDrawnByTheirId() {
    let figure = dot(
      FigureTheory(id: "t", title: "T", configurations: [configuration("k", .thin)]))
    #expect(figure.contains("\"t/m\" ["))
    #expect(figure.contains("\"t/o\" ["))
  }

  @Test func incompleteConfigurationsAndEmptyTheoriesAreDrawn() {
    let dyad = FigureConfiguration(
      id: "k", title: "k",
      contexts: [FigureContextPlace(context: "c", role: .caseForChange)], mechanisms: [],
      outcomes: [], verdict: FigureVerdict(.untested, "untested"))
    let figure = dot(FigureTheory(id: "t", title: "T", configurations: [dyad]))
    #expect(figure.contains("\"t/c\" -> \"t/configuration/k\""))
    #expect(dot(FigureTheory(id: "e", title: "Empty")).contains("subgraph cluster_e"))
  }

  @Test func aLongTitleIsCutAndStandsInFullInTheTooltip() {
    let title = Text((0..<60).map { "word\($0)" }.joined(separator: " "))
    let figure = dot(
      FigureTheory(
        id: "t", title: "T", elements: [FigureElement(id: "m", kind: .mechanism, title: title)]))
    #expect(figure.contains("…"))
    #expect(figure.contains("tooltip=\"\(title)\""))
  }

  @Test(.needsGraphviz) func aLargeTheoryIsDrawnInTime() async throws {
    let configurations = (0..<150).map {
      configuration(
        Text("k\($0)"), .espousedOnly, mechanism: Text("m\($0 / 3)"), outcome: Text("o\($0)"))
    }
    let figure = TheoryFigure([FigureTheory(id: "t", title: "T", configurations: configurations)])
    let svg = try await Graphviz.svg(figure.document())
    #expect(Graphviz.texts(in: svg).contains("k149"))
  }
}
