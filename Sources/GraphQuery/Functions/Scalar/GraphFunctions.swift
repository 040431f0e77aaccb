import PropertyGraph

/// Functions of nodes, relationships and paths.
enum GraphFunctions {
  static let all: [ScalarFunction] = [
    ScalarFunction(
      name: "id", arity: 1...1, parameters: [[.node, .relationship]], result: .integer,
      summary: "The lasting number of a node or relationship.", evaluate: id),
    ScalarFunction(
      name: "elementId", arity: 1...1, parameters: [[.node, .relationship]], result: .text,
      summary: "The lasting number of a node or relationship, as a text.", evaluate: elementID),
    ScalarFunction(
      name: "labels", arity: 1...1, parameters: [[.node]], result: .list,
      summary: "The labels of a node, in code point order.", evaluate: labels),
    ScalarFunction(
      name: "type", arity: 1...1, parameters: [[.relationship]], result: .text,
      summary: "The type of a relationship.", evaluate: type),
    ScalarFunction(
      name: "properties", arity: 1...1, parameters: [[.node, .relationship, .map]], result: .map,
      summary: "All properties of a node or relationship as a map; a map as it is.",
      evaluate: properties),
    ScalarFunction(
      name: "keys", arity: 1...1, parameters: [[.node, .relationship, .map]], result: .list,
      summary: "The property keys of a node, relationship or map, in code point order.",
      evaluate: keys),
    ScalarFunction(
      name: "startNode", arity: 1...1, parameters: [[.relationship]], result: .node,
      summary: "The node that a relationship starts at.", evaluate: startNode),
    ScalarFunction(
      name: "endNode", arity: 1...1, parameters: [[.relationship]], result: .node,
      summary: "The node that a relationship ends at.", evaluate: endNode),
    ScalarFunction(
      name: "nodes", arity: 1...1, parameters: [[.path]], result: .list,
      summary: "The nodes of a path in the order walked.", evaluate: nodes),
    ScalarFunction(
      name: "relationships", arity: 1...1, parameters: [[.path]], result: .list,
      summary: "The relationships of a path in the order walked.", evaluate: relationships),
    ScalarFunction(
      name: "length", arity: 1...1, parameters: [[.path]], result: .integer,
      summary: "The number of relationships of a path.", evaluate: length),
  ]

  private static func number(
    of entity: Value, _ function: String, _ graph: any GraphAccess
  ) throws(EvaluationError) -> Int64 {
    switch entity {
    case .node(let row): return graph.id(of: row)
    case .relationship(let row): return graph.id(of: row)
    default:
      throw FunctionsWording.wrongType(function, takes: "a NODE or RELATIONSHIP", found: entity)
    }
  }

  private static func id(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    .integer(try number(of: values[0], "id", context.graph))
  }

  private static func elementID(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    Value(try number(of: values[0], "elementId", context.graph).description)
  }

  private static func labels(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    guard case .node(let row) = values[0] else {
      throw FunctionsWording.wrongValue("labels", takes: "a NODE", found: values[0])
    }
    guard !context.graph.isDeleted(row) else {
      throw FunctionsWording.deletedEntity("node", so: "`labels` cannot read it")
    }
    return .list(context.graph.labels(of: row).map { .text($0) })
  }

  /// The type of a deleted relationship can still be read, as the kit has it.
  private static func type(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    guard case .relationship(let row) = values[0] else {
      throw FunctionsWording.wrongValue("type", takes: "a RELATIONSHIP", found: values[0])
    }
    return .text(context.graph.name(of: context.graph.type(of: row)))
  }

  private static func propertyMap(
    of value: Value, _ function: String, _ graph: any GraphAccess
  ) throws(EvaluationError) -> PropertyMap {
    switch value {
    case .node(let row):
      guard !graph.isDeleted(row) else {
        throw FunctionsWording.deletedEntity("node", so: "`\(function)` cannot read it")
      }
      return graph.properties(of: row)
    case .relationship(let row):
      guard !graph.isDeleted(row) else {
        throw FunctionsWording.deletedEntity("relationship", so: "`\(function)` cannot read it")
      }
      return graph.properties(of: row)
    case .map(let map): return map
    default:
      throw FunctionsWording.wrongType(
        function, takes: "a NODE, RELATIONSHIP or MAP", found: value)
    }
  }

  private static func properties(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    .map(try propertyMap(of: values[0], "properties", context.graph))
  }

  private static func keys(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    .list(try propertyMap(of: values[0], "keys", context.graph).keys.map { .text($0) })
  }

  private static func startNode(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    .node(context.graph.start(of: try Arguments("startNode", values).relationship(0)))
  }

  private static func endNode(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    .node(context.graph.end(of: try Arguments("endNode", values).relationship(0)))
  }

  private static func nodes(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    .list(try Arguments("nodes", values).path(0).nodes.map { .node($0) })
  }

  private static func relationships(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    .list(try Arguments("relationships", values).path(0).relationships.map { .relationship($0) })
  }

  private static func length(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    .integer(Int64(try Arguments("length", values).path(0).relationships.count))
  }
}
