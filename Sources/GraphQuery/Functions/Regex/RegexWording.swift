import PropertyGraph

/// Messages about regular expressions.
enum RegexWording {
  static func invalid(_ pattern: Text, at position: Int, _ problem: String) -> EvaluationError {
    EvaluationError(
      code: "InvalidArgumentValue",
      "'\(shown(pattern))' is no regular expression: \(problem) at character \(position + 1)",
      help: "put `\\\\` before a special character to mean the character itself")
  }

  static func tooLarge(_ pattern: Text, limit: Int) -> EvaluationError {
    EvaluationError(
      code: "InvalidArgumentValue",
      "the regular expression '\(shown(pattern))' has more than \(limit) steps when its "
        + "repetitions are written out",
      help: "lower the bounds in `{...}`, or use `*` and check the length with `size`")
  }

  static func tooDeep(_ pattern: Text, limit: Int) -> EvaluationError {
    EvaluationError(
      code: "InvalidArgumentValue",
      "groups of the regular expression '\(shown(pattern))' are nested deeper than \(limit)")
  }

  static func unsupported(_ feature: String, _ what: String) -> EvaluationError {
    .unsupported("regex.\(feature)", "\(what) in a regular expression")
  }

  private static func shown(_ pattern: Text) -> String {
    let scalars = pattern.string.unicodeScalars
    return scalars.count <= 60 ? pattern.string : String(scalars.prefix(60)) + "…"
  }
}
