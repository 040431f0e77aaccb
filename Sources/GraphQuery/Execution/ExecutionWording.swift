import Diagnostics
import PropertyGraph

/// Every message that running a statement can give.
enum ExecutionWording {
  /// Whether an error ends a statement whatever row it was at.
  static func isFinal(_ code: String) -> Bool {
    ["Cancelled", "TimeLimit", "ResultTooLarge", "Busy"].contains(code)
  }

  private static func runtime(
    _ code: String, _ message: String, help: String? = nil, span: Span? = nil
  ) -> Diagnostic {
    Diagnostic(phase: .runtime, code: code, message, help: help, span: span)
  }

  // MARK: Limits

  static func cancelled() -> Diagnostic {
    runtime("Cancelled", "the statement was cancelled; the graph is as before")
  }

  static func timeLimit(seconds: Double) -> Diagnostic {
    runtime(
      "TimeLimit", "the statement ran longer than its limit of \(seconds) s",
      help: "bound variable-length patterns (`*1..4`), add a predicate, or raise the limit")
  }

  static func memoryLimit(bytes: Int, user: String) -> Diagnostic {
    runtime(
      "MemoryLimit",
      "\(user) needs more than the statement's memory limit of \(mebibytes(bytes))",
      help: "bound variable-length patterns, filter earlier, or raise the limit")
  }

  static func resultTooLarge(bytes: Int) -> Diagnostic {
    runtime(
      "ResultTooLarge", "the result takes more than \(mebibytes(bytes))",
      help: "add a LIMIT, return less of each row, or raise the limit")
  }

  private static func mebibytes(_ bytes: Int) -> String {
    bytes % QueryLimits.mebibyte == 0
      ? "\(bytes / QueryLimits.mebibyte) MiB" : "\(bytes) bytes"
  }

  // MARK: Parameters

