import Diagnostics
import PropertyGraph

/// Every message of semantic analysis. The codes are the openCypher kit's details where it has one.
enum SemanticsWording {
  private static func error(
    _ code: String, _ message: String, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(phase: .compile, code: code, message, help: help)
  }

  // MARK: Variables

  static func undefinedVariable(_ name: Text, visible: [Text]) -> Diagnostic {
    error(
      "UndefinedVariable", "`\(name)` is not defined here",
      help: NearestName.help(
        for: name.string, among: visible.map(\.string), called: "variables")
        ?? "no variable is defined at this point of the query")
  }

  static func notProjected(_ name: Text) -> Diagnostic {
    error(
      "UndefinedVariable", "`\(name)` is no longer defined after this projection",
      help:
        "after DISTINCT or an aggregation only projected columns can be used: project `\(name)` too"
    )
  }

  static func notGrouped(_ name: Text) -> Diagnostic {
    error(
      "AmbiguousAggregationExpression",
      "`\(name)` stands beside an aggregate but is not a grouping key",
      help: "project it as a column of its own, in a WITH before if need be")
  }

  static func alreadyBound(_ name: Text, help: String) -> Diagnostic {
    error("VariableAlreadyBound", "`\(name)` is already bound", help: help)
  }

  static func typeConflict(_ name: Text, is actual: String, wanted: String) -> Diagnostic {
    error(
      "VariableTypeConflict", "`\(name)` is \(actual) and cannot be used as \(wanted)",
      help: "choose another name")
  }

  static func relationshipTwice(_ name: Text) -> Diagnostic {
    error(
      "RelationshipUniquenessViolation",
      "the relationship `\(name)` stands twice in one pattern, which can never match",
      help: "within one MATCH every relationship is met once; use a second MATCH")
  }

  static func noVariablesInScope() -> Diagnostic {
    error(
      "NoVariablesInScope", "`*` needs at least one variable in scope",
      help: "name the nodes or relationships that you want")
  }

  // MARK: Projection and aggregation

  static func invalidAggregation(_ name: Text) -> Diagnostic {
    error(
      "InvalidAggregation", "the aggregate `\(name)` cannot stand here",
      help: "aggregates stand in WITH and RETURN; compute it there and use its column")
  }

  static func nestedAggregation(_ name: Text) -> Diagnostic {
    error(
      "NestedAggregation", "the aggregate `\(name)` stands inside another aggregate",
      help: "aggregate in a WITH first, then aggregate its columns")
  }

  static func notConstantInAggregate(_ name: Text) -> Diagnostic {
    error(
      "NonConstantExpression", "`\(name)` gives another value on each call, inside an aggregate",
      help: "compute it in a WITH first")
  }

  static func noAlias(_ text: Text) -> Diagnostic {
    error(
      "NoExpressionAlias", "an expression in WITH needs a name", help: "write `\(text) AS name`")
  }

  static func columnConflict(_ name: Text) -> Diagnostic {
    error(
      "ColumnNameConflict", "two columns are called `\(name)`",
      help: "give one of them another name with AS")
  }

  static func differentColumns(_ first: [Text], _ other: [Text]) -> Diagnostic {
    error(
      "DifferentColumnsInUnion",
      "the parts of a UNION have different columns: \(list(first)) and \(list(other))",
      help: "name the columns alike with AS")
  }

  static func notConstant(_ clause: String) -> Diagnostic {
    error(
      "NonConstantExpression", "\(clause) cannot depend on variables",
      help: "use a literal, a parameter, or an expression of these")
  }

  static func negative(_ clause: String) -> Diagnostic {
    error(
      "NegativeIntegerArgument", "\(clause) needs a count, not a negative number",
      help: "the smallest is 0")
  }

  // MARK: Composition

  static func mixedUnion() -> Diagnostic {
    error(
      "InvalidClauseComposition", "UNION and UNION ALL are mixed in one query",
      help: "use one of them throughout, or nest with CALL { }")
  }

  static func updateInSubquery(_ clause: String) -> Diagnostic {
    error(
      "InvalidClauseComposition", "\(clause) cannot stand in a subquery of an expression",
      help: "a subquery inside an expression only reads")
  }

  static func unfinished(_ clause: String) -> Diagnostic {
    error(
      "InvalidClauseComposition", "the query ends with \(clause), which gives no result",
      help: "add RETURN, or a clause that changes the graph")
  }

  static func importingWith() -> Diagnostic {
    error(
      "InvalidClauseComposition",
      "the WITH that imports variables into CALL { } can only name them",
      help: "write `WITH a, b`, then a second WITH for anything else")
  }

  // MARK: Patterns

  static func singleType(_ count: Int) -> Diagnostic {
    error(
      "NoSingleRelationshipType",
      count == 0
        ? "a relationship to create needs a type"
        : "a relationship to create has one type, not \(count)",
      help: "write `-[:TYPE]->`")
  }

  static func requiresDirection() -> Diagnostic {
    error(
      "RequiresDirectedRelationship", "a relationship to create needs a direction",
      help: "write `-[:TYPE]->` or `<-[:TYPE]-`")
  }

