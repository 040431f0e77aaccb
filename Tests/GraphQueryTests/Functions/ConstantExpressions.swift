import Diagnostics
import PropertyGraph

@testable import GraphQuery

/// Evaluates expressions that need no graph, straight from their text: literals, variables of a
/// table, functions, fields and arithmetic. Enough to state what functions do as tables of text.
struct ConstantExpressions {
  /// A fixed moment: 2024-03-31T11:30:15.5Z, a day on which clocks in Europe were put forward.
  static let statementTime: Int64 = 1_711_884_615_500_000_000

  var variables: [Text: Value] = [:]
  var context = FunctionContext(
    graph: EmptyGraph(), statementTime: statementTime, random: { 0.25 })

  /// A failure of the evaluation itself.
  struct NotConstant: Error { var what: String }

  func value(_ text: String) throws -> Value {
    try value(try QueryParser.parseExpression(SourceText(name: "test", text: text)))
  }

  func value(_ expression: Expression) throws -> Value {
    switch expression.kind {
    case .literal(let value): return value
    case .variable(let name):
      guard let value = variables[name] else { throw NotConstant(what: "\(name)") }
      return value
    case .list(let elements): return .list(try elements.map(value))
    case .map(let entries):
      return .map(PropertyMap(try entries.map { ($0.key.text, try value($0.value)) }))
    case .function(let name, let arguments, _): return try call(name.text, arguments)
    case .property(let subject, let key): return try field(key.text, of: try value(subject))
    case .unary(.minus, let operand): return try negated(try value(operand))
    case .binary(let operation, let left, let right):
      return try binary(operation, try value(left), try value(right))
    case .comparison(let operands, let operators) where operators == [.equal]:
      return try value(operands[0]).equals(try value(operands[1])).map { .boolean($0) } ?? .null
    default: throw NotConstant(what: "\(expression.kind)")
    }
  }

  private func call(_ name: Text, _ arguments: [Expression]) throws -> Value {
    guard let function = FunctionCatalogue.standard.scalar(name) else {
      throw NotConstant(what: "function \(name)")
    }
    guard function.arity.contains(arguments.count) else { throw NotConstant(what: "arity") }
    let values = try arguments.map(value)
    if function.isStrict, values.contains(where: \.isNull) { return .null }
    return try function.evaluate(values, context)
  }

  private func field(_ key: Text, of value: Value) throws -> Value {
    switch value {
    case .map(let map): return map[key] ?? .null
    case .temporal(let temporal):
      return try FunctionCatalogue.standard.operators.temporalField(temporal, key) ?? .null
    default: throw NotConstant(what: "field \(key)")
    }
  }

  private func negated(_ value: Value) throws -> Value {
    switch value {
    case .integer(let number): return .integer(0 &- number)
    case .float(let number): return .float(-number)
    default: throw NotConstant(what: "minus")
    }
  }

  private func binary(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Value {
    switch (operation, left, right) {
    case (.matches, .text(let text), .text(let pattern)):
      return .boolean(try FunctionCatalogue.standard.operators.matches(text, pattern, context))
    case (.divide, .float(let a), .float(let b)): return .float(a / b)
    default:
      let result = try FunctionCatalogue.standard.operators.temporalArithmetic(
        operation, left, right)
      guard let result else { throw NotConstant(what: "\(operation)") }
      return result
    }
  }

  /// The value as the tables write it: texts and temporal values in single quotes.
  static func shown(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): number.description
    case .float(let number): number.description
    case .text(let text): "'\(text)'"
    case .temporal(let temporal): "'\(temporal.isoText)'"
    case .list(let elements): "[" + elements.map(shown).joined(separator: ", ") + "]"
    case .map(let map):
      "{" + map.map { "\($0.key): \(shown($0.value))" }.joined(separator: ", ") + "}"
    default: "?"
    }
  }

  /// What an expression gives: its value as shown, or the code of its error.
  static func outcome(_ text: String, variables: [Text: Value] = [:]) -> String {
    do {
      return shown(try ConstantExpressions(variables: variables).value(text))
    } catch let error as EvaluationError {
      return error.code
    } catch {
      return "\(error)"
    }
  }
}
