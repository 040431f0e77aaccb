import Diagnostics
import GraphTesting
import PropertyGraph
import Testing

@Suite struct GraphImageTests {
  @Test(arguments: 0..<12)
  func randomGraphsComeBack(seed: Int) throws {
    var random = RandomGraph(seed: UInt64(seed))
    let graph = random.graph(nodes: [0, 1, 5, 40][seed % 4], relationships: [0, 3, 80][seed % 3])
    let image = try graph.image()
    try image.verifyBodies()
    try expectSame(GraphView(image: image), graph)
  }

  @Test func theSameGraphGivesTheSameBytes() throws {
    var random = RandomGraph(seed: 77)
    let graph = random.graph(nodes: 60, relationships: 120)
    let first = try graph.image()
    let again = try GraphView(image: first).makeImage()
    #expect(first.withBytes { Array($0) } == again.withBytes { Array($0) })
  }

  @Test func everyWidthAndLayoutOfColumns() throws {
    let builder = GraphImageBuilder(GraphState(graph: GraphID(high: 0, low: 1)))
    let numbers: [Int64] = [1, -128, 127, 300, -32_768, 70_000, .max, .min]
    var expected: [NodeID: PropertyMap] = [:]
    for id in 0..<400 as Range<Int64> {
      var properties: PropertyMap = [
        "one": .integer(numbers[Int(id % 3)]), "two": .integer(numbers[Int(id % 5)]),
        "four": .integer(numbers[Int(id % 6)]), "eight": .integer(numbers[Int(id % 8)]),
        "repeated": .text(Text("value \(id % 7)")), "distinct": .text(Text("value \(id)")),
        "empty": "",
      ]
      if id % 50 == 3 { properties["sparse"] = .text(Text("s\(id)")) }
      if id % 50 == 4 { properties["sparse number"] = .integer(id) }
      if id % 60 == 5 { properties["sparse list"] = .list([.integer(id)]) }
      if id % 2 == 0 { properties["half"] = .boolean(id % 4 == 0) }
      if id == 399 { properties["last"] = .float(.nan) }
      expected[id] = properties
      builder.addNode(id: id, labels: ["N"], properties: properties)
    }
    let view = GraphView(image: try builder.build())
    for node in view.scanned(limit: 50) {
      let properties = view.properties(of: node)
      #expect(Exact(.map(properties)) == Exact(.map(expected[view.id(of: node)] ?? [:])))
    }
  }

  @Test(arguments: [
    [0, 1, 2], [5, 1_000_000_000_000, -3], [Int64.min, .max, 0], [7, 8, 9, 100],
  ])
  func idsOfAllKinds(ids: [Int64]) throws {
    let builder = GraphImageBuilder(GraphState(graph: GraphID(high: 0, low: 1)))
    for (index, id) in ids.enumerated() {
      builder.addNode(id: id, labels: index % 2 == 0 ? ["A"] : [], properties: [:])
    }
    for (index, id) in ids.enumerated() {
      builder.addRelationship(id: id, type: "T", start: ids[index], end: ids[0], properties: [:])
    }
    let view = GraphView(image: try builder.build())
    for id in ids {
      let node = try #require(view.node(withID: id))
      #expect(view.id(of: node) == id)
      let relationship = try #require(view.relationship(withID: id))
      #expect(view.id(of: relationship) == id)
      #expect(view.id(of: view.start(of: relationship)) == id)
    }
    for stranger: Int64 in [3, 6, 10, .max - 1, .min + 1] where !ids.contains(stranger) {
      #expect(view.node(withID: stranger) == nil)
    }
  }

  @Test func refusesWhatIsNoGraph() {
    let state = GraphState(graph: GraphID(high: 0, low: 1))
    let twice = GraphImageBuilder(state)
    twice.addNode(id: 1, labels: ["A"], properties: [:])
    twice.addNode(id: 1, labels: ["B"], properties: [:])
    #expect(#expect(throws: Diagnostic.self) { try twice.build() }?.code == "DuplicateIdentity")
    let dangling = GraphImageBuilder(state)
    dangling.addNode(id: 1, labels: [], properties: [:])
    dangling.addRelationship(id: 1, type: "T", start: 1, end: 2, properties: [:])
    #expect(
      #expect(throws: Diagnostic.self) { try dangling.build() }?.code == "DanglingRelationship")
  }

  @Test func damageIsNoticed() throws {
    var random = RandomGraph(seed: 5)
    let image = try random.graph(nodes: 30, relationships: 60).image()
    let bytes = image.withBytes { Array($0) }
    for length in [0, 7, 127, 128, bytes.count / 2, bytes.count - 1] {
      #expect(throws: Diagnostic.self) { try GraphImage(ImageBytes(copying: bytes[..<length])) }
    }
    // Every flipped bit of the header or directory is found on opening, any other on verifying.
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<400 {
      var damaged = bytes
      let offset = generator.index(below: bytes.count)
      damaged[offset] ^= 1 << UInt8(generator.index(below: 8))
      #expect(throws: Diagnostic.self, "byte \(offset)") {
        try GraphImage(ImageBytes(copying: damaged)).verifyBodies()
      }
    }
    var newer = bytes
    newer[8] = 9
    let error = #expect(throws: Diagnostic.self) { try GraphImage(ImageBytes(copying: newer)) }
    #expect(error?.code == "NewerFormat")
  }
}
