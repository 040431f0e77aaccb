import Diagnostics
import PropertyGraph

/// Functions and procedures that people bring from other dialects. They are refused by name, with
/// another way to write it if there is one; any other unknown name is a misspelling.
enum UnsupportedNames {
  /// The refusal of a function; `nil` if no dialect is known to have it.
  static func function(_ name: Text) -> Diagnostic? {
    help(for: name, in: functions).map {
      Diagnostic(
        phase: .unsupported, code: "function.\(name)",
        "there is no function `\(name)` here", help: $0)
    }
  }

  /// The refusal of a procedure; `nil` if no dialect is known to have it.
  static func procedure(_ name: Text) -> Diagnostic? {
    help(for: name, in: procedures).map {
      Diagnostic(
        phase: .unsupported, code: "procedure.\(name)",
        "there is no procedure `\(name)` here", help: $0)
    }
  }

  /// Names in lower case, or families that end with a dot or `_`; the help of each.
  private typealias Row = (names: [String], help: String)

  private static func help(for name: Text, in rows: [Row]) -> String? {
    let lower = name.string.lowercased()
    return rows.first { row in
      row.names.contains { known in
        known.hasSuffix(".") || known.hasSuffix("_") ? lower.hasPrefix(known) : lower == known
      }
    }?.help
  }

  private static let functions: [Row] = [
    (
      ["point", "point.", "distance"],
      "spatial values are not built; keep coordinates as numbers"
    ),
    (
      ["tobooleanlist", "tofloatlist", "tointegerlist", "tostringlist"],
      "write `[x IN list | toInteger(x)]`, and so on"
    ),
    (["normalize"], "texts of a study are in NFC already; a plain graph keeps texts as they are"),
    (["file", "linenumber"], "there is no `LOAD CSV`; give rows as a parameter"),
    (["vector", "vector.", "vector_", "genai."], "vectors are not built"),
    (["graph.", "db.", "dbms."], "a statement has one graph"),
    (
      ["apoc.", "gds.", "coll."],
      "libraries of other engines are not here; see the language reference for what is"
    ),
  ]

  private static let procedures: [Row] = [
    (
      ["search", "db.index."],
      "this graph has no full text index; write `WHERE n.text CONTAINS 'word'`"
    ),
    (
      ["db.schema.", "db.indexes", "db.constraints", "db.info", "dbms.", "tx.", "genai."],
      "known are `db.labels()`, `db.relationshipTypes()` and `db.propertyKeys()`"
    ),
    (
      ["apoc.", "gds."],
      "libraries of other engines are not here; see the language reference for what is"
    ),
  ]
}
