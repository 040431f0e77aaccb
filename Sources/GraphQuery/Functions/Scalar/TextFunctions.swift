import PropertyGraph

/// Functions of texts. Positions and lengths count Unicode scalars.
enum TextFunctions {
  static let all: [ScalarFunction] =
    [
      caseMapping("toUpper") { $0.uppercased() },
      caseMapping("upper") { $0.uppercased() },
      caseMapping("toLower") { $0.lowercased() },
      caseMapping("lower") { $0.lowercased() },
      trimming("trim", summary: "A text without white space at its ends.", trimmed),
      trimming("btrim", summary: "A text without white space at its ends.", trimmed),
      trimming("ltrim", summary: "A text without white space at its start.", trimmedAtStart),
      trimming("rtrim", summary: "A text without white space at its end.", trimmedAtEnd),
      length("char_length"), length("character_length"),
    ] + [
      ScalarFunction(
        name: "split", arity: 2...2, parameters: [[.text], [.text, .list]], result: .list,
        summary: "The parts of a text between a delimiter, or between any of a list of them.",
        evaluate: split),
      ScalarFunction(
        name: "substring", arity: 2...3, parameters: [[.text], [.integer]], result: .text,
        summary: "The part of a text from a position (the first is 0), of a length if given.",
        evaluate: substring),
      ScalarFunction(
        name: "left", arity: 2...2, parameters: [[.text], [.integer]], result: .text,
        summary: "So many characters from the start of a text.", evaluate: left),
      ScalarFunction(
        name: "right", arity: 2...2, parameters: [[.text], [.integer]], result: .text,
        summary: "So many characters from the end of a text.", evaluate: right),
      ScalarFunction(
        name: "replace", arity: 3...3, parameters: [[.text]], result: .text,
        summary: "A text with every occurrence of a second replaced by a third.",
        evaluate: replace),
    ]

  // MARK: Case and white space

  private static func caseMapping(
    _ name: Text, _ map: @escaping @Sendable (String) -> String
  ) -> ScalarFunction {
    ScalarFunction(
      name: name, arity: 1...1, parameters: [[.text]], result: .text,
      summary: "A text with every letter in upper or lower case, as the name says."
    ) { (values, _) throws(EvaluationError) in
      Value(map(try Arguments(name.string, values).text(0).string))
    }
  }

  private static func trimming(
    _ name: Text, summary: Text,
    _ trim: @escaping @Sendable (Substring.UnicodeScalarView) -> Substring.UnicodeScalarView
  ) -> ScalarFunction {
    ScalarFunction(
      name: name, arity: 1...1, parameters: [[.text]], result: .text, summary: summary
    ) { (values, _) throws(EvaluationError) in
      let text = try Arguments(name.string, values).text(0)
      return Value(String(trim(text.string.unicodeScalars[...])))
    }
  }

  /// Without white space at both ends.
  static func trimmed(_ scalars: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
    trimmedAtEnd(trimmedAtStart(scalars))
  }

  private static func trimmedAtStart(
    _ scalars: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    scalars.drop { $0.properties.isWhitespace }
  }

  private static func trimmedAtEnd(
    _ scalars: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    var rest = scalars
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return rest
  }

  private static func length(_ name: Text) -> ScalarFunction {
    ScalarFunction(
      name: name, arity: 1...1, parameters: [[.text]], result: .integer,
      summary: "The number of characters of a text."
    ) { (values, _) throws(EvaluationError) in
      .integer(Int64(try Arguments(name.string, values).text(0).scalarCount))
    }
  }

  // MARK: Parts

  private static func substring(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    let arguments = Arguments("substring", values)
    let scalars = try arguments.text(0).string.unicodeScalars
    let rest = scalars.dropFirst(try arguments.count(1, called: "a start"))
    guard values.count > 2 else { return Value(String(rest)) }
    return Value(String(rest.prefix(try arguments.count(2, called: "a length"))))
  }

  private static func left(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    let arguments = Arguments("left", values)
    let scalars = try arguments.text(0).string.unicodeScalars
    return Value(String(scalars.prefix(try arguments.count(1, called: "a length"))))
  }

  private static func right(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    let arguments = Arguments("right", values)
    let scalars = try arguments.text(0).string.unicodeScalars
    return Value(String(scalars.suffix(try arguments.count(1, called: "a length"))))
  }

  // MARK: Searching

  private static func split(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    let arguments = Arguments("split", values)
    let bytes = Array(try arguments.text(0).utf8)
    var delimiters: [[UInt8]] = []
    if case .list(let elements) = values[1] {
      for element in elements {
        if element.isNull { return .null }
        delimiters.append(Array(try Arguments("split", [element]).text(0).utf8))
      }
    } else {
      delimiters = [Array(try arguments.text(1).utf8)]
    }
    if delimiters.contains([]) {
      return .list(try arguments.text(0).string.unicodeScalars.map { Value(String($0)) })
    }
    // Bytes of one UTF-8 sequence never occur inside another, so bytes can be searched.
    var parts: [Value] = []
    var start = 0
    var position = 0
    while position < bytes.count {
      if let delimiter = delimiters.first(where: { bytes[position...].starts(with: $0) }) {
        parts.append(.text(Text(utf8: bytes[start..<position])))
        position += delimiter.count
        start = position
      } else {
        position += 1
      }
    }
    parts.append(.text(Text(utf8: bytes[start...])))
    return .list(parts)
  }

  private static func replace(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    let arguments = Arguments("replace", values)
    let bytes = Array(try arguments.text(0).utf8)
    let wanted = Array(try arguments.text(1).utf8)
    let replacement = Array(try arguments.text(2).utf8)
    guard let first = wanted.first else { return values[0] }
    var found: [Int] = []
    var position = 0
    while position + wanted.count <= bytes.count {
      if bytes[position] == first, bytes[position...].starts(with: wanted) {
        found.append(position)
        position += wanted.count
      } else {
        position += 1
      }
    }
    let (added, overflows) = found.count.multipliedReportingOverflow(by: replacement.count)
    try context.foresee(overflows ? Int.max : added)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + added - found.count * wanted.count)
    var start = 0
    for position in found {
      result += bytes[start..<position]
      result += replacement
      start = position + wanted.count
    }
    result += bytes[start...]
    return .text(Text(utf8: result))
  }
}
