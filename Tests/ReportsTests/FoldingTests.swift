import PropertyGraph
import Reports
import Testing

/// What is folded when there is too much, and that the figure says so.
@Suite struct FoldingTests {
  private func theory(configurations count: Int, unplaced: Int) -> FigureTheory {
    var theory = FigureTheory(id: "t", title: "T")
    for number in 0..<unplaced {
      theory.elements.append(
        FigureElement(id: Text("c\(number)"), kind: .context, title: Text("Context \(number)")))
      theory.links.append(FigureLink(from: Text("c\(number)"), to: "m", kind: .enables))
    }
    for number in 0..<count {
      theory.configurations.append(
        FigureConfiguration(
          id: Text("k\(number)"), title: Text("Claim \(number)"), mechanisms: ["m"],
          outcomes: [Text("o\(number)")], verdict: FigureVerdict(.thin, "thin, for"),
          parts: [
            FigurePart(name: "mechanism", supporting: number),
            FigurePart(name: "outcome", supporting: number, isDeciding: true),
          ]))
    }
    return theory
  }

  private func drawing(_ theory: FigureTheory, _ limit: Int?) -> Drawing {
    TheoryFigure([theory], options: FigureOptions(mostNodes: limit)).drawing()
  }

  @Test func nothingIsFoldedWithinTheLimit() {
    let drawing = drawing(theory(configurations: 3, unplaced: 5), 12)
    #expect(drawing.nodes.count == 12 && drawing.notes.isEmpty)
  }

  @Test func unplacedElementsGoFirst() {
    let drawing = drawing(theory(configurations: 3, unplaced: 5), 11)
    #expect(drawing.nodes.count == 8)
    #expect(
      drawing.notes == [
        "Folded: 5 elements in no configuration, into lists, with 5 stated links about them."
      ])
    #expect(drawing.nodes.first { $0.kind == .list }?.lines.count == 5)
    #expect(drawing.nodes.contains { $0.parts.count == 2 })
  }

  @Test func thenPartsThenConfigurationsOfFewVoices() {
    let drawing = drawing(theory(configurations: 10, unplaced: 5), 9)
    #expect(drawing.nodes.count <= 9)
    #expect(drawing.notes.count == 3)
    let shown = drawing.nodes.filter { $0.kind == .configuration }
    #expect(shown.map(\.title) == ["k7", "k8", "k9"])
    #expect(shown.allSatisfy { $0.parts.count == 1 })
    let list = drawing.nodes.first { $0.id == "t/list/configuration" }
    #expect(list?.lines.count == 7)
    #expect(list?.lines.first?.verdict?.words == "thin, for")
    #expect(!drawing.nodes.contains { $0.id == "t/o3" })
  }

  @Test func aSheetHasItsOwnLimit() {
    let theory = theory(configurations: 40, unplaced: 0)
    let options = FigureOptions(paper: Paper(.slide, isLandscape: true))
    #expect(TheoryFigure([theory], options: options).drawing().nodes.count <= 20)
  }

  private func star() throws -> (GraphView, [[Value]]) {
    let graph = GraphView()
    try graph.beginStatement()
    func node(_ label: Text, _ id: Text) throws -> NodeRow {
      try graph.createNode(labels: [label], properties: ["id": .text(id)])
    }
    let hub = try node("Mechanism", "hub")
    let other = try node("Outcome", "other")
    let third = try node("Context", "third")
    var rows = [hub, other, third]
    _ = try graph.createRelationship(type: "A", from: hub, to: other, properties: [:])
    _ = try graph.createRelationship(type: "A", from: other, to: third, properties: [:])
    _ = try graph.createRelationship(type: "A", from: third, to: hub, properties: [:])
    for number in 0..<4 {
      let item = try node("Evidence", Text("e\(number)"))
      let site = try node("Site", Text("s\(number)"))
      rows += [item, site]
      _ = try graph.createRelationship(type: "SUPPORTS", from: item, to: hub, properties: [:])
      _ = try graph.createRelationship(type: "AT", from: site, to: other, properties: [:])
    }
    try graph.commitStatement()
    return (graph, rows.map { [.node($0)] })
  }

  @Test(arguments: [(20, 11, 0), (10, 7, 1), (6, 3, 2), (2, 2, 3)])
  func aResultFoldsEvidenceThenLeavesThenTheRest(limit: Int, nodes: Int, notes: Int) throws {
    let (graph, rows) = try star()
    let drawing = ResultFigure(rows: rows, graph: graph, options: FigureOptions(mostNodes: limit))
      .drawing()
    #expect(drawing.nodes.count == nodes)
    #expect(drawing.notes.count == notes, "\(drawing.notes)")
    if notes > 0 { #expect(drawing.nodes.first?.badges.first?.count == 4) }
  }

  @Test func nodesAloneAreConnected() throws {
    let (graph, rows) = try star()
    #expect(ResultFigure(rows: rows, graph: graph).drawing().allEdges.count == 11)
    #expect(ResultFigure(rows: [[1], ["x"]], graph: graph).isEmpty)
  }
}
