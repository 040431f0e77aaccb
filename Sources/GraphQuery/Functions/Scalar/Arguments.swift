import PropertyGraph

/// Typed reading of a function's arguments. Strict functions never see null, so anything of
/// another type is an error that names the function.
struct Arguments {
  let function: String
  let values: [Value]

  init(_ function: String, _ values: [Value]) {
    self.function = function
    self.values = values
  }

  /// The argument at a position; null where it was left out.
  subscript(position: Int) -> Value {
    position < values.count ? values[position] : .null
  }

  func text(_ position: Int) throws(EvaluationError) -> Text {
    guard case .text(let text) = self[position] else { throw wrongType(position, "a STRING") }
    return text
  }

  func integer(_ position: Int) throws(EvaluationError) -> Int64 {
    guard case .integer(let number) = self[position] else {
      throw wrongType(position, "an INTEGER")
    }
    return number
  }

  /// A count of characters: an integer that is not negative.
  func count(_ position: Int, called name: String) throws(EvaluationError) -> Int {
    let number = try integer(position)
    guard number >= 0 else { throw FunctionsWording.negative(function, name, number) }
    return Int(number)
  }

  func double(_ position: Int) throws(EvaluationError) -> Double {
    switch self[position] {
    case .integer(let number): return Double(number)
    case .float(let number): return number
    default: throw wrongType(position, "a number")
    }
  }

  func list(_ position: Int) throws(EvaluationError) -> [Value] {
    guard case .list(let elements) = self[position] else { throw wrongType(position, "a LIST") }
    return elements
  }

  func relationship(_ position: Int) throws(EvaluationError) -> RelationshipRow {
    guard case .relationship(let row) = self[position] else {
      throw wrongType(position, "a RELATIONSHIP")
    }
    return row
  }

  func path(_ position: Int) throws(EvaluationError) -> Path {
    guard case .path(let path) = self[position] else { throw wrongType(position, "a PATH") }
    return path
  }

  func wrongType(_ position: Int, _ expected: String) -> EvaluationError {
    FunctionsWording.wrongType(function, takes: expected, found: self[position])
  }
}
