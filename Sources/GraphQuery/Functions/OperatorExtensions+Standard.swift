import PropertyGraph

extension OperatorExtensions {
  /// Arithmetic and fields of temporal values, and matching by regular expression.
  public static let standard = OperatorExtensions(
    temporalArithmetic: TemporalArithmetic.apply,
    temporalField: { (value, key) throws(EvaluationError) in
      try TemporalComponents.value(of: value, key: key)
    },
    matches: { (text, pattern, context) throws(EvaluationError) in
      try RegexCache.matches(text, pattern, context)
    })
}
