/// Words of other dialects at whose place nothing of ours can stand. They are refused by name, so
/// that a query found elsewhere is not answered with a riddle.
enum UnsupportedConstructs {
  /// The name of the clause that a word (in upper case) begins in other dialects.
  static func clause(_ word: String) -> String? {
    switch word {
    case "FOREACH", "USE", "START", "SHOW", "DROP", "ALTER", "FINISH", "LET", "INSERT", "USING",
      "GRANT", "DENY", "REVOKE", "BEGIN", "COMMIT", "ROLLBACK":
      word
    case "LOAD": "LOAD CSV"
    default: nil
    }
  }

  /// The name of the schema command that a word (in upper case) after `CREATE` begins.
  static func schemaCommand(_ word: String) -> String? {
    switch word {
    case "INDEX", "RANGE", "TEXT", "POINT", "FULLTEXT", "LOOKUP", "VECTOR": "CREATE INDEX"
    case "CONSTRAINT": "CREATE CONSTRAINT"
    default: nil
    }
  }
}
