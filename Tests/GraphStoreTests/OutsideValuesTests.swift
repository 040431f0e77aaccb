import Diagnostics
import GraphTesting
import PropertyGraph
import Testing

@testable import GraphStore

/// Long texts stay in the rows; every way to read them finds what was written last.
@Suite struct OutsideValuesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }
  private var path: String { folder.file("a.realist") }
  private static let count = 12_000

  private static func text(_ number: Int, _ edition: String = "first") -> Text {
    Text(String(repeating: "\(edition) edition of text \(number), ", count: 5))
  }

  private func build() throws -> StoredGraph {
    try StoredGraph.build(at: path, GraphFileKind(.plain)) { bulk throws(Diagnostic) in
      for number in 0..<Self.count {
        _ = try bulk.addNode(
          labels: ["Evidence"],
          properties: ["id": Value("e\(number)"), "text": .text(Self.text(number))])
      }
    }
  }

  private func text(_ number: Int, in view: GraphView) throws -> Value? {
    let id = try #require(view.keyCode("id"))
    let rows = view.seek(label: nil, key: id, equals: Value("e\(number)"))
    let row = try #require(rows?.first)
    let key = try #require(view.keyCode("text"))
    let batch = try view.nodeProperty(key, of: [row, row])[1]
    let single = view.properties(of: row)["text"]
    #expect(batch.isNull ? single == nil : isSame(batch, single))
    return single
  }

  private func isSame(_ value: Value?, _ other: Value?) -> Bool {
    switch (value, other) {
    case (.text(let a)?, .text(let b)?): a == b
    case (.integer(let a)?, .integer(let b)?): a == b
    default: false
    }
  }

  @Test func theSnapshotDoesNotHoldThem() throws {
    let graph = try build()
    #expect(graph.view.leavesValuesOut)
    let bytes = graph.view.image.bytes.count
    #expect(bytes < Self.count * 100, "the texts alone have \(Self.count * 150) bytes")
    #expect(isSame(try text(7, in: graph.view), .text(Self.text(7))))
    #expect(try graph.check().isEmpty)
  }

  @Test func anOrderThatIsNotThatOfTheRowsIsKept() throws {
    let view = try build().view
    let rows = [NodeRow(900), NodeRow(3), NodeRow(411), NodeRow(3)]
    let key = try #require(view.keyCode("text"))
    let column = try view.nodeProperty(key, of: rows)
    for (position, row) in rows.enumerated() {
      #expect(isSame(column[position], .text(Self.text(Int(view.id(of: row))))))
    }
  }

  @Test func changesAreSeenHereAfterReopeningAndInTheNextSnapshot() throws {
    let graph = try build()
    try graph.write { view throws(Diagnostic) in
      try view.setProperty("text", of: NodeRow(5), to: .text(Self.text(5, "second")))
      try view.setProperty("text", of: NodeRow(6), to: .null)
      try view.setProperty("text", of: NodeRow(8), to: .integer(8))
      try view.setProperty("title", of: NodeRow(9), to: "nine")
    }
    func check(_ view: GraphView) throws {
      #expect(isSame(try text(5, in: view), .text(Self.text(5, "second"))))
      #expect(try text(6, in: view) == nil)
      if case .integer(8)? = try text(8, in: view) {} else { Issue.record("no 8") }
      #expect(isSame(try text(9, in: view), .text(Self.text(9))))
      #expect(isSame(try text(10, in: view), .text(Self.text(10))))
    }
    try check(graph.view)
    graph.close()
    let again = try StoredGraph(opening: path)
    try check(again.view)
    try again.writeSnapshot()
    #expect(again.view.overlaySize == 0)
    try check(again.view)
    #expect(try again.check().isEmpty)
    again.close()
    let third = try StoredGraph(opening: path)
    #expect(third.view.state == third.view.image.state)
    try check(third.view)
  }

  @Test func anOlderRevisionHasItsOwnTexts() throws {
    let graph = try build()
    try graph.write { view throws(Diagnostic) in
      try view.setProperty("text", of: NodeRow(5), to: .text(Self.text(5, "second")))
      _ = try view.delete(NodeRow(7))
    }
    let past = try graph.view(atRevision: 1)
    #expect(isSame(try text(5, in: past), .text(Self.text(5))))
    #expect(isSame(try text(7, in: past), .text(Self.text(7))))
    #expect(isSame(try text(8, in: past), .text(Self.text(8))))
  }

  @Test func aReaderKeepsItsStateWhileAnotherProcessWouldCommit() throws {
    try build().close()
    let reader = try StoredGraph(opening: path, .readOnly)
    try reader.refresh()
    let writer = try StoredGraph(opening: path)
    try writer.write { view throws(Diagnostic) in
      try view.setProperty("text", of: NodeRow(5), to: .text(Self.text(5, "second")))
    }
    #expect(isSame(try text(5, in: reader.view), .text(Self.text(5))))
    reader.endReading()
    try reader.refresh()
    #expect(isSame(try text(5, in: reader.view), .text(Self.text(5, "second"))))
    reader.endReading()
  }

  @Test func shortTextsAndFewLongOnesStayInTheImage() throws {
    let graph = try StoredGraph.build(at: path, GraphFileKind(.plain)) { bulk throws(Diagnostic) in
      for number in 0..<4_000 {
        _ = try bulk.addNode(
          labels: ["Evidence"],
          properties: ["title": Value("title \(number)"), "body": .text(Self.text(number % 10))])
      }
    }
    #expect(!graph.view.leavesValuesOut)
  }
}
