import Diagnostics
import GraphTesting
import PropertyGraph
import Testing

@testable import GraphStore

@Suite struct StoredGraphTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func make(_ mode: GraphMode = .plain) throws -> StoredGraph {
    try StoredGraph.create(at: folder.file("a.realist"), GraphFileKind(mode))
  }

  private func open(_ access: StoredGraph.Access = .readWrite) throws -> StoredGraph {
    try StoredGraph(opening: folder.file("a.realist"), access)
  }

  @Test(arguments: 0..<6)
  func randomCommitsSurviveReopening(seed: Int) throws {
    var random = RandomGraph(seed: UInt64(500 + seed))
    var graph = NaiveGraph()
    var stored = try make()
    for step in 0..<14 {
      let before = graph
      do throws(Diagnostic) {
        try stored.write { view throws(Diagnostic) in
          for _ in 0..<random.generator.index(below: 20) { try random.change(view, &graph) }
          if random.generator.chance(20) {
            throw Diagnostic(phase: .runtime, code: "Stop", "taken back")
          }
        }
      } catch {
        #expect(error.code == "Stop")
        graph = before
      }
      #expect(stored.view.listing == graph.listing)
      switch step % 5 {
      case 1:
        stored.close()
        stored = try open()
      case 2:
        folder.copyAsCrashed("a.realist", to: "crashed.realist")
        let crashed = try StoredGraph(opening: folder.file("crashed.realist"))
        #expect(crashed.view.listing == graph.listing)
        crashed.close()
        for name in folder.names where name.hasPrefix("crashed") { folder.remove(name) }
      case 3: try stored.writeSnapshot()
      case 4:
        for name in folder.snapshots { folder.remove(name) }
        stored = try open()
      default: break
      }
      #expect(stored.view.listing == graph.listing)
    }
    #expect(try stored.check().isEmpty)
  }

  @Test func valuesSurviveBitForBit() throws {
    let values: [Value] = [
      .integer(.max), .integer(.min), .float(-0.0), .float(.leastNonzeroMagnitude), .float(1e-305),
      .float(.nan), .float(.infinity), .float(-.infinity), [], "", "a\u{0}b", "é", "e\u{301}", "😀",
      [.temporal(.date(days: 1)), .temporal(.duration(.init(months: 1, nanoseconds: 5)))],
      Value(String(repeating: "x", count: 1 << 20)), true, [1, 2.0, "3", [nil]],
    ]
    let stored = try make()
    try stored.write { view throws(Diagnostic) in
      for value in values {
        _ = try view.createNode(labels: ["V"], properties: ["id": value, "v": value])
      }
    }
    stored.close()
    for _ in 0..<2 {
      let again = try open()
      for (id, value) in values.enumerated() {
        let node = try #require(again.view.node(withID: Int64(id)))
        #expect(Exact(try #require(again.view.properties(of: node)["v"])) == Exact(value))
        #expect(Exact(try #require(again.view.properties(of: node)["id"])) == Exact(value))
      }
      again.close()
      for name in folder.snapshots { folder.remove(name) }
    }
  }

  @Test func idsAreNeverGivenTwice() throws {
    let stored = try make()
    try stored.write { view throws(Diagnostic) in
      for _ in 0..<3 { _ = try view.createNode(labels: [], properties: [:]) }
    }
    try stored.write { view throws(Diagnostic) in
      if let last = view.node(withID: 2) { _ = try view.delete(last) }
    }
    stored.close()
    for name in folder.snapshots { folder.remove(name) }
    let again = try open()
    try again.write { view throws(Diagnostic) in
      #expect(view.id(of: try view.createNode(labels: [], properties: [:])) == 3)
    }
  }

  @Test func readersSeeWhatOthersCommit() throws {
    let writer = try make()
    let reader = try open(.readOnly)
    for round in 1...3 as ClosedRange<Int64> {
      try writer.write { view throws(Diagnostic) in
        _ = try view.createNode(
          labels: [Text("N\(round)")], properties: [Text("new key \(round)"): 1])
      }
      #expect(reader.view.nodeCount(label: nil) == Int(round - 1))
      try reader.refresh()
      #expect(reader.view.listing == writer.view.listing)
      if round == 2 { try writer.writeSnapshot() }
    }
    let error = #expect(throws: Diagnostic.self) {
      try reader.write { view throws(Diagnostic) in
        _ = try view.createNode(labels: [], properties: [:])
      }
    }
    #expect(error?.code == "ReadOnly")
    #expect(reader.view.nodeCount(label: nil) == 3)
  }

  @Test func twoWritersTakeTurns() throws {
    let first = try make()
    let second = try open()
    second.setBusyTimeout(milliseconds: 20)
    try first.beginWriting()
    let busy = #expect(throws: Diagnostic.self) { try second.beginWriting() }
    #expect(busy?.code == "Busy")
    first.endWriting()
    for _ in 0..<4 {
      for graph in [first, second] {
        try graph.write { view throws(Diagnostic) in
          _ = try view.createNode(
            labels: [Text("L\(view.nextNodeID)")], properties: [Text("k\(view.nextNodeID)"): 1])
        }
      }
    }
    try first.refresh()
    #expect(first.view.listing == second.view.listing)
    #expect(first.view.nodeCount(label: nil) == 8)
    let third = try open()
    #expect(third.view.listing == first.view.listing)
  }

  @Test func aStatementThatWasOvertakenIsRefused() throws {
    let first = try make()
    let second = try open()
    try first.write { view throws(Diagnostic) in
      _ = try view.createNode(labels: [], properties: [:])
    }
    // Without the write lock of beginWriting.
    _ = try second.view.createNode(labels: ["Late"], properties: [:])
    let error = #expect(throws: Diagnostic.self) { try second.view.commitStatement() }
    #expect(error?.code == "Busy")
    second.view.rollbackStatement()
    try second.refresh()
    #expect(second.view.listing == first.view.listing)
  }

  @Test func aFullDiskChangesNothing() throws {
    let stored = try make()
    try stored.write { view throws(Diagnostic) in
      _ = try view.createNode(labels: ["A"], properties: ["id": "a"])
    }
    let pages = try #require(try stored.database.integer("PRAGMA page_count"))
    _ = try stored.database.integer("PRAGMA max_page_count = \(pages)")
    let error = #expect(throws: Diagnostic.self) {
      try stored.write { view throws(Diagnostic) in
        _ = try view.createNode(
          labels: ["New"], properties: ["text": Value(String(repeating: "x", count: 100_000))])
      }
    }
    #expect(error?.code == "DiskFull")
    #expect(stored.view.listing == [#"0 [A] {"id":"a"}"#])
    _ = try stored.database.integer("PRAGMA max_page_count = 1000000")
    try stored.write { view throws(Diagnostic) in
      _ = try view.createNode(labels: ["New"], properties: ["text": "x"])
    }
    stored.close()
    #expect(try open().view.listing == [#"0 [A] {"id":"a"}"#, #"1 [New] {"text":"x"}"#])
  }

  @Test func idsOfAStudyAreUniqueAndCanBeSwapped() throws {
    let stored = try make(.study)
    #expect(stored.mode == .study)
    try stored.write { view throws(Diagnostic) in
      _ = try view.createNode(labels: ["A"], properties: ["id": "a"])
      _ = try view.createNode(labels: ["A"], properties: ["id": "b"])
    }
    let error = #expect(throws: Diagnostic.self) {
      try stored.write { view throws(Diagnostic) in
        _ = try view.createNode(labels: ["B"], properties: ["id": "a"])
      }
    }
    #expect(error?.code == "DuplicateIdentity")
    try stored.write { view throws(Diagnostic) in
      guard let a = view.node(withID: 0), let b = view.node(withID: 1) else { return }
      try view.setProperty("id", of: a, to: "b")
      try view.setProperty("id", of: b, to: "a")
    }
    stored.close()
    #expect(try open().view.listing == [#"0 [A] {"id":"b"}"#, #"1 [A] {"id":"a"}"#])
  }

  @Test func metaTextsStay() throws {
    let stored = try make()
    try stored.setMeta("title", "A study")
    try stored.setMeta("gone", "x")
    try stored.setMeta("gone", nil)
    stored.close()
    let again = try open()
    #expect(try again.meta("title") == "A study")
    #expect(try again.meta("gone") == nil)
    #expect(try again.allMeta().map(\.key) == ["mode", "title"])
  }

  @Test("whoever cancels while a commit is written has nothing written", arguments: [1, 4, 7, 10])
  func cancelledCommit(moment: Int) throws {
    let stored = try make()
    try stored.write { view throws(Diagnostic) in
      _ = try view.createNode(labels: ["A"], properties: ["i": 1])
    }
    let (before, state) = (stored.view.listing, stored.view.state)
    try stored.beginWriting()
    var looks = 0
    try stored.view.beginStatement { () throws(Diagnostic) in
      looks += 1
      if looks == moment { throw Diagnostic(phase: .runtime, code: "Cancelled", "cancelled") }
    }
    for number in 0..<9_000 {
      _ = try stored.view.createNode(labels: ["B"], properties: ["i": .integer(Int64(number))])
    }
    let error = #expect(throws: Diagnostic.self) { try stored.view.commitStatement() }
    #expect(error?.code == "Cancelled")
    #expect(looks == moment)
    stored.view.rollbackStatement()
    stored.endWriting()
    #expect(stored.view.listing == before)
    #expect(stored.view.state == state)
    try stored.write { view throws(Diagnostic) in
      _ = try view.createNode(labels: ["A"], properties: ["i": 2])
    }
    #expect(try stored.check().isEmpty)
  }
}