  static func missingParameter(_ name: Text) -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "MissingParameter", "the query needs the parameter `$\(name)`",
      help: "give it a value with the query; null is a value")
  }

  // MARK: Types

  static func failed(_ error: EvaluationError, _ span: Span?) -> Diagnostic {
    let isLacking = error.code == EvaluationError.unsupportedCode
    return Diagnostic(
      phase: isLacking ? .unsupported : .runtime, code: isLacking ? error.feature : error.code,
      error.message, help: isLacking ? nil : error.help, span: span)
  }

  static func expected(_ type: String, found value: Value, in place: String, _ span: Span)
    -> Diagnostic
  {
    runtime(
      "InvalidArgumentType", "\(place) takes \(type), but this is \(article(value))", span: span)
  }

  static func notABoolean(_ value: Value, _ span: Span) -> Diagnostic {
    runtime(
      "InvalidArgumentType", "expected true, false or null, but this is \(article(value))",
      help: "compare it with something, as in `x = 1` or `x IS NOT NULL`", span: span)
  }

  static func propertyOfNonMap(_ value: Value, key: Text, _ span: Span) -> Diagnostic {
    runtime(
      "InvalidArgumentType", "\(article(value)) has no properties, so `.\(key)` cannot be read",
      help: "nodes, relationships, maps and temporal values have properties", span: span)
  }

  static func unknownField(_ key: Text, of value: Value, _ span: Span) -> Diagnostic {
    runtime(
      "InvalidArgumentValue", "\(article(value)) has no field `\(key)`",
      help: "see the language reference for the fields of temporal values", span: span)
  }

  static func listIndex(_ value: Value, _ span: Span) -> Diagnostic {
    runtime(
      "ListElementAccessByNonInteger",
      "an element of a list is named by an INTEGER, not by \(article(value))", span: span)
  }

  static func mapKey(_ value: Value, _ span: Span) -> Diagnostic {
    runtime(
      "MapElementAccessByNonString",
      "an entry of a map is named by a STRING, not by \(article(value))", span: span)
  }

  static func elementOf(_ value: Value, by index: Value, _ span: Span) -> Diagnostic {
    var code = "InvalidArgumentType"
    if case .text = index { code = "InvalidElementAccess" }
    return runtime(
      code, "\(article(value)) has no elements, so `[...]` cannot be applied to it",
      help: "lists take an INTEGER, maps, nodes and relationships a STRING", span: span)
  }

  static func notANode(_ value: Value, variable: Text?, _ span: Span) -> Diagnostic {
    let name = variable.map { "`\($0)`" } ?? "it"
    return runtime(
      "InvalidArgumentType", "\(name) must be a NODE, but it is \(article(value))", span: span)
  }

  static func article(_ value: Value) -> String {
    let name = value.typeName
    return ("AEIOU".contains(name.prefix(1)) ? "an " : "a ") + name
  }

  // MARK: Rows

  static func negativeCount(_ count: Int64, clause: String, _ span: Span) -> Diagnostic {
    runtime(
      "NegativeIntegerArgument", "\(clause) takes zero or more rows, not \(count)", span: span)
  }

  static func notACount(_ value: Value, clause: String, _ span: Span) -> Diagnostic {
    runtime(
      "InvalidArgumentType", "\(clause) takes an INTEGER, but this is \(article(value))",
      span: span)
  }

  // MARK: Changes

  static func invalidPropertyType(_ value: Value, key: Text, _ span: Span?) -> Diagnostic {
    runtime(
      "InvalidPropertyType", "\(article(value)) cannot be stored in the property `\(key)`",
      help: "a property holds a boolean, number, string, temporal value, or a list of these",
      span: span)
  }

  static func nullEnd(ofType type: Text, _ span: Span) -> Diagnostic {
    runtime(
      "InvalidArgumentValue", "a relationship `:\(type)` cannot begin or end at null",
      help: "filter the rows first: `WITH * WHERE a IS NOT NULL`", span: span)
  }

  static func mergeOnNull(key: Text, _ span: Span?) -> Diagnostic {
    runtime(
      "MergeReadOwnWrites", "MERGE cannot match or create `\(key)`: its value is null",
      help: "leave the property out, or use `coalesce`", span: span)
  }

  /// - Parameter consequence: What cannot be done therefore, as it goes on after "so".
  static func deletedEntity(
    _ what: String, so consequence: String, _ span: Span?
  ) -> Diagnostic {
    failed(FunctionsWording.deletedEntity(what, so: consequence), span)
  }

  static func notDeletable(_ value: Value, _ span: Span) -> Diagnostic {
    runtime(
      "InvalidArgumentType",
      "DELETE takes nodes, relationships and paths, but this is \(article(value))", span: span)
  }

  static func notSettable(_ value: Value, clause: String, _ span: Span?) -> Diagnostic {
    runtime(
      "InvalidArgumentType",
      "\(clause) changes nodes and relationships, but this is \(article(value))", span: span)
  }

  static func labelsOfNonNode(_ value: Value, clause: String, _ span: Span) -> Diagnostic {
    runtime(
      "InvalidArgumentType", "\(clause) changes labels of nodes, but this is \(article(value))",
      span: span)
  }

  static func notAMap(_ value: Value, clause: String, _ span: Span?) -> Diagnostic {
    runtime(
      "InvalidArgumentType",
      "\(clause) takes properties from a map, node or relationship, but this is "
        + article(value), span: span)
  }

  // MARK: Statements

  static func noHistory(_ span: Span) -> Diagnostic {
    runtime(
      "NoHistory", "this graph keeps no history, so there is no earlier revision to read",
      help: "history belongs to a file study; in a folder it is git", span: span)
  }

  static func changingThePast(_ span: Span) -> Diagnostic {
    runtime(
      "InvalidClauseComposition", "AT REVISION reads the past, which cannot be changed",
      help: "leave AT REVISION out, or the clauses that change the graph", span: span)
  }

  static func nestedChange() -> Diagnostic {
    runtime("ReadOnly", "a statement that only reads cannot run one that changes the graph")
  }

  // MARK: Procedures

  /// What a call gave up with: its own diagnostic, or one that wraps it.
  static func calling(_ name: Text, failed error: any Error) -> Diagnostic {
    if let diagnostic = error as? Diagnostic { return diagnostic }
    if let failure = error as? EvaluationError { return failed(failure, nil) }
    return runtime("ProcedureCallFailed", "`\(name)` failed: \(error)")
  }

  static func unsupported(_ feature: String, _ what: String) -> Diagnostic {
    Diagnostic(phase: .unsupported, code: feature, "\(what) is not supported")
  }
}
