import Diagnostics
import PropertyGraph

@testable import GraphQuery

/// Ways to write a query differently that must not change its answer.
enum Rewrite: String, CaseIterable, Sendable {
  /// Every column and every carried variable gets its own name as alias.
  case alias
  /// Odd white space and comments between all tokens.
  case spacing
  /// No white space but where two words would run together.
  case tight
  /// Keywords and functions in changing case.
  case letterCase
  /// Literals, lists and maps of literals become parameters.
  case parameters
  /// Texts in the other quotes, with escapes.
  case quotes
  /// `WITH *` after reading clauses.
  case withAll
  /// `UNWIND [1] AS fresh` before the first clause and before the last.
  case unwind
  /// Other names for variables.
  case rename
  /// Names in back quotes.
  case quotedNames
  /// Parentheses around expressions.
  case parentheses
  /// What the printer makes of the tree.
  case printed
  /// Paths from right to left.
  case reversed
  /// Paths cut into pieces that share a node.
  case split
  /// `WHERE true AND (...)`, also where there is no predicate.
  case whereTrue
  /// `WHERE NOT NOT (...)`.
  case doubleNegation
  /// Labels, types and properties of a pattern as its predicate.
  case predicates
  /// The paths of a `MATCH` in another order.
  case pathOrder
  /// `a < b` as `b > a`.
  case turnedComparisons
  /// What `RETURN` gives is first carried by a `WITH`.
  case carried
  /// A semicolon and a comment at the end.
  case semicolon
  /// Many of these, one after the other.
  case everything

  /// Whether a query that must fail keeps its error: with parameters it may fail later.
  var keepsErrors: Bool { self != .parameters }

  /// The query written differently; `nil` if this way does not apply to it.
  func applied(
    to query: String, _ parameters: PropertyMap
  ) -> (query: String, parameters: PropertyMap)? {
    var parameters = parameters
    let text: String?
    switch self {
    case .alias: text = Self.aliased(query)
    case .spacing: text = Self.spaced(Self.aliased(query) ?? query)
    case .tight: text = Self.tight(Self.aliased(query) ?? query)
    case .semicolon: text = query + " ; // the end"
    case .everything:
      let ways: [Rewrite] = [
        .carried, .predicates, .split, .turnedComparisons, .whereTrue, .withAll, .unwind,
        .parentheses, .rename, .quotedNames, .letterCase, .spacing,
      ]
      text = ways.reduce(query) { $1.applied(to: $0, parameters)?.query ?? $0 }
    case .printed:
      text = Self.statement(query).map { Printer.text(of: $0).string }
    default:
      guard let base = Self.aliased(query), let statement = Self.statement(base) else { return nil }
      var edits = TextEdits()
      let parts = QueryParts(statement.query)
      edit(&edits, base, statement.query, parts, &parameters)
      text = edits.applied(to: base)
    }
    guard let text, text != query else { return nil }
    return (text, parameters)
  }

  static func statement(_ query: String) -> Statement? {
    try? QueryParser.parse(SourceText(name: "query", text: query))
  }

  static func tokens(_ query: String) -> [Token] {
    let source = SourceText(name: "query", text: query)
    return Lexer.tokens(of: source, in: 0..<source.bytes.count).tokens.dropLast()
  }

  // MARK: Columns

  /// Column names are the text as written: before a column is rewritten it gets them as alias.
  private static func aliased(_ query: String) -> String? {
    guard let statement = statement(query) else { return nil }
    let bytes = Array(query.utf8)
    let tokens = tokens(query)
    var edits = TextEdits()
    for (projection, isReturn) in QueryParts(statement.query).projections {
      guard
        var index = tokens.firstIndex(where: { $0.span.lowerBound >= projection.span.lowerBound })
      else { continue }
      index += projection.isDistinct ? 2 : 1
      if projection.includesAll { index += 2 }
      for item in projection.items {
        guard index < tokens.count else { return nil }
        let start = tokens[index].span.lowerBound
        let end = start + item.text.utf8.count
        guard end <= bytes.count, bytes[start..<end].elementsEqual(item.text.utf8) else {
          return nil
        }
        if item.alias == nil {
          let variable = item.expression.variable
          // Without an alias, `WITH` carries variables alone: the rest is an error to keep.
          if isReturn || variable != nil {
            let name = Printer.text(ofName: variable ?? item.text).string
            edits.insert(" AS \(name)", after: end)
          }
        }
        // Behind the item stand its alias and a comma.
        index = tokens.firstIndex { $0.span.lowerBound >= end } ?? tokens.count
        index += item.alias == nil ? 1 : 3
      }
    }
    return edits.applied(to: query)
  }

  // MARK: Tokens

  private static func spaced(_ query: String) -> String? {
    let odd = [
      " ", "\n", "\t", " /* ' \" ` $ */ ", "  ", " // it's \"odd\" {\n", "\u{00A0}", "\r\n",
      "\u{2003}", "/**/ ", "\u{000B}",
    ]
    let bytes = Array(query.utf8)
    let tokens = tokens(query)
    var text = ""
    for (index, token) in tokens.enumerated() {
      text += String(decoding: bytes[token.span], as: UTF8.self)
      // The names of functions are one word.
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      let isTouching = next?.span.lowerBound == token.span.upperBound
      if isTouching, token.kind == .dot || next?.kind == .dot { continue }
      // A division is no comment.
      if token.kind == .slash { text += " " }
      text += odd[(index * 7 + tokens.count) % odd.count]
    }
    return odd[tokens.count % odd.count] + text
  }

  private static func tight(_ query: String) -> String? {
    let bytes = Array(query.utf8)
    var text = ""
    var last: Token.Kind?
    let wordlike: Set<Token.Kind> = [.word, .parameter, .integer, .float, .invalid]
    for token in tokens(query) {
      if let last, wordlike.contains(last), wordlike.contains(token.kind) { text += " " }
      // `1 .. 2` and `1 . x` would be read as numbers.
      if let last, last == .integer || last == .float, token.kind == .dot { text += " " }
      text += String(decoding: bytes[token.span], as: UTF8.self)
      last = token.kind
    }
    return text
  }
}
