import Diagnostics
import PropertyGraph

/// The full-text indexes of a file: made, kept in step with every commit, asked.
struct SearchIndexes {
  let database: Database

  /// All of them, by number.
  func all() throws(Diagnostic) -> [SearchIndex] {
    // Asked before every search and after every commit: prepared once.
    let sql = "SELECT key, value FROM meta WHERE key GLOB '\(SearchIndex.keyPrefix)*'"
    return try database.withCached(sql) { statement throws(Diagnostic) in
      var indexes: [SearchIndex] = []
      while try statement.step() {
        guard let key = statement.text(0), let value = statement.text(1),
          let index = SearchIndex(key: key, encoded: value)
        else { continue }
        indexes.append(index)
      }
      return indexes.sorted { $0.number < $1.number }
    }
  }

  /// Makes an index and fills it from the rows; the one that exists already where the wish is the
  /// same. In an open write transaction. O(bytes of text).
  func create(
    label: Text?, properties: [Text], dictionaries: Dictionaries
  ) throws(Diagnostic) -> SearchIndex {
    let known = try all()
    if let same = known.first(where: { $0.label == label && $0.properties == properties }) {
      return same
    }
    let index = SearchIndex(
      number: (known.last?.number ?? 0) + 1, label: label, properties: properties)
    let columns = properties.indices.map { "c\($0)" }.joined(separator: ", ")
    try database.execute(
      """
      CREATE VIRTUAL TABLE \(index.table) USING fts5(\
      \(columns), content='', tokenize="unicode61 remove_diacritics 2")
      """)
    try StoredGraph.setMeta(index.key, index.encoded, in: database)
    try fill(index, dictionaries)
    try database.execute("INSERT INTO \(index.table)(\(index.table)) VALUES ('optimize')")
    return index
  }

  private func fill(_ index: SearchIndex, _ dictionaries: Dictionaries) throws(Diagnostic) {
    let sets = dictionaries.labelSets.filter { index.covers($0.value) }.keys.sorted()
    guard !sets.isEmpty else { return }
    var columnOfKey: [Int: Int] = [:]
    for (column, name) in index.properties.enumerated() {
      if let code = dictionaries.knownCode(ofKey: name) { columnOfKey[Int(code)] = column }
    }
    let idColumn = index.properties.firstIndex(of: "id")
    let list = sets.map { "\($0)" }.joined(separator: ",")
    let rows = try database.prepare(
      "SELECT id, key, p FROM node WHERE labels IN (\(list)) ORDER BY id")
    let writer = try IndexWriter(index, database)
    while try rows.step() {
      var texts = [Text?](repeating: nil, count: index.properties.count)
      if let idColumn { texts[idColumn] = rows.text(1) }
      do throws(Diagnostic) {
        _ = try rows.withBytes(2) { bytes throws(Diagnostic) in
          try JSONReader.coded(from: bytes) { code, value in
            if let column = columnOfKey[code], case .text(let text) = value {
              texts[column] = text
            }
          }
        }
      } catch {
        throw Wording.corrupt(database.path, "a property column: \(error.message)")
      }
      if texts.contains(where: { $0 != nil }) { try writer.insert(rows.integer(0), texts) }
    }
  }

  /// Brings every index in step with the changes of a statement that is being committed.
  /// - Parameter changes: of the statement, in the order made.
  func apply(_ changes: [GraphChange], to view: GraphView) throws(Diagnostic) {
    let indexes = try all()
    guard !indexes.isEmpty else { return }
    let edits = try NodeEdits(changes, in: view)
    for index in indexes {
      let writer = try IndexWriter(index, database)
      for (step, edit) in edits.nodes.enumerated() {
        try view.pollStatement(atStep: step)
        let old = edit.before.flatMap { node in
          index.texts(labels: node.labels) { node.properties[$0] }
        }
        let new = edit.after.flatMap { node in
          index.texts(labels: node.labels) { node.properties[$0] }
        }
        guard old != new else { continue }
        if let old { try writer.remove(edit.id, old) }
        if let new { try writer.insert(edit.id, new) }
      }
    }
  }

  /// The best nodes for a text, best first, with their scores (BM25, larger is better). Equal scores
  /// in the order of the ids.
  ///
  /// Throws `NoSearchIndex`, `MalformedSearch`.
  func search(_ text: String, limit: Int?) throws(Diagnostic) -> [(node: NodeID, score: Double)] {
    let indexes = try all()
    guard !indexes.isEmpty else { throw Wording.noSearchIndex(database.path) }
    let expression = Text(try SearchSyntax.expression(of: text))
    var hits: [(node: NodeID, score: Double)] = []
    for index in indexes {
      let sql = """
        SELECT rowid, rank FROM \(index.table) WHERE \(index.table) MATCH ? \
        ORDER BY rank, rowid LIMIT ?
        """
      try database.withCached(sql) { statement throws(Diagnostic) in
        statement.bind(1, expression)
        statement.bind(2, Int64(limit ?? -1))
        while try statement.step() { hits.append((statement.integer(0), -statement.double(1))) }
      }
    }
    guard indexes.count > 1 else { return hits }
    hits.sort { ($1.score, $0.node) < ($0.score, $1.node) }
    var seen: Set<NodeID> = []
    let distinct = hits.filter { seen.insert($0.node).inserted }
    return limit.map { Array(distinct.prefix($0)) } ?? distinct
  }
}

/// Puts texts of nodes into an index and takes them out.
private struct IndexWriter {
  private let put: SQLStatement
  private let take: SQLStatement

  init(_ index: SearchIndex, _ database: Database) throws(Diagnostic) {
    let columns = index.properties.indices.map { "c\($0)" }.joined(separator: ", ")
    let places = index.properties.map { _ in "?" }.joined(separator: ", ")
    put = try database.prepare(
      "INSERT INTO \(index.table)(rowid, \(columns)) VALUES (?, \(places))")
    // A table without content must be told what to forget.
    take = try database.prepare(
      """
      INSERT INTO \(index.table)(\(index.table), rowid, \(columns)) \
      VALUES ('delete', ?, \(places))
      """)
  }

  func insert(_ node: NodeID, _ texts: [Text?]) throws(Diagnostic) { try run(put, node, texts) }

  func remove(_ node: NodeID, _ texts: [Text?]) throws(Diagnostic) { try run(take, node, texts) }

  private func run(
    _ statement: SQLStatement, _ node: NodeID, _ texts: [Text?]
  ) throws(Diagnostic) {
    statement.bind(1, node)
    for (column, text) in texts.enumerated() { statement.bind(Int32(column) + 2, text) }
    try statement.run()
  }
}
