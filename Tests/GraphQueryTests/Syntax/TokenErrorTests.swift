import Testing

/// Mistakes inside one token. Each with the whole text a person sees.
@Suite struct TokenErrorTests {
  @Test(arguments: [
    (
      #"RETURN n != 1"#,
      #"""
      error[UnexpectedSyntax]: the character `!` (U+0021) has no meaning in a query
        --> query:1:10
         |
       1 | RETURN n != 1
         |          ^
        help: "not equal" is written `<>`
      """#
    ),
    (
      #"RETURN a && b"#,
      #"""
      error[UnexpectedSyntax]: the character `&` (U+0026) has no meaning in a query
        --> query:1:10
         |
       1 | RETURN a && b
         |          ^
        help: "and" is written `AND`
      """#
    ),
    (
      #"RETURN # 1"#,
      #"""
      error[UnexpectedSyntax]: the character `#` (U+0023) has no meaning in a query
        --> query:1:8
         |
       1 | RETURN # 1
         |        ^
        help: comments begin with `//`
      """#
    ),
    (
      #"RETURN “x”"#,
      #"""
      error[InvalidUnicodeCharacter]: the character `“` (U+201C) has no meaning in a query
        --> query:1:8
         |
       1 | RETURN “x”
         |        ^
        help: texts stand in straight quotes: 'text' or "text"
      """#
    ),
    (
      #"RETURN 42 — 41"#,
      #"""
      error[InvalidUnicodeCharacter]: `—` stands only in the arrow of a relationship
        --> query:1:11
         |
       1 | RETURN 42 — 41
         |           ^
        help: minus is written `-`
      """#
    ),
    (
      #"RETURN a ⟩ b"#,
      #"""
      error[InvalidUnicodeCharacter]: `⟩` stands only in the arrow of a relationship
        --> query:1:10
         |
       1 | RETURN a ⟩ b
         |          ^
        help: write `<` or `>`
      """#
    ),
    (
      "RETURN é\u{7}",
      #"""
      error[UnexpectedSyntax]: the character U+0007 has no meaning in a query
        --> query:1:9
         |
       1 | RETURN é·
         |         ^
      """#
    ),
    (
      #"RETURN a ≥ b"#,
      #"""
      error[InvalidUnicodeCharacter]: the character `≥` (U+2265) has no meaning in a query
        --> query:1:10
         |
       1 | RETURN a ≥ b
         |          ^
        help: "greater or equal" is written `>=`
      """#
    ),
    (
      #"RETURN $"#,
      #"""
      error[UnexpectedSyntax]: `$` without the name of a parameter
        --> query:1:8
         |
       1 | RETURN $
         |        ^
        help: write `$name`, or `$0` for a numbered parameter
      """#
    ),
    (
      #"RETURN 'abc"#,
      #"""
      error[UnexpectedSyntax]: this string does not end
        --> query:1:8
         |
       1 | RETURN 'abc
         |        ^
        help: close it with the same quote that opened it
      """#
    ),
    (
      #"RETURN `abc"#,
      #"""
      error[UnexpectedSyntax]: this name in back quotes does not end
        --> query:1:8
         |
       1 | RETURN `abc
         |        ^
        help: close it with a back quote
      """#
    ),
    (
      #"RETURN 1 /* x"#,
      #"""
      error[UnexpectedSyntax]: this comment does not end
        --> query:1:10
         |
       1 | RETURN 1 /* x
         |          ^^
        help: close it with `*/`
      """#
    ),
    (
      #"RETURN "\q""#,
      #"""
      error[UnexpectedSyntax]: `\q` has no meaning in a string
        --> query:1:9
         |
       1 | RETURN "\q"
         |         ^^
        help: a backslash is written `\\`; known are \n \t \r \b \f \' \" \uXXXX
      """#
    ),
    (
      #"RETURN '\uH'"#,
      #"""
      error[InvalidUnicodeLiteral]: `\uH` names no Unicode character
        --> query:1:9
         |
       1 | RETURN '\uH'
         |         ^^^
        help: write `\u` and four hexadecimal digits
      """#
    ),
    (
      #"RETURN '\U00110000'"#,
      #"""
      error[InvalidUnicodeLiteral]: `\U00110000` names no Unicode character
        --> query:1:9
         |
       1 | RETURN '\U00110000'
         |         ^^^^^^^^^^
        help: write `\U` and eight hexadecimal digits
      """#
    ),
    (
      #"RETURN 1e999"#,
      #"""
      error[FloatingPointOverflow]: the number 1e999 is too large
        --> query:1:8
         |
       1 | RETURN 1e999
         |        ^^^^^
        help: floating-point numbers go up to 1.7976931348623157e308
      """#
    ),
    (
      #"RETURN 9223372036854775808"#,
      #"""
      error[IntegerOverflow]: the integer 9223372036854775808 is too large
        --> query:1:8
         |
       1 | RETURN 9223372036854775808
         |        ^^^^^^^^^^^^^^^^^^^
        help: integers go from -9223372036854775808 to 9223372036854775807
      """#
    ),
    (
      #"RETURN -9223372036854775809"#,
      #"""
      error[IntegerOverflow]: the integer -9223372036854775809 is too large
        --> query:1:9
         |
       1 | RETURN -9223372036854775809
         |         ^^^^^^^^^^^^^^^^^^^
        help: integers go from -9223372036854775808 to 9223372036854775807
      """#
    ),
    (
      #"RETURN 017"#,
      #"""
      error[InvalidNumberLiteral]: `017` is not a number
        --> query:1:8
         |
       1 | RETURN 017
         |        ^^^
        help: a number does not begin with 0; octal numbers begin with `0o`
      """#
    ),
    (
      #"RETURN 12abc"#,
      #"""
      error[InvalidNumberLiteral]: `12abc` is not a number
        --> query:1:8
         |
       1 | RETURN 12abc
         |        ^^^^^
        help: a name cannot begin with a digit, unless it stands in back quotes
      """#
    ),
    (
      #"RETURN 0x"#,
      #"""
      error[InvalidNumberLiteral]: `0x` is not a number
        --> query:1:8
         |
       1 | RETURN 0x
         |        ^^
        help: after `0x` come the digits 0 to 9 and a to f
      """#
    ),
    (
      #"RETURN 0o8"#,
      #"""
      error[InvalidNumberLiteral]: `0o8` is not a number
        --> query:1:8
         |
       1 | RETURN 0o8
         |        ^^^
        help: after `0o` come the digits 0 to 7
      """#
    ),
  ]) func rendered(query: String, expected: String) {
    #expect(renderedError(query) == expected)
  }
}
