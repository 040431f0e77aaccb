/// Words, quoted names, parameters, strings and comments.
extension Lexer {
  mutating func readWord() {
    let start = index
    skipNameCharacters()
    add(.word, from: start, keyword: Keyword.spelled(by: bytes[start..<index]))
  }

  /// Moves past everything that may go on a name.
  mutating func skipNameCharacters() {
    while index < bytes.endIndex,
      let (scalar, length) = CharacterClasses.scalar(at: index, in: bytes),
      CharacterClasses.continuesName(scalar)
    {
      index += length
    }
  }

  /// `` `a name` ``; a back quote inside is doubled.
  mutating func readQuotedName() {
    let start = index
    index += 1
    while let next = byte(0) {
      guard next == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      if byte(1) == UInt8(ascii: "`") {
        index += 2
      } else {
        index += 1
        add(.quotedName, from: start)
        return
      }
    }
    output.endsInside = true
    fail(SyntaxWording.unterminated("name in back quotes"), from: start, at: start..<start + 1)
  }

  /// `$name`, `$0` or `` $`a name` ``.
  mutating func readParameter() {
    let start = index
    index += 1
    if byte(0) == UInt8(ascii: "`") {
      let nameStart = output.tokens.count
      readQuotedName()
      guard output.tokens.count > nameStart, output.tokens[nameStart].kind == .quotedName else {
        return
      }
      output.tokens[nameStart] = Token(.parameter, start..<index)
      return
    }
    let nameStart = index
    skipNameCharacters()
    if index == nameStart {
      fail(SyntaxWording.parameterWithoutName(), from: start)
    } else {
      add(.parameter, from: start)
    }
  }

  /// A text in quotes. Escapes are decoded, and judged, when the parser takes the token.
  mutating func readString(quote: UInt8) {
    let start = index
    index += 1
    while let next = byte(0) {
      index += 1
      if next == quote {
        add(.string, from: start)
        return
      }
      if next == UInt8(ascii: "\\"), index < bytes.endIndex { index += 1 }
    }
    output.endsInside = true
    fail(SyntaxWording.unterminated("string"), from: start, at: start..<start + 1)
  }

  mutating func skipLineComment() {
    while let next = byte(0), next != UInt8(ascii: "\n"), next != UInt8(ascii: "\r") { index += 1 }
  }

  mutating func skipBlockComment() {
    let start = index
    index += 2
    while let next = byte(0) {
      if next == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        index += 2
        return
      }
      index += 1
    }
    output.endsInside = true
    fail(SyntaxWording.unterminated("comment"), from: start, at: start..<start + 2)
  }
}
