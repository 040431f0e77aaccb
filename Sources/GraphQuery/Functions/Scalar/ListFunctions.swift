import PropertyGraph

/// Functions of lists; some take texts or maps as well.
enum ListFunctions {
  static let all: [ScalarFunction] = [
    ScalarFunction(
      name: "size", arity: 1...1, parameters: [[.list, .text]], result: .integer,
      summary: "The number of elements of a list, or of characters of a text.", evaluate: size),
    ScalarFunction(
      name: "isEmpty", arity: 1...1, parameters: [[.list, .text, .map]], result: .boolean,
      summary: "Whether a list, text or map has nothing in it.", evaluate: isEmpty),
    ScalarFunction(
      name: "head", arity: 1...1, parameters: [[.list]], sharesArguments: true,
      summary: "The first element of a list, or null.", evaluate: head),
    ScalarFunction(
      name: "last", arity: 1...1, parameters: [[.list]], sharesArguments: true,
      summary: "The last element of a list, or null.", evaluate: last),
    ScalarFunction(
      name: "tail", arity: 1...1, parameters: [[.list]], result: .list,
      summary: "All elements of a list but the first.", evaluate: tail),
    ScalarFunction(
      name: "reverse", arity: 1...1, parameters: [[.list, .text]],
      summary: "A list or text from back to front.", evaluate: reverse),
    // The kit wants wrong types here refused at run time, so none is declared.
    ScalarFunction(
      name: "range", arity: 2...3, result: .list,
      summary: "The integers from the first to the second, both included, in steps of the third.",
      evaluate: range),
  ]

  private static func size(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    switch values[0] {
    case .list(let elements): return .integer(Int64(elements.count))
    case .text(let text): return .integer(Int64(text.scalarCount))
    default:
      throw FunctionsWording.wrongType("size", takes: "a LIST or STRING", found: values[0])
    }
  }

  private static func isEmpty(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    switch values[0] {
    case .list(let elements): return .boolean(elements.isEmpty)
    case .text(let text): return .boolean(text.isEmpty)
    case .map(let map): return .boolean(map.isEmpty)
    default:
      throw FunctionsWording.wrongType(
        "isEmpty", takes: "a LIST, STRING or MAP", found: values[0])
    }
  }

  private static func head(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    try Arguments("head", values).list(0).first ?? .null
  }

  private static func last(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    try Arguments("last", values).list(0).last ?? .null
  }

  private static func tail(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    .list(try copy(try Arguments("tail", values).list(0).dropFirst(), context))
  }

  private static func copy(
    _ elements: some RandomAccessCollection<Value>, _ context: FunctionContext
  ) throws(EvaluationError) -> [Value] {
    try LongLists.copy(
      elements, poll: { () throws(EvaluationError) in try context.poll() }, leave: context.leave)
  }

  private static func reverse(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    switch values[0] {
    case .list(let elements):
      return .list(try copy(elements.reversed() as ReversedCollection, context))
    case .text(let text):
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text.string.unicodeScalars.reversed())
      return Value(String(scalars))
    default:
      throw FunctionsWording.wrongType("reverse", takes: "a LIST or STRING", found: values[0])
    }
  }

  private static func range(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    let range = try IntegerRange(values)
    let bytes = range.count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
    try context.foresee(bytes.overflow ? Int.max : bytes.partialValue)
    var elements: [Value] = []
    elements.reserveCapacity(range.count)
    while elements.count < range.count {
      do {
        try context.poll()
      } catch {
        context.leave(elements)
        throw error
      }
      let end = min(range.count, elements.count + 65_536)
      for place in elements.count..<end { elements.append(.integer(range[place])) }
    }
    return .list(elements)
  }
}
