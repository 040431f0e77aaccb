import Diagnostics
import PropertyGraph

/// What other dialects of the language have and this one lacks. A query found elsewhere is refused
/// by name, with another way to write it if there is one, and not answered with a riddle. Codes are
/// a kind and a name: `clause.load-csv`, `function.point`.
struct UnsupportedConstruct: Sendable {
  let code: String
  private(set) var message: String
  let help: String?
  /// The words it begins with, in upper case; none if the grammar has to look closer.
  let words: [Text]

  /// The refusal at a place.
  func at(_ span: Span, in source: SourceText) -> Diagnostic {
    Diagnostic(phase: .unsupported, code: code, message, help: help).at(span, in: source)
  }

  private init(_ code: String, _ message: String, help: String? = nil, words: [Text] = []) {
    self.code = code
    self.message = message
    self.help = help
    self.words = words
  }

  /// A clause whose name is its words.
  private static func clause(_ name: String, help: String? = nil) -> UnsupportedConstruct {
    let words = name.split(separator: " ")
    return UnsupportedConstruct(
      "clause.\(words.joined(separator: "-").lowercased())",
      "`\(name)` is not part of this query language", help: help,
      words: words.map { Text(String($0)) })
  }

  /// Words that are a part of a clause here, or not even that.
  private static func part(_ name: String, help: String) -> UnsupportedConstruct {
    var construct = clause(name, help: help)
    construct.message = "`\(name)` is not a clause of its own"
    return construct
  }

  // MARK: Clauses

  /// Clauses of other dialects; of two that begin alike, the longer stands first.
  static let clauses: [UnsupportedConstruct] = [
    clause("FOREACH", help: "write `UNWIND list AS x` and the updating clauses"),
    clause("LOAD CSV", help: "give the rows as a parameter: `UNWIND $rows AS row`"),
    clause("USING PERIODIC COMMIT", help: "leave it out: a statement is one transaction"),
    clause("USING", help: "leave it out: indexes and the order of joins are chosen by statistics"),
    clause("USE", help: "leave it out: a statement has one graph"),
    clause("START", help: "write `MATCH (n) WHERE id(n) = ...`"),
    clause("FILTER", help: "write `WITH * WHERE ...`"),
    clause("LET", help: "write `WITH *, expression AS name`"),
    clause("FOR", help: "write `UNWIND list AS x`"),
    clause("NEXT", help: "leave it out, and write `WITH` instead of the `RETURN` before it"),
    clause("INSERT", help: "write `CREATE`"),
    clause("SELECT", help: "write `MATCH ... RETURN ...`"),
    clause("FINISH", help: "leave it out: a query that changes the graph needs no `RETURN`"),
    clause("GROUP BY", help: "leave it out: rows are grouped by the columns without an aggregate"),
    clause("HAVING", help: "aggregate in a `WITH`, and filter with its `WHERE`"),
    part("ORDER BY", help: "write `WITH * ORDER BY ...`"),
    part("SKIP", help: "write `WITH * SKIP ...`"),
    part("OFFSET", help: "write `WITH * SKIP ...`"),
    part("LIMIT", help: "write `WITH * LIMIT ...`"),
    clause("NULLS FIRST", help: nullsLast), clause("NULLS LAST", help: nullsLast),
    clause("EXCEPT", help: "write `WHERE NOT EXISTS { ... }`"),
    clause("INTERSECT", help: "write `WHERE EXISTS { ... }`"),
    clause("OTHERWISE", help: "write `OPTIONAL MATCH` and `coalesce`"),
    clause("WHEN", help: "write `CASE WHEN ... END` in an expression"),
    clause("CYPHER", help: "leave the options out"),
    clause("BEGIN", help: oneTransaction), clause("COMMIT", help: oneTransaction),
    clause("ROLLBACK", help: oneTransaction),
    clause("SHOW"), clause("DROP"), clause("ALTER"), clause("RENAME"), clause("GRANT"),
    clause("DENY"), clause("REVOKE"), clause("TERMINATE"),
  ]

  private static let nullsLast =
    "null is the largest value: last in ascending order, first in descending"
  private static let oneTransaction = "every statement is a transaction of its own"

  /// What `CREATE` may begin in other dialects.
  static let schemaCommands: [UnsupportedConstruct] =
    ["INDEX", "RANGE", "TEXT", "POINT", "FULLTEXT", "LOOKUP", "VECTOR", "BTREE"].map {
      UnsupportedConstruct(
        "clause.create-index", "`CREATE INDEX` is not part of this query language",
        help: "ids and labels are indexed by themselves", words: [$0])
    } + [
      createCommand("CONSTRAINT", help: "the vocabulary of a study is its schema"),
      createCommand("UNIQUE", help: "write `MERGE`"),
      createCommand("DATABASE"), createCommand("COMPOSITE"), createCommand("ALIAS"),
      createCommand("USER"), createCommand("ROLE"), createCommand("OR"),
    ]

  private static func createCommand(_ word: String, help: String? = nil) -> UnsupportedConstruct {
    UnsupportedConstruct(
      "clause.create-\(word.lowercased())", "`CREATE \(word)` is not part of this query language",
      help: help, words: [Text(word)])
  }

  static let optionalCall = clause(
    "OPTIONAL CALL", help: "write `CALL`, with `OPTIONAL MATCH` inside a subquery")
  static let scopedCall = UnsupportedConstruct(
    "clause.call-scope", "`CALL (...) { ... }` is not part of this query language",
    help: "write `CALL { WITH variables ... }`")
  static let callInTransactions = UnsupportedConstruct(
    "clause.call-in-transactions",
    "`CALL { ... } IN TRANSACTIONS` is not part of this query language",
    help: "leave `IN TRANSACTIONS` out: a statement is one transaction")

