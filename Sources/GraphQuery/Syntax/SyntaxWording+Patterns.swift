import Diagnostics

/// Messages about patterns.
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
}
