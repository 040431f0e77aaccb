import Diagnostics
import GraphQuery
import PropertyGraph
import Testing

@Suite struct LiteralTests {
  private func literal(_ text: String) throws(Diagnostic) -> Value? {
    guard case .literal(let value) = try parseExpression(text).kind else { return nil }
    return value
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
    ("- 9223372036854775808", Int64.min), ("0x7FFFFFFFFFFFFFFF", Int64.max),
    ("-0x8000000000000000", Int64.min), ("0o777777777777777777777", Int64.max),
    ("-0o1000000000000000000000", Int64.min), ("0xfF", 255),
  ]) func integers(text: String, expected: Int64) throws {
    guard case .integer(let value)? = try literal(text) else {
      Issue.record("\(text) is no integer")
      return
    }
    #expect(value == expected)
  }

  @Test(arguments: [
    ("1.0", 1.0), (".5", 0.5), ("-.5", -0.5), ("1e3", 1000),
    ("5e-324", Double.leastNonzeroMagnitude), ("-0.0", -0.0),
    ("1.7976931348623157e308", Double.greatestFiniteMagnitude), ("1e-999", 0), ("2.5E+1", 25),
  ]) func floats(text: String, expected: Double) throws {
    guard case .float(let value)? = try literal(text) else {
      Issue.record("\(text) is no float")
      return
    }
    #expect(value.bitPattern == expected.bitPattern)
  }

  @Test(arguments: [
    (#"''"#, ""), (#"'a"b'"#, "a\"b"), (#""it's""#, "it's"), (#"'\''"#, "'"),
    (#"'\\ \" \b \f \n \r \t \`'"#, "\\ \" \u{8} \u{C} \n \r \t `"),
    (#"'\u01FF'"#, "ǿ"), (#"'\U0001F600'"#, "😀"), (#"'\uD83D\uDE00'"#, "😀"),
    ("'línea\nnueva'", "línea\nnueva"), (#"'e\u0301'"#, "e\u{301}"), ("'\u{0}'", "\u{0}"),
  ]) func strings(text: String, expected: String) throws {
    guard case .text(let value)? = try literal(text) else {
      Issue.record("\(text) is no string")
      return
    }
    #expect(value == Text(expected))
  }

  @Test(arguments: [
    ("9223372036854775808", "IntegerOverflow"), ("-9223372036854775809", "IntegerOverflow"),
    ("0x8000000000000000", "IntegerOverflow"), ("-0x8000000000000001", "IntegerOverflow"),
    ("0o1000000000000000000000", "IntegerOverflow"), ("-(9223372036854775808)", "IntegerOverflow"),
    ("99999999999999999999999", "IntegerOverflow"), ("1e999", "FloatingPointOverflow"),
    ("-1.34E999", "FloatingPointOverflow"), ("9223372h54775808", "InvalidNumberLiteral"),
    ("9223372#54775808", "UnexpectedSyntax"), ("0x", "InvalidNumberLiteral"),
    ("0x1A2b3j4D5E6f7", "InvalidNumberLiteral"), (#"'\uH'"#, "InvalidUnicodeLiteral"),
    (#"'\uD800'"#, "InvalidUnicodeLiteral"), (#"'\uD83D\u0041'"#, "InvalidUnicodeLiteral"),
    (#"'\U00110000'"#, "InvalidUnicodeLiteral"), (#"'\u12'"#, "InvalidUnicodeLiteral"),
    (#"'\d'"#, "UnexpectedSyntax"), ("'abc", "UnexpectedSyntax"),
    ("42 — 41", "InvalidUnicodeCharacter"),
    ("‘x’", "InvalidUnicodeCharacter"),
  ]) func refused(text: String, code: String) {
    #expect(errorCode("RETURN " + text) == code)
  }

  @Test func namesLoseTheirQuotes() throws {
    guard case .variable(let name) = try parseExpression("`a``b`").kind,
      case .parameter(let parameter) = try parseExpression("$`x y`").kind
    else {
      Issue.record("not a variable and a parameter")
      return
    }
    #expect(name == "a`b")
    #expect(parameter == "x y")
  }

  @Test func theFirstMistakeInTheTextIsReported() {
    #expect(errorCode("RETURN ) + '\\q' + 12x") == "UnexpectedSyntax")
    #expect(errorCode("RETURN 12x + )") == "InvalidNumberLiteral")
  }
}
