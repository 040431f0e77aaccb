public import PropertyGraph

/// What the operators of the language do with values that only the functions know: temporal
/// values and regular expressions. A table of closures, so that execution does not depend on them.
public struct OperatorExtensions: Sendable {
  /// `left operator right` where one side is temporal; `nil` if the types do not go together.
  public var temporalArithmetic:
    @Sendable (BinaryOperator, Value, Value) throws(EvaluationError) -> Value?
  /// `value.field` of a temporal value, such as `.year`; `nil` if there is no such field.
  public var temporalField: @Sendable (TemporalValue, Text) throws(EvaluationError) -> Value?
  /// `text =~ pattern`: whether the whole text matches.
  public var matches:
    @Sendable (_ text: Text, _ pattern: Text, _ context: FunctionContext) throws(EvaluationError)
      -> Bool

  /// The given closures.
  public init(
    temporalArithmetic:
      @escaping @Sendable (
        BinaryOperator, Value, Value
      ) throws(EvaluationError) -> Value?,
    temporalField: @escaping @Sendable (TemporalValue, Text) throws(EvaluationError) -> Value?,
    matches:
      @escaping @Sendable (Text, Text, FunctionContext) throws(EvaluationError) -> Bool
  ) {
    self.temporalArithmetic = temporalArithmetic
    self.temporalField = temporalField
    self.matches = matches
  }

  /// Refuses everything by name.
  public static let unsupported = OperatorExtensions(
    temporalArithmetic: { (_, _, _) throws(EvaluationError) in
      throw .unsupported("arithmetic.temporal", "arithmetic on temporal values")
    },
    temporalField: { (_, field) throws(EvaluationError) in
      throw .unsupported("property.temporal", "reading `.\(field)` of a temporal value")
    },
    matches: { (_, _, _) throws(EvaluationError) in
      throw .unsupported("operator.=~", "matching by regular expression")
    })
}

extension EvaluationError {
  /// The code of a failure that means that the engine lacks something.
  static let unsupportedCode = "Unsupported"

  /// A failure because the engine lacks a part of the language. `feature` is its name for
  /// programs, such as `function.datetime`.
  public static func unsupported(_ feature: String, _ what: String) -> EvaluationError {
    EvaluationError(code: unsupportedCode, "\(what) is not supported", help: feature)
  }

  /// The name of what is lacking.
  var feature: String { help ?? code }
}