  static func creatingRepetition() -> Diagnostic {
    error(
      "CreatingVarLength", "a repetition cannot be created",
      help: "write out each relationship")
  }

  static func creatingPredicate() -> Diagnostic {
    error(
      "UnexpectedSyntax", "a pattern to create cannot have a WHERE",
      help: "filter before, with MATCH ... WHERE or WITH ... WHERE")
  }

  static func parameterAsProperties() -> Diagnostic {
    error(
      "InvalidParameterUse", "a parameter cannot stand for all properties of a pattern to match",
      help: "name them: `{name: $map.name}`")
  }

  static func patternNotAllowed() -> Diagnostic {
    error(
      "UnexpectedSyntax", "a pattern is not a value",
      help: "use it as a predicate in WHERE, as `EXISTS { ... }`, or as `[(a)-->(b) | b]`")
  }

  static func selectorNotAllowed() -> Diagnostic {
    error(
      "UnexpectedSyntax", "shortest paths can only be matched",
      help: "write the path in a MATCH clause")
  }

  // MARK: Types

  static func argumentType(
    _ what: String, wanted: String, got: InferredType, help: String? = nil
  ) -> Diagnostic {
    error("InvalidArgumentType", "\(what) needs \(wanted), not \(got.phrase)", help: help)
  }

  static func noProperties(_ got: InferredType, key: Text) -> Diagnostic {
    error(
      "InvalidArgumentType", "\(got.phrase) has no property `\(key)`",
      help: "nodes, relationships, maps and temporal values have properties")
  }

  static func invalidDelete() -> Diagnostic {
    error(
      "InvalidDelete", "a label or type cannot be deleted",
      help: "write `REMOVE n:Label` to take a label away")
  }

  // MARK: Functions and procedures

  static func unknownFunction(_ name: Text, known: [Text]) -> Diagnostic {
    error(
      "UnknownFunction", "there is no function `\(name)`",
      help: NearestName.of(name.string, among: known.map(\.string)).map {
        "did you mean `\($0)`?"
      })
  }

  static func argumentCount(_ name: Text, wanted: ClosedRange<Int>, got: Int) -> Diagnostic {
    let expected: String
    if wanted.lowerBound == wanted.upperBound {
      expected = "\(wanted.lowerBound)"
    } else if wanted.upperBound == Int.max {
      expected = "at least \(wanted.lowerBound)"
    } else {
      expected = "\(wanted.lowerBound) to \(wanted.upperBound)"
    }
    return error(
      "InvalidNumberOfArguments",
      "`\(name)` takes \(expected) argument\(expected == "1" ? "" : "s"), not \(got)")
  }

  static func distinctNotAllowed(_ name: Text) -> Diagnostic {
    error(
      "UnexpectedSyntax", "DISTINCT has no meaning in `\(name)`, which is not an aggregate")
  }

  static func procedureNotFound(_ name: Text, known: [Text]) -> Diagnostic {
    error(
      "ProcedureNotFound", "there is no procedure `\(name)`",
      help: NearestName.help(
        for: name.string, among: known.map(\.string), called: "procedures"))
  }

  static func implicitArguments(_ name: Text) -> Diagnostic {
    error(
      "InvalidArgumentPassingMode",
      "`\(name)` is called without parentheses inside a larger query",
      help: "write the arguments: `CALL \(name)(...)`")
  }

  static func yieldAll() -> Diagnostic {
    error(
      "UnexpectedSyntax", "`YIELD *` stands only in a query that is nothing but the call",
      help: "name the columns: `YIELD a, b`")
  }

  static func unknownColumn(_ column: Text, of name: Text, known: [Text]) -> Diagnostic {
    error(
      "UndefinedVariable", "`\(name)` gives no column `\(column)`",
      help: NearestName.help(
        for: column.string, among: known.map(\.string), called: "columns"))
  }

  // MARK: Closed vocabulary

  static func unknownLabel(_ name: Text, known: [Text]) -> Diagnostic {
    error(
      "UnknownLabel", "this study has no label `\(name)`",
      help: NearestName.help(for: name.string, among: known.map(\.string), called: "labels"))
  }

  static func unknownType(_ name: Text, known: [Text]) -> Diagnostic {
    error(
      "UnknownType", "this study has no relationship type `\(name)`",
      help: NearestName.help(for: name.string, among: known.map(\.string), called: "types"))
  }

  static func unknownProperty(_ name: Text, of owners: [Text], known: [Text]) -> Diagnostic {
    let owner = owners.isEmpty ? "nothing in this study" : "\(list(owners)) in this study"
    return error(
      "UnknownProperty",
      owners.isEmpty
        ? "\(owner) has a property `\(name)`" : "\(owner) has no property `\(name)`",
      help: NearestName.help(
        for: name.string, among: known.map(\.string), called: "properties"))
  }

  static func readOnly(_ clause: String) -> Diagnostic {
    error(
      "ReadOnlyStudy", "\(clause) would change this study, and a folder is read-only to queries",
      help: "edit its files, or `realist load` it into a file study and change that")
  }

  private static func list(_ names: [Text]) -> String {
    names.isEmpty ? "none" : names.map { "`\($0)`" }.joined(separator: ", ")
  }
}