  // MARK: Patterns

  static let labelExpression = UnsupportedConstruct(
    "pattern.label-expression",
    "labels and types cannot be combined with `&`, `!`, `%` or parentheses, nor labels with `|`",
    help: "all of several labels is `:A:B`; any of them is `WHERE n:A OR n:B`")
  static let dynamicLabel = UnsupportedConstruct(
    "pattern.dynamic-label", "labels and types are known by name and cannot be computed",
    help: "compare names: `WHERE $label IN labels(n)`, `WHERE type(r) = $type`")
  static let isLabel = UnsupportedConstruct(
    "pattern.is-label", "a label is not tested with `IS`",
    help: "write `n:Label`; a test for null is `IS NULL` or `IS NOT NULL`")
  static let repeatableElements = UnsupportedConstruct(
    "pattern.repeatable-elements", "`REPEATABLE ELEMENTS` is not part of this query language",
    help: "a relationship is met once in one MATCH; a second MATCH may meet it again")
  static let pathMode = UnsupportedConstruct(
    "pattern.path-mode",
    "`WALK`, `TRAIL`, `SIMPLE` and `ACYCLIC` are not part of this query language",
    help: "leave `TRAIL` out, which every path is; for `ACYCLIC` compare the path's nodes")
  static let anyPath = UnsupportedConstruct(
    "pattern.any", "the path selector `ANY` is not part of this query language",
    help: knownSelectors)
  static let shortestCount = UnsupportedConstruct(
    "pattern.shortest-k", "the path selector `SHORTEST k` is not part of this query language",
    help: knownSelectors)
  static let shortestGroups = UnsupportedConstruct(
    "pattern.shortest-groups",
    "the path selector `SHORTEST GROUPS` is not part of this query language",
    help: knownSelectors)
  static let shortestSequence = UnsupportedConstruct(
    "pattern.shortest-sequence",
    "shortest paths over more than one step or repetition are not built",
    help: "match the fixed part in a MATCH before: `(a)-[:T*]->(b)` alone can be shortest")
  static let nestedRepetition = UnsupportedConstruct(
    "pattern.nested-repetition", "a repetition inside a repetition is not built",
    help: "write the inner steps out")
  static let parenthesizedPath = UnsupportedConstruct(
    "pattern.parenthesized-path", "a path in parentheses needs a number of repetitions here",
    help: "write how often it is repeated, as in `((a)-->(b)){1,4}`, or leave the parentheses out")
  static let alternatives = UnsupportedConstruct(
    "pattern.alternatives", "paths cannot be alternatives of each other",
    help: "write `UNION`; alternative types of one relationship are `-[:A|B]->`")

  private static let knownSelectors = "known are `ANY SHORTEST` and `ALL SHORTEST`"

  // MARK: Expressions

  static let collectSubquery = UnsupportedConstruct(
    "expression.collect", "`COLLECT { ... }` is not part of this query language",
    help: "write `[(a)-->(b) | b.name]`, or `collect(...)` in a WITH")
  static let valueSubquery = UnsupportedConstruct(
    "expression.value", "`VALUE { ... }` is not part of this query language",
    help: "write `head([(a)-->(b) | b.name])`, or `CALL { ... }` before")
  static let typePredicate = UnsupportedConstruct(
    "expression.is-type", "a type is not tested with `IS ::`",
    help: "compare its name: `valueType(x) = 'INTEGER NOT NULL'`")
  static let normalizedPredicate = UnsupportedConstruct(
    "expression.is-normalized", "`IS NORMALIZED` is not part of this query language",
    help: "texts of a study are in NFC already; a plain graph keeps texts as they are")
  static let casePredicate = UnsupportedConstruct(
    "expression.case-predicate", "after `CASE x WHEN` stands a value, not a predicate",
    help: "write `CASE WHEN x IS NULL THEN ...`, with `x` in every predicate")
  static let caseList = UnsupportedConstruct(
    "expression.case-list", "after `CASE x WHEN` stands one value",
    help: "write `CASE WHEN x IN [1, 2] THEN ...`")
  static let concatenation = UnsupportedConstruct(
    "expression.concatenation", "`||` is not an operator of this query language",
    help: "texts and lists are joined with `+`; \"or\" is written `OR`")
  static let trimSpecification = UnsupportedConstruct(
    "expression.trim", "`trim` takes a text alone",
    help: "`trim(x)`, `ltrim(x)` and `rtrim(x)` take white space off; `replace` takes others out")

  /// Properties are set and removed by name.
  static func dynamicProperty(_ clause: String) -> UnsupportedConstruct {
    UnsupportedConstruct(
      "expression.dynamic-property", "`\(clause)` needs a property known by name",
      help: "write `n.property`, or `SET n += $map` for keys that come from data")
  }

  /// Every construct, so that tests can see that each is tried.
  static let all: [UnsupportedConstruct] =
    clauses + schemaCommands + [
      optionalCall, scopedCall, callInTransactions, labelExpression, dynamicLabel, isLabel,
      repeatableElements, pathMode, anyPath, shortestCount, shortestGroups, shortestSequence,
      nestedRepetition, parenthesizedPath, alternatives, collectSubquery, valueSubquery,
      typePredicate, normalizedPredicate, casePredicate, caseList, concatenation,
      trimSpecification, dynamicProperty("SET"),
    ]
}
