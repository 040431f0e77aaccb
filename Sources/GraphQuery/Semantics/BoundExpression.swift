public import PropertyGraph

/// A place for a variable's values in the rows of a statement. Every variable of the statement,
/// local ones of comprehensions included, has a slot of its own.
public struct Slot: Sendable, Hashable, Comparable {
  /// Position in the row.
  public let index: Int
  /// Names a position.
  public init(_ index: Int) { self.index = index }
  /// Order of position.
  public static func < (left: Slot, right: Slot) -> Bool { left.index < right.index }
}

/// An expression after semantic analysis: variables are slots, functions are resolved, aggregates
/// have been lifted out, chains of comparisons are pairs.
public struct BoundExpression: Sendable {
  /// What it is.
  public var kind: BoundExpressionKind
  /// Where it stands in the query, for errors at run time.
  public var span: Span

  /// An expression at a place.
  public init(_ kind: BoundExpressionKind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// The forms of bound expression.
public indirect enum BoundExpressionKind: Sendable {
  /// A value known when the query is planned.
  case literal(Value)
  /// `$name`, looked up when execution opens.
  case parameter(Text)
  /// A variable's value.
  case slot(Slot)
  /// `subject.key` of a node, relationship, map or temporal value.
  case property(BoundExpression, key: Text)
  /// `subject[index]`.
  case subscripted(BoundExpression, BoundExpression)
  /// `subject[from..to]`.
  case slice(BoundExpression, from: BoundExpression?, to: BoundExpression?)
  /// `[a, b]`.
  case list([BoundExpression])
  /// `{key: value}`.
  case map([(key: Text, value: BoundExpression)])
  /// `subject {.key, .*, key: value}`; variables have become entries.
  case mapProjection(BoundExpression, [BoundMapItem])
  /// `NOT a`.
  case not(BoundExpression)
  /// `-a`.
  case negate(BoundExpression)
  /// `+a`: the number itself.
  case plus(BoundExpression)
  /// Arithmetic, text predicates, `IN`, `XOR`.
  case binary(BinaryOperator, BoundExpression, BoundExpression)
  /// Conjunction; later ones are evaluated only for rows that earlier ones leave open.
  case all([BoundExpression])
  /// Disjunction; likewise.
  case any([BoundExpression])
  /// One comparison.
  case comparison(ComparisonOperator, BoundExpression, BoundExpression)
  /// `IS NULL`, `IS NOT NULL`.
  case isNull(BoundExpression, negated: Bool)
  /// `n:Label:Label`; on a relationship, its type.
  case hasLabels(BoundExpression, [Text])
  /// A function of scalars.
  case call(ScalarFunction, [BoundExpression])
  /// `CASE`; with a subject, conditions are compared with it by `=`.
  case conditional(
    subject: BoundExpression?,
    branches: [(condition: BoundExpression, result: BoundExpression)],
    otherwise: BoundExpression?)
  /// `[x IN list WHERE predicate | result]`.
  case listComprehension(
    element: Slot, list: BoundExpression, predicate: BoundExpression?, result: BoundExpression?)
  /// `all | any | none | single (x IN list WHERE predicate)`.
  case quantifier(Quantifier, element: Slot, list: BoundExpression, predicate: BoundExpression)
  /// `reduce(accumulator = initial, x IN list | result)`.
  case reduce(
    accumulator: Slot, initial: BoundExpression, element: Slot, list: BoundExpression,
    result: BoundExpression)
  /// A path made of slots: nodes, relationships and lists of relationships in the order walked.
  case path([Slot])
  /// A subquery run for each row; its `argument` leaf delivers the row.
  case subquery(SubqueryKind, PlanNode)
}

/// What becomes of the rows of a subquery inside an expression.
public enum SubqueryKind: Sendable {
  /// Whether there is one: `EXISTS { }` and pattern predicates.
  case exists
  /// How many: `COUNT { }`.
  case count
  /// The list of the slot's values: pattern comprehensions.
  case collect(Slot)
  /// The slot's value in the first row, or null: `shortestPath(...)`.
  case first(Slot)
}

/// One item of a bound map projection.
public enum BoundMapItem: Sendable {
  /// `.key`.
  case property(Text)
  /// `.*`.
  case allProperties
  /// `key: value`.
  case entry(Text, BoundExpression)
}
