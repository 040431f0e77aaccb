import Diagnostics
import GraphTesting
import PropertyGraph
import Testing

@testable import GraphStore

@Suite struct SnapshotTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }
  private var path: String { folder.file("a.realist") }

  /// A file with a snapshot of revision 1 and a commit after it.
  private func prepare() throws -> (listing: [String], snapshot: String) {
    var random = RandomGraph(seed: 42)
    let graph = random.graph(nodes: 30, relationships: 50)
    let stored = try StoredGraph.build(at: path, GraphFileKind(.plain)) { bulk throws(Diagnostic) in
      try graph.write(to: bulk)
    }
    try stored.write { view throws(Diagnostic) in
      _ = try view.createNode(labels: ["Later"], properties: ["id": "later"])
    }
    let listing = stored.view.listing
    return (listing, try #require(folder.snapshots.first))
  }

  @Test func theSnapshotAndTheChangesSinceGiveTheState() throws {
    let (listing, _) = try prepare()
    let again = try StoredGraph(opening: path)
    #expect(again.view.listing == listing)
    #expect(again.view.image.state.revision == 1)
    #expect(again.view.state.revision == 2)
  }

  @Test(arguments: [
    "truncated", "empty", "flipped", "other graph", "later", "other history", "missing", "noise",
  ])
  func aBadSnapshotIsPassedOver(damage: String) throws {
    let (listing, snapshot) = try prepare()
    let bytes = folder.read(snapshot)
    folder.remove(snapshot)
    func rewritten(_ change: (inout GraphState) -> Void) throws -> [UInt8] {
      let view = GraphView(image: try GraphImage(ImageBytes(copying: bytes)))
      change(&view.state)
      return try view.makeImage().withBytes { Array($0) }
    }
    switch damage {
    case "truncated": folder.write(bytes[..<(bytes.count / 2)], to: snapshot)
    case "empty": folder.write([], to: snapshot)
    case "flipped":
      var flipped = bytes
      flipped[bytes.count / 3] ^= 4
      folder.write(flipped, to: snapshot)
    case "other graph":
      folder.write(try rewritten { $0.graph = GraphID(high: 7, low: 7) }, to: snapshot)
    case "later":
      let later = snapshot.replacingLast("-1.", with: "-9.")
      folder.write(try rewritten { $0.revision = 9 }, to: later)
      folder.write(try rewritten { $0.revision = 9 }, to: snapshot)
    case "other history": folder.write(try rewritten { $0.stamp ^= 1 }, to: snapshot)
    case "noise": folder.write((0..<5_000).map { UInt8(truncatingIfNeeded: $0 * 7) }, to: snapshot)
    default: break
    }
    let again = try StoredGraph(opening: path)
    #expect(again.view.listing == listing)
    #expect(again.view.image.state.revision == 2)
    // The rebuilt one stands in its place.
    let third = try StoredGraph(opening: path)
    #expect(third.view.listing == listing)
    #expect(folder.snapshots.contains { $0.hasSuffix("-2.snapshot") })
  }

  @Test func leftOversOfAKilledWriterDoNoHarm() throws {
    let (listing, snapshot) = try prepare()
    folder.write([1, 2, 3], to: "a.realist-snapshot.tmp")
    folder.remove(snapshot)
    let again = try StoredGraph(opening: path)
    #expect(again.view.listing == listing)
    #expect(!folder.names.contains("a.realist-snapshot.tmp"))
    #expect(folder.snapshots.count == 1)
  }

  @Test func aReaderGoesOnWhenItsSnapshotIsReplaced() throws {
    let (listing, _) = try prepare()
    let reader = try StoredGraph(opening: path, .readOnly)
    let writer = try StoredGraph(opening: path)
    for _ in 0..<3 {
      try writer.write { view throws(Diagnostic) in
        _ = try view.createNode(labels: ["More"], properties: [:])
      }
    }
    try writer.writeSnapshot()
    #expect(folder.snapshots.count == 1)
    #expect(reader.view.listing == listing)
    try reader.refresh()
    #expect(reader.view.listing == writer.view.listing)
  }

  @Test func aLargeDeltaBecomesASnapshot() throws {
    let stored = try StoredGraph.create(at: path, GraphFileKind(.plain))
    var created = NodeRow(0)
    try stored.write { view throws(Diagnostic) in
      for _ in 0..<9_000 { created = try view.createNode(labels: ["N"], properties: [:]) }
    }
    // Rows of results stay good until the next statement.
    #expect(stored.view.id(of: created) == 8_999)
    #expect(stored.view.overlaySize == 9_000)
    try stored.beginWriting()
    #expect(stored.view.overlaySize == 0)
    stored.endWriting()
    #expect(folder.snapshots.map { $0.hasSuffix("-1.snapshot") } == [true])
  }

  @Test func aCopySentAloneOpens() throws {
    let (listing, _) = try prepare()
    let stored = try StoredGraph(opening: path)
    stored.close()
    folder.write(folder.read("a.realist"), to: "b.realist")
    let copy = try StoredGraph(opening: folder.file("b.realist"))
    #expect(copy.view.listing == listing)
    // The two go different ways; each keeps to its own snapshots.
    try copy.write { view throws(Diagnostic) in
      _ = try view.createNode(labels: ["Only copy"], properties: [:])
    }
    copy.close()
    let original = try StoredGraph(opening: path)
    try original.write { view throws(Diagnostic) in
      _ = try view.createNode(labels: ["Only original"], properties: [:])
    }
    original.close()
    folder.write(folder.read("b.realist"), to: "a.realist")
    let replaced = try StoredGraph(opening: path)
    #expect(replaced.view.labelNames().contains("Only copy"))
    #expect(!replaced.view.labelNames().contains("Only original"))
  }
}

extension String {
  func replacingLast(_ part: String, with other: String) -> String {
    guard let range = self.ranges(of: part).last else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}

extension NaiveGraph {
  /// Writes the graph, its nodes numbered anew in the order of their ids.
  func write(to bulk: BulkGraphWriter) throws(Diagnostic) {
    var numbers: [NodeID: NodeID] = [:]
    for (id, node) in nodes.sorted(by: { $0.key < $1.key }) {
      numbers[id] = try bulk.addNode(labels: node.labels.sorted(), properties: node.properties)
    }
    for (_, relationship) in relationships.sorted(by: { $0.key < $1.key }) {
      guard let start = numbers[relationship.start], let end = numbers[relationship.end] else {
        continue
      }
      _ = try bulk.addRelationship(
        type: relationship.type, start: start, end: end, properties: relationship.properties)
    }
  }
}
