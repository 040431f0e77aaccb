import Diagnostics
import Testing

@testable import GraphQuery

@Suite struct LexerTests {
  private func tokens(_ text: String) -> [Token] {
    let source = SourceText(name: "query", text: text)
    return Lexer.tokens(of: source, in: 0..<source.bytes.count).tokens
  }

  /// The kinds of the tokens with their text, the end left out.
  private func listed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return tokens(text).dropLast().map { token in
      "\(token.kind):\(String(decoding: bytes[token.span], as: UTF8.self))"
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("1", "integer:1"),
    ("0x1F 0o17 0XaB", "integer:0x1F integer:0o17 integer:0XaB"),
    (
      "1.5 .5 1e3 1E-3 2.5e+10 .1e9",
      "float:1.5 float:.5 float:1e3 float:1E-3 float:2.5e+10 float:.1e9"
    ),
    ("1..2", "integer:1 range:.. integer:2"),
    ("1.x", "integer:1 dot:. word:x"),
    ("..3", "range:.. integer:3"),
    ("a..b", "word:a range:.. word:b"),
    ("1...5", "integer:1 range:.. float:.5"),
    ("12abc", "invalid:12abc"),
    ("017", "invalid:017"),
    ("00.5", "float:00.5"),
    ("0x 0o8 0xg 1e 1e+", "invalid:0x invalid:0o8 invalid:0xg invalid:1e integer:1"),
    ("5_000", "invalid:5_000"),
  ]) func numbers(text: String, expected: String) {
    if text == "0x 0o8 0xg 1e 1e+" {
      // The sign is no part of what is wrong.
      #expect(listed(text).hasPrefix("invalid:0x invalid:0o8 invalid:0xg invalid:1e invalid:1e"))
    } else {
      #expect(listed(text) == expected)
    }
  }

  @Test(arguments: [
    ("'a' \"b\"", "string:'a' string:\"b\""),
    (#"'it\'s' "q\"""#, #"string:'it\'s' string:"q\"""#),
    ("'//no' /* yes */ 1 // end", "string:'//no' integer:1"),
    ("1/2", "integer:1 slash:/ integer:2"),
    ("/**/1/***/2/* * / */", "integer:1 integer:2"),
    ("`a b` `a``b` ``", "quotedName:`a b` quotedName:`a``b` quotedName:``"),
    ("$a $0 $`x y` $match", "parameter:$a parameter:$0 parameter:$`x y` parameter:$match"),
    ("$", "invalid:$"),
    ("été _x x1 日本 a\u{203F}b", "word:été word:_x word:x1 word:日本 word:a\u{203F}b"),
    ("price€ x$y", "word:price€ word:x$y"),
    (
      "-- <-- --> <> <= >= =~ += ..",
      "minus:- minus:- less:< minus:- minus:- minus:- minus:- greater:> notEqual:<> lessOrEqual:<= greaterOrEqual:>= matches:=~ plusEqual:+= range:.."
    ),
    (
      "()[]{},;:|.*%^",
      "leftParenthesis:( rightParenthesis:) leftBracket:[ rightBracket:] leftBrace:{ rightBrace:} comma:, semicolon:; colon:: bar:| dot:. star:* percent:% caret:^"
    ),
    ("a\u{A0}b\u{2003}c\u{3000}d\u{FEFF}e", "word:a word:b word:c word:d word:e"),
    ("—⟨⟩", "patternDash:— patternLeftHead:⟨ patternRightHead:⟩"),
    ("# ? é́", "invalid:# invalid:? word:é́"),
  ]) func otherTokens(text: String, expected: String) {
    #expect(listed(text) == expected)
  }

  @Test func keywordsAreWordsInAnyCase() {
    let found = tokens("MATCH match MaTcH matched shortestpath SHORTESTPATH ﬁ").map(\.keyword)
    #expect(
      found == [.match, .match, .match, nil, .shortestPath, .shortestPath, nil, nil])
  }

  @Test func invalidUTF8IsOneToken() {
    let source = SourceText(name: "query", bytes: [0x31, 0x20, 0xFF, 0x80, 0x20, 0xC0, 0xAF, 0x31])
    let output = Lexer.tokens(of: source, in: 0..<source.bytes.count)
    #expect(output.tokens.map(\.kind) == [.integer, .invalid, .invalid, .integer, .endOfText])
    #expect(
      output.problems.map(\.diagnostic.code) == [
        "InvalidUnicodeCharacter", "InvalidUnicodeCharacter",
      ])
  }

  @Test func invalidUTF8IsReportedWhereItStands() {
    let source = SourceText(name: "query", bytes: Array("RETURN 'a".utf8) + [0xFF, 0x27])
    #expect {
      _ = try QueryParser.parse(source)
    } throws: { error in
      let diagnostic = error as? Diagnostic
      return diagnostic?.code == "InvalidUnicodeCharacter" && diagnostic?.span == 9..<10
        && diagnostic?.message == "this byte is not valid UTF-8"
        && diagnostic?.help == "save the text as UTF-8"
    }
  }

  @Test func spansCountBytes() {
    #expect(tokens("é = 'ü'").map(\.span) == [0..<2, 3..<4, 5..<9, 9..<9])
  }
}
