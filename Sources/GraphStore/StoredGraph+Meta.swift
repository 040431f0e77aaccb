public import Diagnostics
public import PropertyGraph

extension StoredGraph {
  /// A text kept beside the graph: mode, title, rules, home files.
  public func meta(_ key: Text) throws(Diagnostic) -> Text? {
    let statement = try database.prepare("SELECT value FROM meta WHERE key = ?")
    statement.bind(1, key)
    return try statement.step() ? statement.text(0) : nil
  }

  /// All keys with their texts, in code point order.
  public func allMeta() throws(Diagnostic) -> [(key: Text, value: Text)] {
    let statement = try database.prepare("SELECT key, value FROM meta ORDER BY key")
    var all: [(key: Text, value: Text)] = []
    while try statement.step() { all.append((statement.text(0) ?? "", statement.text(1) ?? "")) }
    return all
  }

  /// Keeps a text, or forgets it for `nil`. Part of the open write transaction, if there is one.
  public func setMeta(_ key: Text, _ value: Text?) throws(Diagnostic) {
    guard isWritable else { throw Wording.readOnly(path) }
    try Self.setMeta(key, value, in: database)
  }

  static func setMeta(
    _ key: Text, _ value: Text?, in database: Database
  ) throws(Diagnostic) {
    let statement = try database.prepare(
      value == nil ? "DELETE FROM meta WHERE key = ?" : "REPLACE INTO meta VALUES (?, ?)")
    statement.bind(1, key)
    if let value { statement.bind(2, value) }
    try statement.run()
  }
}
