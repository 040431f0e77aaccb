import Diagnostics
import GraphTesting
import PropertyGraph
import Testing

@Suite struct GraphViewTests {
  @Test(arguments: 0..<16)
  func agreesWithTheNaiveGraph(seed: Int) throws {
    var random = RandomGraph(seed: UInt64(100 + seed))
    var graph = random.graph(nodes: seed % 4 * 8, relationships: seed % 5 * 10)
    let view = GraphView(image: try graph.image())
    var log: [[GraphChange]] = []
    view.commitHandler = { changes throws(Diagnostic) in log.append(changes) }
    let first = (image: view.image, listing: graph.listing)
    for step in 0..<12 {
      try view.beginStatement()
      let before = graph
      for _ in 0..<random.generator.index(below: 12) { try random.change(view, &graph) }
      if random.generator.chance(30) {
        view.rollbackStatement()
        graph = before
      } else {
        try view.commitStatement()
      }
      if step % 4 == 3 { try expectSame(view, graph) }
    }
    // The log takes the first image to the last state, and its inverses the last state back.
    let replayed = GraphView(image: first.image)
    replayed.apply(log.joined())
    try expectSame(replayed, graph)
    try view.compact()
    #expect(view.overlaySize == 0)
    try expectSame(view, graph)
    view.apply(log.joined().reversed().map(\.inverse))
    #expect(view.listing == first.listing)
  }

  @Test func rollbackRestoresIdsAndRows() throws {
    let view = GraphView()
    let a = try view.createNode(labels: ["A"], properties: ["id": "a"])
    try view.commitStatement()
    try view.beginStatement()
    let b = try view.createNode(labels: ["B"], properties: ["id": "b"])
    _ = try view.createRelationship(type: "T", from: a, to: b, properties: [:])
    _ = try view.createRelationship(type: "T", from: a, to: a, properties: [:])
    try view.setProperty("id", of: a, to: "b")
    view.rollbackStatement()
    #expect(view.listing == [#"0 [A] {"id":"a"}"#])
    #expect(view.nextNodeID == 1)
    #expect(view.nextRelationshipID == 0)
    let key = try #require(view.keyCode("id"))
    #expect(view.seek(label: nil, key: key, equals: "b") == [])
    #expect(view.seek(label: nil, key: key, equals: "a") == [a])
    try view.beginStatement()
    let c = try view.createNode(labels: [], properties: [:])
    #expect(view.id(of: c) == 1)
    var expansion = Expansion()
    view.expand([a, c], types: nil, direction: .either, into: &expansion)
    #expect(expansion.relationships.isEmpty)
  }

  @Test func aFailedCommitCanBeTakenBack() throws {
    let view = GraphView()
    view.commitHandler = { _ throws(Diagnostic) in
      throw Diagnostic(phase: .runtime, code: "DiskFull", "no space")
    }
    _ = try view.createNode(labels: [], properties: [:])
    #expect(#expect(throws: Diagnostic.self) { try view.commitStatement() }?.code == "DiskFull")
    view.rollbackStatement()
    #expect(view.nodeCount(label: nil) == 0)
  }

  @Test func deletingConnectedNodesIsRefused() throws {
    let view = GraphView()
    let a = try view.createNode(labels: [], properties: ["id": "a"])
    let b = try view.createNode(labels: [], properties: [:])
    let r = try view.createRelationship(type: "T", from: a, to: b, properties: [:])
    try view.commitStatement()
    _ = try view.delete(b)
    let error = #expect(throws: Diagnostic.self) { try view.commitStatement() }
    #expect(error?.code == "DeleteConnectedNode")
    view.rollbackStatement()
    _ = try view.delete(b)
    #expect(try view.delete(r))
    #expect(try !view.delete(r))
    try view.commitStatement()
    #expect(view.listing == [#"0 [] {"id":"a"}"#])
  }

  @Test func deletedEntitiesHaveNoProperties() throws {
    let view = GraphView()
    let a = try view.createNode(labels: [], properties: ["x": 1])
    let r = try view.createRelationship(type: "T", from: a, to: a, properties: ["x": 1])
    let x = try #require(view.keyCode("x"))
    _ = try view.delete(r)
    _ = try view.delete(a)
    #expect(view.isDeleted(a) && view.isDeleted(r))
    for attempt: () throws -> Void in [
      { _ = try view.nodeProperty(x, of: [a]) }, { _ = try view.relationshipProperty(x, of: [r]) },
      { try view.setProperty("x", of: a, to: 1) }, { _ = try view.addLabel("A", to: a) },
      { _ = try view.createRelationship(type: "T", from: a, to: a, properties: [:]) },
    ] {
      let error = #expect(throws: Diagnostic.self) { try attempt() }
      #expect(error?.code == "DeletedEntityAccess")
    }
  }

  @Test func propertiesAreScalarsAndLists() throws {
    let view = GraphView()
    let a = try view.createNode(labels: [], properties: ["gone": nil])
    #expect(view.keyNames() == [])
    for value: Value in [.map([:]), .node(a), [.map(["a": 1])]] {
      let error = #expect(throws: Diagnostic.self) { try view.setProperty("p", of: a, to: value) }
      #expect(error?.code == "InvalidPropertyType")
    }
  }

  @Test func graphsInMemoryCompactThemselves() throws {
    let view = GraphView()
    for _ in 0..<10_000 { _ = try view.createNode(labels: ["N"], properties: ["id": 1]) }
    try view.commitStatement()
    #expect(view.overlaySize == 10_000)
    try view.beginStatement()
    #expect(view.overlaySize == 0)
    #expect(view.nodeCount(label: view.labelCode("N")) == 10_000)
    let key = try #require(view.keyCode("id"))
    #expect(view.seek(label: nil, key: key, equals: 1.0)?.count == 10_000)
  }

  @Test func emptyingBeginsAnew() throws {
    let view = GraphView()
    _ = try view.createNode(labels: ["N"], properties: ["x": 1])
    try view.commitStatement()
    view.removeAll()
    #expect(view.labelCode("N") == nil)
    #expect(view.keyCode("x") == nil)
    let node = try view.createNode(labels: [], properties: [:])
    #expect(view.id(of: node) == 0)
  }

  @Test func labelsGrowWhileScanning() throws {
    var random = RandomGraph(seed: 9)
    let graph = random.graph(nodes: 20, relationships: 0)
    let view = GraphView(image: try graph.image())
    for node in view.scanned() { _ = try view.addLabel("New", to: node) }
    let code = try #require(view.labelCode("New"))
    #expect(view.scanned(code, limit: 1).count == 20)
    #expect(Set(view.scanned(code, limit: 6)).count == 20)
  }
}
