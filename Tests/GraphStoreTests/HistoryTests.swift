import Diagnostics
import GraphTesting
import PropertyGraph
import Testing

@testable import GraphStore

@Suite struct HistoryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func everyRevisionCanBeSeenAgain() throws {
    var random = RandomGraph(seed: 11)
    var graph = NaiveGraph()
    let stored = try StoredGraph.create(at: folder.file("a.realist"), GraphFileKind(.plain))
    var listings = [graph.listing]
    for number in 1...12 {
      try stored.write(CommitNote(author: "anna", reason: Text("step \(number)"))) {
        view throws(Diagnostic) in
        _ = try view.createNode(labels: ["Step"], properties: ["n": .integer(Int64(number))])
        graph.nodes[view.nextNodeID - 1] = NaiveGraph.Node(
          labels: ["Step"], properties: ["n": .integer(Int64(number))])
        for _ in 0..<10 { try random.change(view, &graph) }
      }
      listings.append(graph.listing)
      if number == 7 { try stored.writeSnapshot() }
    }
    for (revision, listing) in listings.enumerated() {
      let past = try stored.view(atRevision: Int64(revision))
      #expect(past.listing == listing, "revision \(revision)")
    }
    let commits = try stored.commits()
    #expect(commits.map(\.revision) == (1...12).reversed())
    #expect(commits.first?.note == CommitNote(author: "anna", reason: "step 12"))
    #expect(commits.first?.time.string.hasSuffix("Z") == true)
    #expect(try stored.changes(of: 1)?.isEmpty == false)
    let error = #expect(throws: Diagnostic.self) { try stored.view(atRevision: 13) }
    #expect(error?.code == "UnknownRevision")
    #expect(try stored.check().isEmpty)
  }

  @Test func aWholeGraphIsOneRevision() throws {
    var random = RandomGraph(seed: 12)
    let graph = random.graph(nodes: 20, relationships: 30)
    let stored = try StoredGraph.build(
      at: folder.file("a.realist"), GraphFileKind(.plain),
      note: CommitNote(statement: "load Graph/")
    ) { bulk throws(Diagnostic) in try graph.write(to: bulk) }
    #expect(try stored.commits().map(\.isWholeGraph) == [true])
    #expect(try stored.commits().first?.note.statement == "load Graph/")
    let first = stored.view.listing
    try stored.write { view throws(Diagnostic) in
      _ = try view.createNode(labels: [], properties: [:])
    }
    #expect(try stored.view(atRevision: 1).listing == first)
    let error = #expect(throws: Diagnostic.self) { try stored.view(atRevision: 0) }
    #expect(error?.code == "UnknownRevision")
    let exists = #expect(throws: Diagnostic.self) {
      try StoredGraph.create(at: folder.file("a.realist"), GraphFileKind(.plain))
    }
    #expect(exists?.code == "FileExists")
  }

  @Test func aFailedBuildLeavesNothing() throws {
    let failing: [(String, (BulkGraphWriter) throws(Diagnostic) -> Void)] = [
      ("Stop", { _ throws(Diagnostic) in throw Diagnostic(phase: .runtime, code: "Stop", "stop") }),
      (
        "DuplicateIdentity",
        { bulk throws(Diagnostic) in
          for _ in 0..<2 { _ = try bulk.addNode(labels: ["A"], properties: ["id": "same"]) }
        }
      ),
      (
        "DanglingRelationship",
        { bulk throws(Diagnostic) in
          let a = try bulk.addNode(labels: [], properties: [:])
          _ = try bulk.addRelationship(type: "T", start: a, end: 5, properties: [:])
        }
      ),
    ]
    for (code, fill) in failing {
      let error = #expect(throws: Diagnostic.self) {
        try StoredGraph.build(at: folder.file("a.realist"), GraphFileKind(.study), fill)
      }
      #expect(error?.code == code)
      #expect(folder.names.isEmpty)
    }
  }
}
