public import PropertyGraph

/// All functions by name, ignoring case. Each group of functions is a file with a static list.
public struct FunctionCatalogue: Sendable {
  private let scalars: [Text: ScalarFunction]
  private let aggregates: [Text: AggregateFunction]
  /// What operators do with temporal values and regular expressions.
  public let operators: OperatorExtensions

  /// A catalogue of the given functions.
  public init(
    scalars: [ScalarFunction], aggregates: [AggregateFunction],
    operators: OperatorExtensions = .unsupported
  ) {
    self.operators = operators
    self.scalars = Dictionary(
      scalars.map { (Self.key($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    self.aggregates = Dictionary(
      aggregates.map { (Self.key($0.name), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The function of that name, if there is one.
  public func scalar(_ name: Text) -> ScalarFunction? { scalars[Self.key(name)] }

  /// The aggregate of that name, if there is one.
  public func aggregate(_ name: Text) -> AggregateFunction? { aggregates[Self.key(name)] }

  /// Every name as documented, in code point order.
  public var names: [Text] {
    (scalars.values.map(\.name) + aggregates.values.map(\.name)).sorted()
  }

  private static func key(_ name: Text) -> Text { Text(name.string.lowercased()) }
}
