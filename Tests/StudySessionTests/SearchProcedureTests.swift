import Diagnostics
import GraphStore
import GraphTesting
import PropertyGraph
import StudySession
import Testing

/// `CALL search` in a file, with a limit left to it.
@Suite struct SearchProcedureTests {
  private static let best = """
    CALL search('trust') YIELD node, score RETURN node.id ORDER BY score DESC
    """

  private func open(_ folder: TemporaryFolder) throws -> StudySession {
    let path = folder.file("a.realist")
    let graph = try StoredGraph.build(at: path, GraphFileKind(.plain)) { bulk throws(Diagnostic) in
      for number in 1...6 {
        let text = String(repeating: "trust ", count: number) + "grows where leaders stay"
        _ = try bulk.addNode(
          labels: ["Evidence"],
          properties: ["id": .text(Text("e\(number)")), "text": .text(Text(text))])
      }
    }
    graph.close()
    let session = try StudySession.open(path)
    _ = try session.rows("CALL search.index('Evidence', ['text'])")
    return session
  }

  private func ids(of session: StudySession, _ query: String) throws -> [Text] {
    try session.texts(Text(query))
  }

  @Test(arguments: [0, 1, 3, 6, 9])
  func theFirstAreTheFirstOfAll(limit: Int) throws {
    let folder = try TemporaryFolder()
    let session = try open(folder)
    defer { session.close() }
    let all = try ids(of: session, Self.best)
    #expect(all.count == 6)
    #expect(try ids(of: session, Self.best + " LIMIT \(limit)") == Array(all.prefix(limit)))
  }

  /// The index follows with the commit; what the statement has deleted must not take a place.
  @Test func deletedNodesTakeNoPlace() throws {
    let folder = try TemporaryFolder()
    let session = try open(folder)
    defer { session.close() }
    let all = try ids(of: session, Self.best)
    let rest = try ids(
      of: session, "MATCH (n {id: '\(all[0].string)'}) DELETE n WITH 1 AS one \(Self.best) LIMIT 2")
    #expect(rest == Array(all[1...2]))
    #expect(try ids(of: session, Self.best + " LIMIT 2") == Array(all[1...2]))
  }
}
