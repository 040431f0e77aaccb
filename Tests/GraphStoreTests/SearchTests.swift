import Diagnostics
import GraphTesting
import PropertyGraph
import Testing

@testable import GraphStore

@Suite struct SearchTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }
  private var path: String { folder.file("a.realist") }

  private static let texts: [(Text, Text, Text)] = [
    ("e1", "Evidence", "Trust between leaders took years to build"),
    ("e2", "Evidence", "Leaders trust the pooled budget, and trust each other"),
    ("e3", "Evidence", "No pooled budget at all"),
    ("e4", "Evidence", "Le mécanisme de confiance"),
    ("d1", "Document", "Trust and budgets"),
  ]

  private func build() throws -> StoredGraph {
    let graph = try StoredGraph.build(at: path, GraphFileKind(.plain)) { bulk throws(Diagnostic) in
      for (id, label, text) in Self.texts {
        _ = try bulk.addNode(
          labels: [label], properties: ["id": .text(id), "text": .text(text), "n": 1])
      }
    }
    _ = try graph.createSearchIndex(label: "Evidence", properties: ["text", "title"])
    return graph
  }

  private func ids(_ search: Text, in graph: StoredGraph, limit: Int? = nil) throws -> [Text] {
    try graph.search(search, limit: limit).map { hit in
      guard let row = graph.view.node(withID: hit.node),
        case .text(let id)? = graph.view.properties(of: row)["id"]
      else { return "?" }
      return id
    }
  }

  @Test(arguments: [
    ("trust", ["e2", "e1"]), ("trust leaders", ["e2", "e1"]), ("pooled AND budget", ["e3", "e2"]),
    ("budget NOT trust", ["e3"]), ("years OR confiance", ["e1", "e4"]), ("mecanisme", ["e4"]),
    ("\"pooled budget\" leaders", ["e2"]), ("\"budget pooled\"", []), ("lead*", ["e1", "e2"]),
    ("(years OR pooled) trust", ["e1", "e2"]), ("trust -- & build", ["e1"]),
    ("TRUST", ["e2", "e1"]),
    ("text:trust", []), ("budget AND NOT trust", ["e3"]),
  ])
  func findsWhatIsAsked(search: String, expected: [String]) throws {
    let found = try ids(Text(search), in: build())
    #expect(Set(found.map(\.string)) == Set(expected), "\(found)")
  }

  @Test func theBestComesFirst() throws {
    let graph = try build()
    #expect(try ids("trust", in: graph).first == "e2")
    #expect(try ids("trust", in: graph, limit: 1) == ["e2"])
  }

  @Test(arguments: [
    ("", "the search has no word in it"),
    ("\"open", "the search is not complete: a phrase that never ends"),
    ("a AND", "the search is not complete: a word is missing at the end"),
    ("(a", "the search is not complete: `(` without `)`"),
    ("a )", "the search is not complete: `)` without `(`"),
    ("OR a", "the search is not complete: OR where a word is expected"),
    ("NOT a", "the search is not complete: NOT with nothing to take from"),
    ("* a", "the search is not complete: `*` without a word before it"),
  ])
  func saysWhatIsMissing(search: String, message: String) throws {
    let graph = try build()
    let error = #expect(throws: Diagnostic.self) { try graph.search(Text(search)) }
    #expect(error?.message == message)
  }

  @Test func aGraphWithoutAnIndexSaysHowToMakeOne() throws {
    let graph = try StoredGraph.create(at: path, GraphFileKind(.plain))
    let error = #expect(throws: Diagnostic.self) { try graph.search("a") }
    #expect(error?.code == "NoSearchIndex")
  }

  @Test func commitsKeepTheIndexInStep() throws {
    let graph = try build()
    func node(_ id: Text) throws -> NodeRow {
      let key = try #require(graph.view.keyCode("id"))
      let rows = graph.view.seek(label: nil, key: key, equals: .text(id))
      return try #require(rows?.first)
    }
    let (first, second, document) = (try node("e1"), try node("e2"), try node("d1"))
    try graph.write { view throws(Diagnostic) in
      try view.setProperty("text", of: first, to: "nothing of the kind")
      try view.setProperty("title", of: first, to: "A new word: subsidiarity")
      _ = try view.addLabel("Evidence", to: document)
      _ = try view.delete(second)
      _ = try view.createNode(
        labels: ["Evidence"], properties: ["id": "e9", "text": "trust again"])
    }
    #expect(Set(try ids("trust", in: graph)) == ["d1", "e9"])
    #expect(try ids("subsidiarity", in: graph) == ["e1"])
    #expect(try ids("years", in: graph).isEmpty)
    #expect(try ids("\"nothing of the kind\"", in: graph) == ["e1"])
    // A phrase never runs from one property into the next.
    #expect(try ids("\"kind a\"", in: graph).isEmpty)
    let nine = try node("e9")
    try graph.write { view throws(Diagnostic) in
      _ = try view.removeLabel("Evidence", from: nine)
      try view.setProperty("text", of: first, to: .integer(4))
    }
    #expect(try ids("trust", in: graph) == ["d1"])
    #expect(try ids("nothing", in: graph).isEmpty)
    graph.close()
    let again = try StoredGraph(opening: path)
    #expect(try ids("trust", in: again) == ["d1"])
    #expect(try again.check().isEmpty)
  }

  @Test func aFailedStatementLeavesTheIndex() throws {
    let graph = try build()
    #expect(throws: Diagnostic.self) {
      try graph.write { view throws(Diagnostic) in
        _ = try view.createNode(labels: ["Evidence"], properties: ["text": "trust"])
        throw Wording.emptySearch()
      }
    }
    #expect(try graph.search("trust").count == 2)
  }
}
