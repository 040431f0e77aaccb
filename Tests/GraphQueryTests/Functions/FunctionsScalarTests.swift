import PropertyGraph
import Testing

@testable import GraphQuery

struct FunctionsScalarTests {
  @Test(arguments: [
    ("size('e\u{301}👍')", "3"), ("size([1, null])", "2"), ("size({a: 1})", "InvalidArgumentType"),
    ("size(null)", "null"), ("isEmpty('')", "true"), ("isEmpty({})", "true"),
    ("isEmpty([0])", "false"), ("head([])", "null"), ("head([1, 2])", "1"),
    ("last([1, 2])", "2"), ("last([])", "null"), ("tail([1, 2, 3])", "[2, 3]"),
    ("tail([])", "[]"), ("reverse([1, 2])", "[2, 1]"), ("reverse('raksO')", "'Oskar'"),
    ("reverse('a👍')", "'👍a'"), ("range(0, -10, -3)", "[0, -3, -6, -9]"),
    ("range(2, 1)", "[]"), ("range(1, 1, -1)", "[1]"), ("range(2, 8, 0)", "NumberOutOfRange"),
    ("range(1.0, 2)", "InvalidArgumentType"), ("range(null, 2)", "null"),
    (
      "range(9223372036854775806, 9223372036854775807)",
      "[9223372036854775806, 9223372036854775807]"
    ),
    ("coalesce(null, 1, 2)", "1"), ("coalesce(null, null)", "null"),
    ("exists(null)", "false"), ("nullIf(1, 1.0)", "null"), ("nullIf(1, 2)", "1"),
    ("keys({b: 1, a: null})", "['a', 'b']"), ("properties({a: 1})", "{a: 1}"),
    ("timestamp()", "1711884615500"), ("rand()", "0.25"),
    ("randomUUID()", "'40404040-4040-4040-8040-404040404040'"),
    ("valueType([1, 'a', 2])", "'LIST<INTEGER NOT NULL | STRING NOT NULL> NOT NULL'"),
    ("valueType(null)", "'NULL'"),
  ])
  func listsAndValues(_ expression: String, _ wanted: String) {
    #expect(ConstantExpressions.outcome(expression) == wanted)
  }

  @Test(arguments: [
    ("toUpper('straße')", "'STRASSE'"), ("LOWER('ÉA')", "'éa'"), ("trim(' \\t x \\n')", "'x'"),
    ("lTrim(' x ')", "'x '"), ("rTrim(' x ')", "' x'"),
    (
      "split('a,b,,c', ',')",
      "['a', 'b', '', 'c']"
    ),
    ("split('', ',')", "['']"), ("split('aéb', 'é')", "['a', 'b']"),
    ("split('a-b,c', ['-', ','])", "['a', 'b', 'c']"), ("split('ab', '')", "['a', 'b']"),
    ("split(null, ',')", "null"), ("substring('0123456789', 1)", "'123456789'"),
    ("substring('h👍llo', 1, 2)", "'👍l'"), ("substring('abc', 5)", "''"),
    ("substring('abc', -1)", "NegativeIntegerArgument"), ("left('abc', 2)", "'ab'"),
    ("left('abc', 9)", "'abc'"), ("right('abc', 2)", "'bc'"),
    ("right('abc', -2)", "NegativeIntegerArgument"), ("replace('hello', 'l', 'w')", "'hewwo'"),
    ("replace('aaa', 'aa', 'b')", "'ba'"), ("replace('abc', '', 'x')", "'abc'"),
    ("char_length('é')", "1"), ("toUpper(1)", "InvalidArgumentType"),
    ("toString(1.0)", "'1.0'"), ("toString(true)", "'true'"), ("toString(-0.0)", "'-0.0'"),
    ("toString(0.0 / 0.0)", "'NaN'"), ("toString([])", "InvalidArgumentValue"),
    ("toStringOrNull([])", "null"), ("toString(date('2024-01-02'))", "'2024-01-02'"),
    ("toInteger('42')", "42"), ("toInteger('2.9')", "2"), ("toInteger(-2.9)", "-2"),
    ("toInteger(' 7 ')", "7"), ("toInteger('foo')", "null"), ("toInteger('')", "null"),
    ("toInteger('0x1F')", "null"), ("toInteger('9223372036854775808')", "null"),
    ("toInteger(1e300)", "NumberOutOfRange"), ("toInteger(true)", "InvalidArgumentValue"),
    ("toInteger([])", "InvalidArgumentValue"), ("toIntegerOrNull({})", "null"),
    ("toFloat('5')", "5.0"), ("toFloat('1e400')", "inf"), ("toFloat('inf')", "null"),
    ("toFloat('.5')", "0.5"), ("toFloat(true)", "InvalidArgumentValue"), ("toFloat(3)", "3.0"),
    ("toBoolean('TRUE')", "true"), ("toBoolean('false ')", "false"), ("toBoolean('x')", "null"),
    ("toBoolean(1.0)", "InvalidArgumentValue"), ("toBooleanOrNull(1.0)", "null"),
  ])
  func textsAndConversions(_ expression: String, _ wanted: String) {
    #expect(ConstantExpressions.outcome(expression) == wanted)
  }

