import Diagnostics

/// The tables of a graph file and the steps from each older format to the next.
struct Schema {
  /// A step from format `index + 1` to the next.
  typealias Migration = [String]

  var migrations: [Migration]

  /// The newest format that this schema knows.
  var version: Int { migrations.count + 1 }

  static let current = Schema(migrations: [])

  /// Marks a SQLite file as ours: `rlst`.
  static let applicationID: Int64 = 0x726C_7374

  /// Makes the tables of format 1. Properties are one JSON column keyed by code, except `id`,
  /// which if it is a text stands in `key` alone.
  static let tables: [String] = [
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE state (
      only INTEGER PRIMARY KEY CHECK (only = 1), graph TEXT NOT NULL, revision INTEGER NOT NULL,
      stamp INTEGER NOT NULL, next_node INTEGER NOT NULL, next_relationship INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE TABLE label_set (code INTEGER PRIMARY KEY, labels TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE type (code INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE property_key (code INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    """
    CREATE TABLE node (
      id INTEGER PRIMARY KEY, labels INTEGER NOT NULL, key TEXT, p TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE relationship (
      id INTEGER PRIMARY KEY, type INTEGER NOT NULL, start INTEGER NOT NULL,
      "end" INTEGER NOT NULL, p TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE change (
      revision INTEGER PRIMARY KEY, stamp INTEGER NOT NULL, time TEXT NOT NULL, author TEXT,
      reason TEXT, statement TEXT, changes TEXT
    ) STRICT
    """,
  ]

  /// What R and Python join by; a plain graph has its snapshot instead.
  static let studyIndexes: [String] = [
    "CREATE UNIQUE INDEX node_key ON node (key)",
    "CREATE INDEX relationship_start ON relationship (start)",
    "CREATE INDEX relationship_end ON relationship (\"end\")",
  ]

  /// A function that only our connections have, named so that SQLite's own message
  /// `no such function: ...` says what to do.
  static let guardFunction = "this_file_is_written_by_realist_only"

  private static let guardedTables = [
    "state", "label_set", "type", "property_key", "node", "relationship", "change",
  ]

  /// Triggers that refuse what other programs write, so that a snapshot is never stale.
  static let guardTriggers: [String] = guardedTables.flatMap { table in
    ["INSERT", "UPDATE", "DELETE"].map { event in
      """
      CREATE TRIGGER guard_\(table)_\(event.lowercased()) BEFORE \(event) ON \(table)
      BEGIN SELECT \(guardFunction)(); END
      """
    }
  }

  static let guardTriggerRemovals: [String] = guardedTables.flatMap { table in
    ["insert", "update", "delete"].map { "DROP TRIGGER IF EXISTS guard_\(table)_\($0)" }
  }
}
