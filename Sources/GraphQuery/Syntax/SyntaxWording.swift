import Diagnostics

/// Every message of the parser. What is said goes: what is wrong (message), what to do (help).
enum SyntaxWording {
  // MARK: - Tokens

  static func invalidEncoding() -> Diagnostic {
    compile(
      "InvalidUnicodeCharacter", "this byte is not valid UTF-8", help: "save the text as UTF-8")
  }

  static func invalidCharacter(
    _ scalar: Unicode.Scalar, followedBy next: UInt8?
  ) -> Diagnostic {
    let code = scalar.isASCII ? "UnexpectedSyntax" : "InvalidUnicodeCharacter"
    let shown = scalar.properties.generalCategory == .control || scalar.value == 0xFFFD
    let name = shown ? hexadecimal(scalar) : "`\(scalar)` (\(hexadecimal(scalar)))"
    return compile(
      code, "the character \(name) has no meaning in a query",
      help: advice(scalar, followedBy: next))
  }

  private static func advice(_ scalar: Unicode.Scalar, followedBy next: UInt8?) -> String? {
    switch scalar {
    case "!" where next == UInt8(ascii: "="): "\"not equal\" is written `<>`"
    case "!": "\"not\" is written `NOT`"
    case "&": "\"and\" is written `AND`"
    case "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}":
      "texts stand in straight quotes: 'text' or \"text\""
    case "\u{2260}": "\"not equal\" is written `<>`"
    case "\u{2264}": "\"less or equal\" is written `<=`"
    case "\u{2265}": "\"greater or equal\" is written `>=`"
    case "\u{D7}": "multiplication is written `*`"
    case "#": "comments begin with `//`"
    case "@", "?", "~", "\\": "a name with unusual characters stands in back quotes: `a name`"
    default: nil
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  static func unterminated(_ what: String) -> Diagnostic {
    let closing =
      switch what {
      case "string": "the same quote that opened it"
      case "comment": "`*/`"
      default: "a back quote"
      }
    return compile(
      "UnexpectedSyntax", "this \(what) does not end", help: "close it with \(closing)")
  }

  static func parameterWithoutName() -> Diagnostic {
    compile(
      "UnexpectedSyntax", "`$` without the name of a parameter",
      help: "write `$name`, or `$0` for a numbered parameter")
  }

  static func invalidNumber(_ written: String) -> Diagnostic {
    let lower = written.lowercased()
    let help: String
    if lower.hasPrefix("0x") {
      help = "after `0x` come the digits 0 to 9 and a to f"
    } else if lower.hasPrefix("0o") {
      help = "after `0o` come the digits 0 to 7"
    } else if lower.hasPrefix("0"), lower.allSatisfy(\.isNumber) {
      help = "a number does not begin with 0; octal numbers begin with `0o`"
    } else {
      help = "a name cannot begin with a digit, unless it stands in back quotes"
    }
    return compile("InvalidNumberLiteral", "`\(written)` is not a number", help: help)
  }

  static func integerOverflow(_ written: String) -> Diagnostic {
    compile(
      "IntegerOverflow", "the integer \(written) is too large",
      help: "integers go from -9223372036854775808 to 9223372036854775807")
  }

  static func floatOverflow(_ written: String) -> Diagnostic {
    compile(
      "FloatingPointOverflow", "the number \(written) is too large",
      help: "floating-point numbers go up to 1.7976931348623157e308")
  }

  static func invalidUnicodeLiteral(_ written: String, digits: Int) -> Diagnostic {
    compile(
      "InvalidUnicodeLiteral", "`\(written)` names no Unicode character",
      help: "write \(digits == 4 ? "`\\u` and four" : "`\\U` and eight") hexadecimal digits")
  }

  static func invalidEscape(_ written: String) -> Diagnostic {
    compile(
      "UnexpectedSyntax", "`\(written)` has no meaning in a string",
      help: "a backslash is written `\\\\`; known are \\n \\t \\r \\b \\f \\' \\\" \\uXXXX")
  }

  // MARK: - Grammar

  static func unexpected(
    _ token: Token, text: String, expected: String, candidates: [String]
  ) -> Diagnostic {
    switch token.kind {
    case .patternDash, .patternLeftHead, .patternRightHead:
      return compile(
        "InvalidUnicodeCharacter", "`\(text)` stands only in the arrow of a relationship",
        help: token.kind == .patternDash ? "minus is written `-`" : "write `<` or `>`")
    case .endOfText:
      return compile("UnexpectedSyntax", "the query ends where \(expected) was expected")
    default: break
    }
    var help: String?
    if token.kind == .word, let nearest = NearestName.of(text, among: candidates),
      nearest.lowercased() != text.lowercased()
    {
      help = "did you mean `\(nearest)`?"
    } else if token.kind == .equal, expected == "an expression" {
      help = "equality is written with one `=`"
    } else if token.kind == .bar {
      help =
        expected.hasSuffix("argument")
        ? "a comprehension is written `[x IN list | ...]`" : "\"or\" is written `OR`"
    }
    return compile(
      "UnexpectedSyntax", "found \(shown(text)) where \(expected) was expected", help: help)
  }

  static func unclosed(_ bracket: String, at place: SourceText.Position) -> String {
    "the `\(bracket)` in line \(place.line), column \(place.column) is not closed"
  }

  private static func shown(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return scalars.count <= 40 ? "`\(text)`" : "`\(String(scalars.prefix(40)))…`"
  }

  static func emptyStatement() -> Diagnostic {
    compile(
      "UnexpectedSyntax", "there is no query",
      help: "a query begins with a clause such as `MATCH`, `CREATE` or `RETURN`")
  }

  static func secondStatement() -> Diagnostic {
    compile(
      "UnexpectedSyntax", "a second statement begins here", help: "run one statement at a time")
  }

  static func returnIsLast() -> Diagnostic {
    compile(
      "InvalidClauseComposition", "`RETURN` must be the last clause",
      help: "to go on with its rows, write `WITH` instead")
  }

  static func wrongOrder(of word: String, behind last: String) -> Diagnostic {
    let part = word.uppercased() == "ORDER" ? "ORDER BY" : word.uppercased()
    return compile(
      "UnexpectedSyntax", "`\(part)` stands behind `\(last)`",
      help: "the order is `ORDER BY`, `SKIP`, `LIMIT`, and `WHERE` last")
  }

  static func whereAfterReturn() -> Diagnostic {
    compile(
      "UnexpectedSyntax", "`WHERE` cannot follow `RETURN`",
      help: "filter before: `WITH ... WHERE ... RETURN ...`")
  }

  static func reservedWord(_ word: String, expected: String) -> Diagnostic {
    compile(
      "UnexpectedSyntax", "found the reserved word `\(word)` where \(expected) was expected",
      help: "to use it as a name, put it in back quotes")
  }

  static func notNeedsParentheses() -> Diagnostic {
    compile(
      "UnexpectedSyntax", "`NOT` cannot stand here without parentheses",
      help: "put it and what it negates in parentheses: `(NOT ...)`")
  }

  static func quotedMapKey(_ written: String) -> Diagnostic {
    compile(
      "UnexpectedSyntax", "the key \(written) stands in quotes",
      help: "keys are names: write them without quotes, or in back quotes")
  }

  static func numericMapKey(_ written: String) -> Diagnostic {
    compile(
      "UnexpectedSyntax", "`\(written)` is not a key",
      help: "a key begins with a letter, or stands in back quotes")
  }

  static func notSettable(_ clause: String) -> Diagnostic {
    let help =
      clause == "SET"
      ? "write `n.property = value`, `n = {...}`, `n += {...}` or `n:Label`"
      : "write `n.property` or `n:Label`"
    return compile("UnexpectedSyntax", "`\(clause)` cannot change this", help: help)
  }

  static func nestingTooDeep() -> Diagnostic {
    let queries = SyntaxLimits.depth / SyntaxLimits.subqueryWeight
    return compile(
      "NestingTooDeep",
      "this is nested too deep: expressions go \(SyntaxLimits.depth) levels, subqueries and "
        + "patterns \(queries)",
      help: "pass long lists and maps as parameters, or split the query with `WITH`")
  }

  private static func compile(
    _ code: String, _ message: String, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(phase: .compile, code: code, message, help: help)
  }
}
