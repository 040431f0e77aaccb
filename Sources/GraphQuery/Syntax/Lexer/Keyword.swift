import PropertyGraph

/// The words that the grammar knows. All are contextual: each may name a label, a type or a
/// property, and those that openCypher does not reserve may name variables too.
enum Keyword: String, CaseIterable, Sendable, Hashable {
  // Clauses and their parts.
  case match, optional, unwind, with, `return`, create, merge, set, remove, delete, detach, call
  case yield, union, `where`, order, by, skip, limit, on, distinct, `as`
  case ascending, asc, descending, desc
  // Operators and literals.
  case and, or, xor, not, `in`, `is`, null, `true`, `false`, starts, ends, contains
  // Expressions.
  case `case`, when, then, `else`, end, exists, count, all, any, none, single, reduce
  // Paths.
  case shortest, shortestPath = "shortestpath", allShortestPaths = "allshortestpaths"
  case path, paths
  // Before a statement.
  case explain, profile, at, revision

  /// The keyword as the language writes it.
  var text: String {
    switch self {
    case .shortestPath: "shortestPath"
    case .allShortestPaths: "allShortestPaths"
    default: rawValue.uppercased()
    }
  }

  /// Whether it can only name a variable in back quotes. This is the list of openCypher 9 without
  /// the words it keeps for the future, and without those the grammar can tell apart.
  var isReserved: Bool {
    switch self {
    case .match, .optional, .unwind, .with, .return, .create, .merge, .set, .remove, .delete,
      .detach, .union, .where, .order, .by, .skip, .limit, .on, .distinct, .as, .ascending, .asc,
      .descending, .desc, .and, .or, .xor, .not, .in, .is, .null, .true, .false, .starts, .ends,
      .contains, .case, .when, .then, .else, .end:
      true
    default: false
    }
  }

  /// Whether a clause may begin with it.
  var startsClause: Bool { Keyword.clauseStarts.contains(self) }

  /// The words with which a clause may begin, in the order of messages.
  static let clauseStarts: [Keyword] = [
    .match, .optional, .unwind, .with, .return, .create, .merge, .set, .remove, .delete, .detach,
    .call,
  ]

  /// The words that may continue an expression.
  static let operators: [Keyword] = [.and, .or, .xor, .in, .is, .starts, .ends, .contains]

  /// The keyword that some bytes spell, in upper or lower case.
  static func spelled(by bytes: ArraySlice<UInt8>) -> Keyword? {
    guard bytes.count <= 16, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    return bySpelling[Text(utf8: bytes.map(lowercased))]
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static let bySpelling: [Text: Keyword] = Dictionary(
    uniqueKeysWithValues: allCases.map { (Text($0.rawValue), $0) })
}
