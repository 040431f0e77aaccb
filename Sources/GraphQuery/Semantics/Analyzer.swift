import Diagnostics
import PropertyGraph

/// Turns the tree of a statement into a bound query: resolves every name, checks every rule that
/// can be checked before execution. Each concern is an extension in a file of its own.
final class Analyzer {
  /// Names the query may use.
  let catalogue: Catalogue
  /// Statements that extensions add.
  let extensions: [any StatementExtension]
  /// The text, for diagnostics.
  let source: SourceText
  /// What is asked besides the result.
  let mode: Statement.Mode
  /// All slots so far.
  let slots: SlotTable
  /// Plans a subquery inside an expression; its rows come in through an `argument` leaf.
  let planSubquery: (BoundQuery, SubqueryKind, SlotTable) throws(Diagnostic) -> PlanNode
  /// Parameters read, in order of first mention.
  var parameters: [Text] = []

  init(
    catalogue: Catalogue, extensions: [any StatementExtension], source: SourceText,
    mode: Statement.Mode,
    planSubquery: @escaping (BoundQuery, SubqueryKind, SlotTable) throws(Diagnostic) -> PlanNode
  ) {
    self.catalogue = catalogue
    self.extensions = extensions
    self.source = source
    self.mode = mode
    self.slots = SlotTable()
    self.planSubquery = planSubquery
  }

  /// The diagnostic at its place in the query.
  func problem(_ diagnostic: Diagnostic, at span: Span) -> Diagnostic {
    diagnostic.at(span, in: source)
  }

  /// Notes that the statement reads a parameter.
  func noteParameter(_ name: Text) {
    if !parameters.contains(name) { parameters.append(name) }
  }

  /// The slot of a variable that must be visible.
  func resolve(_ name: Text, at span: Span, in scope: Scope) throws(Diagnostic) -> Slot {
    if let slot = scope.variables[name] {
      slots[slot].isRead = true
      return slot
    }
    switch scope.hidden[name] {
    case .notGrouped?, .insideGroupingKey?:
      throw problem(SemanticsWording.notGrouped(name), at: span)
    case .notProjected?:
      throw problem(SemanticsWording.notProjected(name), at: span)
    case nil:
      throw problem(SemanticsWording.undefinedVariable(name, visible: scope.names), at: span)
    }
  }
}

/// A bound expression with what is known of its value.
struct TypedExpression {
  /// The expression.
  var expression: BoundExpression
  /// The type of its value.
  var type: InferredType

  init(_ kind: BoundExpressionKind, _ type: InferredType, _ span: Span) {
    expression = BoundExpression(kind, span)
    self.type = type
  }
}
