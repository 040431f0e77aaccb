public import PropertyGraph

/// An expression as written, with its place. The parser bounds the depth (1,000), so recursion over
/// it is safe on the engine's stack.
public struct Expression: Sendable {
  /// What it is.
  public var kind: ExpressionKind
  /// Where it stands.
  public var span: Span

  /// An expression at a place.
  public init(_ kind: ExpressionKind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// The forms of expression.
public indirect enum ExpressionKind: Sendable {
  /// `null`, `true`, `1`, `1.5`, `'text'`.
  case literal(Value)
  /// `$name`.
  case parameter(Text)
  /// A variable.
  case variable(Text)
  /// `subject.key`.
  case property(Expression, key: Name)
  /// `subject[index]`.
  case subscripted(Expression, Expression)
  /// `subject[from..to]`; either end may be left out.
  case slice(Expression, from: Expression?, to: Expression?)
  /// `[a, b]`.
  case list([Expression])
  /// `{key: value}`.
  case map([(key: Name, value: Expression)])
  /// `subject {.key, .*, key: value, variable}`.
  case mapProjection(Expression, [MapProjectionItem])
  /// `NOT`, unary `-` and `+`.
  case unary(UnaryOperator, Expression)
  /// Arithmetic, `STARTS WITH`, `IN`, `=~` and so on.
  case binary(BinaryOperator, Expression, Expression)
  /// `a AND b AND c`, flattened, so that long chains are not deep.
  case all([Expression])
  /// `a OR b OR c`, flattened.
  case any([Expression])
  /// `a < b <= c`: operands are one more than operators. A single comparison is a chain of one.
  case comparison([Expression], [ComparisonOperator])
  /// `IS NULL` and `IS NOT NULL`.
  case isNull(Expression, negated: Bool)
  /// `n:Label:Label` (on a relationship: its type).
  case hasLabels(Expression, [Name])
  /// `name(DISTINCT a, b)`; dotted names are one text.
  case function(Name, [Expression], isDistinct: Bool)
  /// `count(*)`.
  case countAll
  /// `CASE subject WHEN a THEN b ELSE c END`.
  case conditional(
    subject: Expression?, branches: [(condition: Expression, result: Expression)],
    otherwise: Expression?)
  /// `[x IN list WHERE predicate | result]`.
  case listComprehension(
    variable: Name, list: Expression, predicate: Expression?, result: Expression?)
  /// `all | any | none | single (x IN list WHERE predicate)`.
  case quantifier(Quantifier, variable: Name, list: Expression, predicate: Expression)
  /// `reduce(accumulator = initial, x IN list | expression)`.
  case reduce(
    accumulator: Name, initial: Expression, variable: Name, list: Expression, result: Expression)
  /// `[path = (a)-->(b) WHERE predicate | result]`.
  case patternComprehension(PathPattern, predicate: Expression?, result: Expression)
  /// `(a)-->(b)` as a predicate.
  case pattern(PathPattern)
  /// `shortestPath((a)-[*]->(b))` and `allShortestPaths(...)`; the selector says which.
  case shortestPath(PathPattern)
  /// `EXISTS { ... }`: either a pattern with a predicate or a query.
  case exists(Subquery)
  /// `COUNT { ... }`.
  case count(Subquery)
}

/// The body of `EXISTS { }` and `COUNT { }`.
public indirect enum Subquery: Sendable {
  /// `{ (a)-->(b) WHERE predicate }`, with or without `MATCH`.
  case pattern([PathPattern], predicate: Expression?)
  /// `{ MATCH ... RETURN ... }`.
  case query(Query)
}

/// One item of a map projection.
public enum MapProjectionItem: Sendable {
  /// `.key`.
  case property(Name)
  /// `.*`.
  case allProperties(Span)
  /// `key: value`.
  case entry(Name, Expression)
  /// `variable`.
  case variable(Name)
}

/// Operators with one operand.
public enum UnaryOperator: Sendable, Hashable {
  case not, minus, plus
}

/// Operators with two operands that are neither comparisons nor flattened logic.
public enum BinaryOperator: Sendable, Hashable {
  case add, subtract, multiply, divide, modulo, power
  case exclusiveOr
  case startsWith, endsWith, contains, matches
  case `in`
}

/// Comparison operators.
public enum ComparisonOperator: Sendable, Hashable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

/// List predicates.
public enum Quantifier: Sendable, Hashable {
  case all, any, none, single
}
