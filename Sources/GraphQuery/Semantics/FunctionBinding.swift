import Diagnostics
import PropertyGraph

extension Analyzer {
  func bindFunction(
    _ expression: Expression, _ name: Name, _ arguments: [Expression], isDistinct: Bool,
    _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    if catalogue.functions.aggregate(name.text) != nil {
      return try bindAggregate(
        expression, name.text, arguments, isDistinct: isDistinct, context)
    }
    if let typed = try bindExistsFunction(name.text, arguments, expression.span, context) {
      return typed
    }
    guard let function = catalogue.functions.scalar(name.text) else {
      throw problem(
        UnsupportedNames.function(name.text)
          ?? SemanticsWording.unknownFunction(name.text, known: catalogue.functions.names),
        at: name.span)
    }
    if isDistinct {
      throw problem(SemanticsWording.distinctNotAllowed(name.text), at: name.span)
    }
    guard function.arity.contains(arguments.count) else {
      throw problem(
        SemanticsWording.argumentCount(
          function.name, wanted: function.arity, got: arguments.count),
        at: expression.span)
    }
    if !function.isDeterministic {
      slots.isNondeterministic = true
      if context.isInsideAggregate {
        throw problem(
          SemanticsWording.notConstantInAggregate(function.name), at: expression.span)
      }
    }
    var bound: [BoundExpression] = []
    var types: [InferredType] = []
    for (index, argument) in arguments.enumerated() {
      let typed = try bind(argument, context)
      let wanted =
        index < function.parameters.count ? function.parameters[index] : function.parameters.last
      if let wanted, !wanted.isEmpty, !wanted.contains(where: typed.type.mayFit) {
        throw problem(
          SemanticsWording.argumentType(
            "`\(function.name)`", wanted: wanted.map(\.phrase).joined(separator: " or "),
            got: typed.type),
          at: argument.span)
      }
      bound.append(typed.expression)
      types.append(typed.type)
    }
    return TypedExpression(
      .call(function, bound), resultType(of: function, types), expression.span)
  }

  /// Functions whose result follows from their arguments' types more closely than declared.
  private func resultType(
    of function: ScalarFunction, _ arguments: [InferredType]
  ) -> InferredType {
    switch function.name.string.lowercased() {
    case "head", "last": return arguments.first?.element ?? .any
    case "tail", "reverse":
      if case .list? = arguments.first { return arguments[0] }
      return function.result == .list ? .list(.any) : .any
    case "nodes": return .list(.node)
    case "relationships": return .list(.relationship)
    case "coalesce":
      return arguments.dropFirst().reduce(arguments.first ?? .any) { $0.joined(with: $1) }
    case "range": return .list(.integer)
    case "keys", "labels", "split": return .list(.text)
    default: return InferredType(function.result)
    }
  }

  /// `exists(n.key)` and `exists((a)-->(b))` of older openCypher.
  private func bindExistsFunction(
    _ name: Text, _ arguments: [Expression], _ span: Span, _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression? {
    guard name.isSameFunctionName(as: "exists"), arguments.count == 1 else { return nil }
    if case .pattern = arguments[0].kind {
      return try bind(arguments[0], context.asPredicate)
    }
    let typed = try bind(arguments[0], context)
    return TypedExpression(.isNull(typed.expression, negated: true), .boolean, span)
  }

  /// Lifts an aggregate out of its expression: what stays is the slot that holds its result.
  func bindAggregate(
    _ expression: Expression, _ name: Text, _ arguments: [Expression], isDistinct: Bool,
    _ context: ExpressionContext
  ) throws(Diagnostic) -> TypedExpression {
    if context.isInsideAggregate {
      throw problem(SemanticsWording.nestedAggregation(name), at: expression.span)
    }
    guard let collector = context.aggregates else {
      throw problem(SemanticsWording.invalidAggregation(name), at: expression.span)
    }
    if let slot = collector.slot(of: expression) {
      return TypedExpression(.slot(slot), slots[slot].type, expression.span)
    }
    let isCountAll = if case .countAll = expression.kind { true } else { false }
    let function = isCountAll ? nil : catalogue.functions.aggregate(name)
    if let function, !function.arity.contains(arguments.count) {
      throw problem(
        SemanticsWording.argumentCount(
          function.name, wanted: function.arity, got: arguments.count),
        at: expression.span)
    }
    if !collector.acceptsVariables {
      for argument in arguments {
        try refuseVariables(in: argument, collector.scope, context.scope, aggregate: name)
      }
    }
    var inner = ExpressionContext(collector.scope)
    inner.isInsideAggregate = true
    var bound: [BoundExpression] = []
    var element: InferredType = .any
    for argument in arguments {
      let typed = try bind(argument, inner)
      if bound.isEmpty { element = typed.type }
      bound.append(typed.expression)
    }
    let type = resultType(ofAggregate: function, argument: element)
    let slot = slots.make(type, mayBeNull: !isCountAll)
    collector.add(
      expression, slot,
      AggregateCall(function: function, arguments: bound, isDistinct: isDistinct))
    return TypedExpression(.slot(slot), type, expression.span)
  }

  private func resultType(
    ofAggregate function: AggregateFunction?, argument: InferredType
  ) -> InferredType {
    guard let function else { return .integer }
    switch function.name.string.lowercased() {
    case "collect": return .list(argument)
    case "min", "max": return argument
    default: return InferredType(function.result)
    }
  }

  /// In `ORDER BY` an aggregate that the projection does not compute may not look at its rows.
  private func refuseVariables(
    in argument: Expression, _ rows: Scope, _ projected: Scope, aggregate: Text
  ) throws(Diagnostic) {
    var place: (name: Text, span: Span)?
    _ = argument.contains { part in
      if case .variable(let name) = part.kind {
        place = (name, part.span)
        return true
      }
      return false
    }
    guard let place else { return }
    if projected.variables[place.name] == nil {
      throw problem(
        rows.variables[place.name] == nil
          ? SemanticsWording.undefinedVariable(place.name, visible: projected.names)
          : SemanticsWording.notProjected(place.name), at: place.span)
    }
    throw problem(SemanticsWording.invalidAggregation(aggregate), at: argument.span)
  }

  /// Whether an expression aggregates.
  func aggregates(_ expression: Expression) -> Bool {
    expression.contains { part in
      switch part.kind {
      case .countAll: true
      case .function(let name, _, _): self.catalogue.functions.aggregate(name.text) != nil
      default: false
      }
    }
  }
}
