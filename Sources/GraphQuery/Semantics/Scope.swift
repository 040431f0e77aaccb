import PropertyGraph

/// The variables that an expression sees.
struct Scope {
  /// Why a variable that exists cannot be seen.
  enum Hiding {
    /// The projection aggregates, and the variable is not one of its grouping keys.
    case notGrouped
    /// `DISTINCT` or an aggregation came before, and the projection does not give the variable.
    case notProjected
    /// As ``notProjected``, but a larger grouping key mentions it.
    case insideGroupingKey
  }

  /// Visible variables.
  var variables: [Text: Slot] = [:]
  /// Variables that exist but cannot be seen here, for exact messages.
  var hidden: [Text: Hiding] = [:]
  /// Variables of enclosing queries: a subquery in an expression sees them after its own `WITH` too.
  var outer: [Text: Slot] = [:]
  /// Names bound by comprehensions around the expression: they shadow what `replacements` mention.
  var locals: Set<Text> = []
  /// Expressions whose value a slot holds already: grouping keys and projected items.
  var replacements: [(expression: Expression, slot: Slot)] = []

  /// Names for suggestions, in code point order.
  var names: [Text] { variables.keys.sorted() }

  /// The scope inside a comprehension that binds `name`.
  func binding(_ name: Text, to slot: Slot) -> Scope {
    var scope = self
    scope.variables[name] = slot
    scope.hidden[name] = nil
    scope.locals.insert(name)
    return scope
  }

  /// The scope inside a subquery of an expression: everything visible here stays visible there.
  func forSubquery() -> Scope {
    var scope = self
    scope.outer = variables
    return scope
  }
}

/// Where an expression stands.
struct ExpressionContext {
  /// What it sees.
  var scope: Scope
  /// Takes in aggregates; `nil` where none may stand.
  var aggregates: AggregateCollector?
  /// Whether the expression stands inside an aggregate's arguments.
  var isInsideAggregate = false
  /// Whether `(a)-->(b)` may stand here: only where a predicate is wanted.
  var allowsPattern = false

  /// A context without aggregates.
  init(_ scope: Scope, aggregates: AggregateCollector? = nil, allowsPattern: Bool = false) {
    self.scope = scope
    self.aggregates = aggregates
    self.allowsPattern = allowsPattern
  }

  /// The same place where no pattern may stand.
  var asValue: ExpressionContext {
    var context = self
    context.allowsPattern = false
    return context
  }

  /// The same place where a predicate is wanted.
  var asPredicate: ExpressionContext {
    var context = self
    context.allowsPattern = true
    return context
  }

  /// The body of a comprehension that binds `name`; no aggregate may stand there.
  func inside(_ name: Text, _ slot: Slot) -> ExpressionContext {
    var context = ExpressionContext(scope.binding(name, to: slot))
    context.isInsideAggregate = isInsideAggregate
    return context
  }
}

/// Gathers the aggregates of one projection, so that equal ones are computed once.
final class AggregateCollector {
  /// What an aggregate's arguments see.
  let scope: Scope
  /// What was found.
  private(set) var calls: [(expression: Expression, slot: Slot, call: AggregateCall)] = []
  /// Whether a new aggregate may mention variables (not in `ORDER BY`, where only aggregates of the
  /// projection itself may).
  var acceptsVariables = true

  /// A collector for a projection over `scope`.
  init(scope: Scope) {
    self.scope = scope
  }

  /// The slot of an equal aggregate found earlier.
  func slot(of expression: Expression) -> Slot? {
    calls.first { $0.expression.isSame(as: expression) }?.slot
  }

  /// Adds an aggregate.
  func add(_ expression: Expression, _ slot: Slot, _ call: AggregateCall) {
    calls.append((expression, slot, call))
  }
}
