import Diagnostics
import GraphQuery
import GraphStore
import PropertyGraph

/// `CALL search(text) YIELD node, score` and `CALL search.index(label, properties)` on a graph that
/// stands in a file.
struct SearchProcedures {
  /// One thread runs statements, so the store is only ever used by one at a time.
  private final class Store: @unchecked Sendable {
    let graph: StoredGraph
    init(_ graph: StoredGraph) { self.graph = graph }

    /// Nodes and scores, best first; what the running statement has deleted is passed over.
    func rows(
      for arguments: [Value], first count: Int?, in view: any GraphAccess
    ) throws(Diagnostic) -> [[Value]] {
      guard case .text(let text)? = arguments.first else { return [] }
      let hits = try graph.search(text, limit: count)
      let rows: [[Value]] = hits.compactMap { hit in
        guard let row = view.node(withID: hit.node), !view.isDeleted(row) else { return nil }
        return [.node(row), .float(hit.score)]
      }
      guard let count, rows.count < hits.count else { return rows }
      return Array(try self.rows(for: arguments, first: nil, in: view).prefix(count))
    }
  }

  private let store: Store

  init(_ graph: StoredGraph) { store = Store(graph) }

  /// Both procedures.
  var all: [Procedure] { [search, index] }

  private var search: Procedure {
    Procedure(
      name: "search", inputs: [Procedure.Field(name: "text", type: "STRING")],
      outputs: [
        Procedure.Field(name: "node", type: "NODE"), Procedure.Field(name: "score", type: "FLOAT"),
      ],
      summary: """
        Nodes in whose texts the words occur, best first (BM25): words, "a phrase", begin*, AND, \
        OR, NOT. Accents do not matter.
        """,
      ranking: Procedure.Ranking(column: 1) { [store] count, arguments, context in
        try store.rows(for: arguments, first: count, in: context.graph)
      }
    ) { [store] arguments, context in
      try store.rows(for: arguments, first: nil, in: context.graph)
    }
  }

  private var index: Procedure {
    Procedure(
      name: "search.index",
      inputs: [
        Procedure.Field(name: "label", type: "STRING"),
        Procedure.Field(name: "properties", type: "LIST OF STRING"),
      ],
      outputs: [],
      summary: "Makes a full-text index over properties of the nodes with a label."
    ) { [store] arguments, _ in
      guard arguments.count == 2, case .text(let label) = arguments[0],
        case .list(let names) = arguments[1]
      else { throw Wording.searchIndexArguments() }
      let properties = names.compactMap { if case .text(let name) = $0 { name } else { nil } }
      guard !properties.isEmpty, properties.count == names.count else {
        throw Wording.searchIndexArguments()
      }
      _ = try store.graph.createSearchIndex(label: label, properties: properties)
      return []
    }
  }
}
