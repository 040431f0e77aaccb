import PropertyGraph

/// Functions of any value, and of the statement itself.
enum GeneralFunctions {
  static let all: [ScalarFunction] = [
    ScalarFunction(
      name: "coalesce", arity: 1...Int.max, isStrict: false,
      summary: "The first of its arguments that is not null."
    ) { (values, _) throws(EvaluationError) in values.first { !$0.isNull } ?? .null },
    ScalarFunction(
      name: "exists", arity: 1...1, result: .boolean, isStrict: false,
      summary: "Whether a property is there; the older form of `IS NOT NULL`."
    ) { values, _ in .boolean(!values[0].isNull) },
    ScalarFunction(
      name: "nullIf", arity: 2...2, isStrict: false,
      summary: "The first argument, or null if it equals the second."
    ) { values, _ in values[0].equals(values[1]) == true ? .null : values[0] },
    ScalarFunction(
      name: "valueType", arity: 1...1, result: .text, isStrict: false,
      summary: "The name of the value's type."
    ) { values, _ in Value(typeName(of: values[0])) },
    ScalarFunction(
      name: "timestamp", arity: 0...0, result: .integer,
      summary: "Milliseconds from 1970 UTC to the start of the statement."
    ) { _, context in .integer(context.statementTime / 1_000_000) },
    ScalarFunction(
      name: "rand", arity: 0...0, result: .float, isDeterministic: false,
      summary: "A random number from 0.0 up to, but without, 1.0."
    ) { _, context in .float(context.random()) },
    ScalarFunction(
      name: "randomUUID", arity: 0...0, result: .text, isDeterministic: false,
      summary: "A random UUID (version 4) as a text."
    ) { _, context in Value(randomUUID(context.random)) },
  ]

  /// `INTEGER NOT NULL`, `LIST<FLOAT NOT NULL> NOT NULL` and so on.
  private static func typeName(of value: Value) -> String {
    switch value {
    case .null: return "NULL"
    case .list(let elements):
      let inner = Set(elements.map(typeName(of:))).sorted()
      return "LIST<\(inner.isEmpty ? "NOTHING" : inner.joined(separator: " | "))> NOT NULL"
    default: return value.typeName + " NOT NULL"
    }
  }

  private static func randomUUID(_ random: () -> Double) -> String {
    var bytes = (0..<16).map { _ in UInt8(truncatingIfNeeded: Int(random() * 256)) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      if byte < 16 { text += "0" }
      text += String(byte, radix: 16)
    }
    return text
  }
}
