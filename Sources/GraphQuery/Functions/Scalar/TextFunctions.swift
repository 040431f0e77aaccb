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
    ) { (values, context) throws(EvaluationError) in
      .text(try mapped(try Arguments(name.string, values).text(0), context, map))
    }
  }

  /// Case is mapped scalar by scalar, so a long text can be taken in pieces.
  private static func mapped(
    _ text: Text, _ context: FunctionContext, _ map: (String) -> String
  ) throws(EvaluationError) -> Text {
    let bytes = text.utf8
    guard bytes.count > pieceBytes else { return Text(map(text.string)) }
    try context.foresee(bytes.count)
    var result = ""
    var start = bytes.startIndex
    while start < bytes.endIndex {
      try context.poll()
      var end =
        bytes.index(start, offsetBy: pieceBytes, limitedBy: bytes.endIndex) ?? bytes.endIndex
      while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end = bytes.index(after: end) }
      result += map(String(text.string[start..<end]))
      start = end
    }
    return Text(result)
  }

  private static let pieceBytes = 65_536

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
    let text = try arguments.text(0)
    var delimiters: [Text] = []
    if case .list(let elements) = values[1] {
      for element in elements {
        if element.isNull { return .null }
        delimiters.append(try Arguments("split", [element]).text(0))
      }
    } else {
      delimiters = [try arguments.text(1)]
    }
    if delimiters.contains("") { return .list(try characters(of: text, context)) }
    let bytes = Array(text.utf8)
    var parts: [Value] = []
    var start = 0
    for (end, length) in try occurrences(of: delimiters, in: text, context) {
      if parts.count & 0xFFF == 0 {
        try context.foresee(parts.count * MemoryLayout<Value>.stride)
      }
      parts.append(.text(Text(utf8: bytes[start..<end - length])))
      start = end
    }
    parts.append(.text(Text(utf8: bytes[start...])))
    return .list(parts)
  }

  private static func characters(
    of text: Text, _ context: FunctionContext
  ) throws(EvaluationError) -> [Value] {
    var parts: [Value] = []
    for scalar in text.string.unicodeScalars {
      if parts.count & 0xFFF == 0 {
        try context.foresee(parts.count * MemoryLayout<Value>.stride)
      }
      parts.append(Value(String(scalar)))
    }
    return parts
  }

  /// Where delimiters end and how long they are: of two that begin at one place, the first named.
  private static func occurrences(
    of delimiters: [Text], in text: Text, _ context: FunctionContext
  ) throws(EvaluationError) -> [(end: Int, length: Int)] {
    var all: [(end: Int, length: Int)] = []
    if delimiters.count == 1, let delimiter = delimiters.first {
      var search = ByteSearch(delimiter)
      let length = search.pattern.count
      return try search.ends(in: text, poll: context.poll).map { ($0, length) }
    }
    let bytes = Array(text.utf8)
    let wanted = delimiters.map { Array($0.utf8) }
    var position = 0
    while position < bytes.count {
      if position & 0xFFFF == 0 { try context.poll() }
      if let delimiter = wanted.first(where: { bytes[position...].starts(with: $0) }) {
        position += delimiter.count
        all.append((position, delimiter.count))
      } else {
        position += 1
      }
    }
    return all
  }

  private static func replace(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    let arguments = Arguments("replace", values)
    let text = try arguments.text(0)
    let wanted = try arguments.text(1)
    let replacement = Array(try arguments.text(2).utf8)
    if wanted.isEmpty { return values[0] }
    var search = ByteSearch(wanted)
    let ends = try search.ends(in: text, poll: context.poll)
    let (added, overflows) = ends.count.multipliedReportingOverflow(by: replacement.count)
    try context.foresee(overflows ? Int.max : added + text.utf8.count)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + added - ends.count * search.pattern.count)
    var start = 0
    for (number, end) in ends.enumerated() {
      if number & 0xFFF == 0 { try context.poll() }
      result += bytes[start..<end - search.pattern.count]
      result += replacement
      start = end
    }
    result += bytes[start...]
    return .text(Text(utf8: result))
  }
}
