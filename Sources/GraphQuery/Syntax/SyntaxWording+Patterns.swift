import Diagnostics

/// Messages about patterns, and refusals of what other dialects have.
extension SyntaxWording {
  static func invalidLength() -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "InvalidRelationshipPattern",
      "this is not a length of a relationship pattern",
      help: "write `*`, `*2`, `*1..4`, `*1..` or `*..4` with non-negative integers")
  }

  static func oneDashArrow() -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "InvalidRelationshipPattern", "this arrow has only one dash",
      help: "a relationship is written `-->`, `<--`, `--` or `-[:TYPE]->`")
  }

  static func twoRepetitions() -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "InvalidRelationshipPattern",
      "this relationship is repeated twice", help: "write either `*1..4` or `{1,4}`")
  }

  static func nodeWithoutParentheses(_ name: String) -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "UnexpectedSyntax",
      "found `\(name)` where a node was expected", help: "nodes stand in parentheses: `(\(name))`")
  }

  static func pathsNeedComma() -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "UnexpectedSyntax",
      "found `(` where another clause or the end of the query was expected",
      help:
        "connect two nodes with a relationship such as `-->`, or separate two paths with a comma"
    )
  }

  // MARK: - Not built

  static func unsupportedClause(_ name: String) -> Diagnostic {
    let help: String? =
      switch name {
      case "FOREACH": "write `UNWIND list AS x` and the updating clauses"
      case "INSERT": "write `CREATE`"
      case "CREATE INDEX": "ids and labels are indexed by themselves"
      default: nil
      }
    return unsupported("clause.\(name)", "`\(name)` is not part of this query language", help)
  }

  static func unsupportedScopedCall() -> Diagnostic {
    unsupported(
      "clause.CALL (variables) { }", "`CALL (...) { ... }` is not part of this query language",
      "write `CALL { WITH variables ... }`")
  }

  static func unsupportedLabelExpression() -> Diagnostic {
    unsupported(
      "pattern.label expression",
      "labels and types cannot be combined with `&`, `!`, `%` or parentheses, nor labels with `|`",
      "all of several labels is `:A:B`; any of them is `WHERE n:A OR n:B`")
  }

  static func unsupportedDynamicProperty(_ clause: String) -> Diagnostic {
    unsupported(
      "expression.dynamic property in \(clause)", "`\(clause)` needs a property known by name",
      "write `n.property`, or `SET n += $map` for keys that come from data")
  }

  static func unsupportedSelector(_ name: String) -> Diagnostic {
    unsupported(
      "pattern.\(name)", "the path selector `\(name)` is not part of this query language",
      "known are `ANY SHORTEST` and `ALL SHORTEST`")
  }

  static func unquantifiedGroup() -> Diagnostic {
    unsupported(
      "pattern.parenthesized path", "a path in parentheses needs a number of repetitions here",
      "write how often it is repeated, as in `((a)-->(b)){1,4}`, or leave the parentheses out")
  }

  private static func unsupported(_ code: String, _ message: String, _ help: String?) -> Diagnostic
  {
    Diagnostic(phase: .unsupported, code: code, message, help: help)
  }
}