  @Test(arguments: [
    ("abs(-1)", "1"), ("abs(-1.5)", "1.5"), ("abs(-9223372036854775808)", "IntegerOverflow"),
    ("abs('x')", "InvalidArgumentType"), ("sign(-0.1)", "-1"), ("sign(0)", "0"),
    ("ceil(0.1)", "1.0"), ("floor(-0.1)", "-1.0"), ("round(2.5)", "3.0"), ("round(-1.5)", "-1.0"),
    ("round(0.49999999999999994)", "0.0"), ("round(1.005, 2)", "1.01"),
    ("round(-1.55, 1)", "-1.6"), ("round(1.249, 1, 'UP')", "1.3"),
    ("round(1.25, 1, 'HALF_EVEN')", "1.2"), ("round(1.25, 1, 'half_down')", "1.2"),
    ("round(-1.21, 1, 'CEILING')", "-1.2"), ("round(-1.21, 1, 'FLOOR')", "-1.3"),
    ("round(1.29, 1, 'DOWN')", "1.2"), ("round(9.99, 1)", "10.0"), ("round(0.004, 2)", "0.0"),
    ("round(0.096, 1)", "0.1"), ("round(1e300, 2)", "1e+300"), ("round(1e-20, 5)", "0.0"),
    ("round(7, 3)", "7.0"), ("round(1.5, -1)", "NumberOutOfRange"),
    ("round(1.5, 1, 'SIDEWAYS')", "InvalidArgumentValue"),
    ("sqrt(12.96)", "3.6"), ("sqrt(-1)", "nan"), ("exp(0)", "1.0"), ("log(1)", "0.0"),
    ("log10(1000)", "3.0"), ("e()", "2.718281828459045"), ("pi()", "3.141592653589793"),
    ("atan2(0.0, -1.0)", "3.141592653589793"), ("degrees(pi())", "180.0"),
    ("radians(180)", "3.141592653589793"), ("haversin(0)", "0.0"), ("sin(0)", "0.0"),
    ("isNaN(0.0 / 0.0)", "true"),
  ])
  func numbers(_ expression: String, _ wanted: String) {
    #expect(ConstantExpressions.outcome(expression) == wanted)
  }

  @Test func memoryIsAskedForBeforeAListIsBuilt() {
    var expressions = ConstantExpressions()
    expressions.context = FunctionContext(
      graph: EmptyGraph(), statementTime: 0, random: { 0 },
      foresee: { (bytes) throws(EvaluationError) in
        if bytes > 1_000_000 { throw EvaluationError(code: "MemoryLimit", "too much") }
      })
    let error = #expect(throws: EvaluationError.self) {
      try expressions.value("range(0, 9223372036854775807)")
    }
    #expect(error?.code == "MemoryLimit")
  }
}
