import Diagnostics

/// What a person types to search: words (all must occur), "phrases", prefix*, AND, OR, NOT,
/// parentheses. It becomes an expression of FTS5 in which every word is quoted, so that nothing a
/// person types is taken for FTS5's own syntax.
struct SearchSyntax {
  private enum Token: Equatable {
    case term(String)
    case and, or, not, open, close
  }

  private let tokens: [Token]
  private var position = 0

  /// The expression for a text.
  ///
  /// Throws `MalformedSearch`.
  static func expression(of text: String) throws(Diagnostic) -> String {
    var parser = SearchSyntax(tokens: try tokens(of: text))
    guard !parser.tokens.isEmpty else { throw Wording.emptySearch() }
    let expression = try parser.alternatives()
    guard parser.position == parser.tokens.count else {
      throw Wording.malformedSearch("`)` without `(`")
    }
    return expression
  }

  private init(tokens: [Token]) { self.tokens = tokens }

  private static func tokens(of text: String) throws(Diagnostic) -> [Token] {
    var tokens: [Token] = []
    var rest = Substring(text)
    while let first = rest.first {
      switch first {
      case _ where first.isWhitespace: rest.removeFirst()
      case "(":
        tokens.append(.open)
        rest.removeFirst()
      case ")":
        tokens.append(.close)
        rest.removeFirst()
      case "\"":
        let body = rest.dropFirst().prefix { $0 != "\"" }
        rest = rest.dropFirst(body.count + 1)
        guard !rest.isEmpty else { throw Wording.malformedSearch("a phrase that never ends") }
        rest.removeFirst()
        if let term = term(body, isPrefix: takeStar(&rest)) { tokens.append(term) }
      default:
        let word = rest.prefix { !$0.isWhitespace && !"()\"*".contains($0) }
        rest = rest.dropFirst(word.count)
        let isPrefix = takeStar(&rest)
        switch (word, isPrefix) {
        case ("AND", false): tokens.append(.and)
        case ("OR", false): tokens.append(.or)
        case ("NOT", false): tokens.append(.not)
        default:
          guard !word.isEmpty else { throw Wording.malformedSearch("`*` without a word before it") }
          if let term = term(word, isPrefix: isPrefix) { tokens.append(term) }
        }
      }
    }
    return tokens
  }

  private static func takeStar(_ rest: inout Substring) -> Bool {
    guard rest.first == "*" else { return false }
    rest.removeFirst()
    return true
  }

  /// A term of signs alone (`—`, `&`) matches nothing and is passed over.
  private static func term(_ text: Substring, isPrefix: Bool) -> Token? {
    guard
      text.unicodeScalars.contains(where: {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
    else { return nil }
    return .term("\"\(text)\"" + (isPrefix ? " *" : ""))
  }

  // MARK: Grammar; NOT binds closest, then AND, then OR

  private mutating func alternatives() throws(Diagnostic) -> String {
    var parts = [try conjunction()]
    while take(.or) { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : "(" + parts.joined(separator: " OR ") + ")"
  }

  private mutating func conjunction() throws(Diagnostic) -> String {
    var wanted: [String] = []
    var unwanted: [String] = []
    repeat {
      if take(.not) { unwanted.append(try primary()) } else { wanted.append(try primary()) }
      while take(.and) {
        if take(.not) { unwanted.append(try primary()) } else { wanted.append(try primary()) }
      }
    } while startsTerm
    guard !wanted.isEmpty else { throw Wording.malformedSearch("NOT with nothing to take from") }
    let all = wanted.count == 1 ? wanted[0] : "(" + wanted.joined(separator: " AND ") + ")"
    return unwanted.reduce(all) { "(\($0) NOT \($1))" }
  }

  private var startsTerm: Bool {
    guard position < tokens.count else { return false }
    switch tokens[position] {
    case .term, .open, .not: return true
    case .and, .or, .close: return false
    }
  }

  private mutating func primary() throws(Diagnostic) -> String {
    guard position < tokens.count else {
      throw Wording.malformedSearch("a word is missing at the end")
    }
    defer { position += 1 }
    switch tokens[position] {
    case .term(let term): return term
    case .open:
      position += 1
      let inner = try alternatives()
      guard position < tokens.count, tokens[position] == .close else {
        throw Wording.malformedSearch("`(` without `)`")
      }
      return "(\(inner))"
    case .close: throw Wording.malformedSearch("`)` where a word is expected")
    case .and: throw Wording.malformedSearch("AND where a word is expected")
    case .or: throw Wording.malformedSearch("OR where a word is expected")
    case .not: throw Wording.malformedSearch("NOT where a word is expected")
    }
  }

  private mutating func take(_ token: Token) -> Bool {
    guard position < tokens.count, tokens[position] == token else { return false }
    position += 1
    return true
  }
}
