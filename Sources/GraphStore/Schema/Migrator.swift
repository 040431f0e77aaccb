import Diagnostics

/// Brings an older file to the newest format: a copy first, then all steps in one transaction.
struct Migrator {
  let schema: Schema

  /// Throws `OlderFormat` where the file cannot be written, `NewerFormat`, and what SQLite reports.
  func migrate(_ database: Database) throws(Diagnostic) {
    let version = Int(try database.integer("PRAGMA user_version") ?? 0)
    guard version != schema.version else { return }
    guard version < schema.version else {
      throw Wording.newerFormat(database.path, version: version, known: schema.version)
    }
    guard version >= 1 else { throw Wording.noMigration(database.path, version: version) }
    guard database.access == .readWrite else {
      throw Wording.olderFormat(database.path, version: version, known: schema.version)
    }
    let copy = "\(database.path).format-\(version)"
    if !FileSystem.exists(copy) {
      let quoted = copy.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''")
      try database.execute("VACUUM INTO '\(quoted)'")
      try FileSystem.synchronise(copy)
    }
    try database.transaction(writes: true) { () throws(Diagnostic) in
      for step in schema.migrations[(version - 1)...] {
        for sql in step { try database.execute(sql) }
      }
      try database.execute("PRAGMA user_version = \(schema.version)")
    }
  }
}
