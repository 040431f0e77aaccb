public import Diagnostics
public import PropertyGraph

extension StoredGraph {
  private var searchIndexes: SearchIndexes { SearchIndexes(database: database) }

  /// The full-text indexes of the file.
  public func listSearchIndexes() throws(Diagnostic) -> [SearchIndex] { try searchIndexes.all() }

  /// Makes a full-text index over texts of the nodes with a label, or of all nodes; again is a
  /// no-op. Commits keep it in step. A transaction of its own, so not within one that is open.
  /// O(bytes of text).
  ///
  /// Throws `ReadOnly`, `Busy`, `InvalidStatement`.
  public func createSearchIndex(label: Text?, properties: [Text]) throws(Diagnostic) -> SearchIndex
  {
    guard isWritable else { throw Wording.readOnly(path) }
    guard openNote == nil else { throw Wording.searchIndexStandsAlone() }
    endReading()
    return try database.transaction(writes: true) { () throws(Diagnostic) in
      try dictionaries.reload()
      return try searchIndexes.create(
        label: label, properties: properties, dictionaries: dictionaries)
    }
  }

  /// The best nodes for a text, best first: words, "phrases", prefix*, AND, OR, NOT. Accents do not
  /// matter. What a running statement has changed is found after its commit.
  ///
  /// Throws `NoSearchIndex`, `MalformedSearch`.
  public func search(
    _ text: Text, limit: Int? = nil
  ) throws(Diagnostic) -> [(node: NodeID, score: Double)] {
    try searchIndexes.search(text.string, limit: limit)
  }

  /// Brings the indexes in step with the changes of a statement.
  func updateSearchIndexes(_ changes: [GraphChange]) throws(Diagnostic) {
    try searchIndexes.apply(changes, to: view)
  }
}

extension BulkGraphWriter {
  /// Makes a full-text index over what has been written so far.
  public func createSearchIndex(label: Text?, properties: [Text]) throws(Diagnostic) {
    _ = try SearchIndexes(database: database).create(
      label: label, properties: properties, dictionaries: dictionaries)
  }
}
