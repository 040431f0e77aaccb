import PropertyGraph

/// The ends of a relationship, for plans that begin at one.
enum EndFunctions {
  static let start = function("startNode") { row, context in
    .node(context.graph.start(of: row))
  }

  static let end = function("endNode") { row, context in
    .node(context.graph.end(of: row))
  }

  /// Both ends; a self-loop has one.
  static let both = function("ends") { row, context in
    let start = context.graph.start(of: row)
    let end = context.graph.end(of: row)
    return .list(start == end ? [.node(start)] : [.node(start), .node(end)])
  }

  private static func function(
    _ name: Text, _ body: @escaping @Sendable (RelationshipRow, FunctionContext) -> Value
  ) -> ScalarFunction {
    ScalarFunction(name: name, arity: 1...1, parameters: [[.relationship]]) {
      (arguments, context) throws(EvaluationError) in
      guard case .relationship(let row)? = arguments.first else { return .null }
      return body(row, context)
    }
  }
}

/// Functions on lists that plans use and queries cannot name.
enum ValueFunctions {
  /// The values of a list, each once and without null, as an index is asked for them.
  static let differentValues = ScalarFunction(
    name: "values", arity: 1...1, parameters: [[.list]], result: .list
  ) { (arguments, _) throws(EvaluationError) in
    guard let argument = arguments.first else { return .null }
    guard case .list(let elements) = argument else {
      throw EvaluationError(
        code: "InvalidArgumentType", "IN needs a list, not \(argument.typeName)")
    }
    var seen: Set<GroupingKey> = []
    return .list(elements.filter { !$0.isNull && seen.insert(GroupingKey($0)).inserted })
  }
}
