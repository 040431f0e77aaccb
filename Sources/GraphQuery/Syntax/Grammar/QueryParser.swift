public import Diagnostics

/// Reads queries: text to tree.
public enum QueryParser {
  /// Parses one statement; a semicolon may end it.
  /// - Throws: A diagnostic of phase `compile` (or `unsupported`) with its place.
  /// - Complexity: O(bytes).
  public static func parse(
    _ source: SourceText, extensions: [any StatementExtension] = []
  ) throws(Diagnostic) -> Statement {
    try parse(source, range: 0..<source.bytes.count, extensions: extensions)
  }

  /// Parses one statement of a longer text; spans and messages count from the text's beginning.
  public static func parse(
    _ source: SourceText, range: Range<Int>, extensions: [any StatementExtension] = []
  ) throws(Diagnostic) -> Statement {
    var cursor = TokenCursor(
      source: source, range: range.clamped(to: 0..<source.bytes.count), extensions: extensions)
    return try cursor.parseStatement()
  }

  /// Parses an expression that stands alone, such as the value of a parameter.
  public static func parseExpression(_ source: SourceText) throws(Diagnostic) -> Expression {
    var cursor = TokenCursor(source: source, range: 0..<source.bytes.count, extensions: [])
    let expression = try cursor.parseExpression()
    guard cursor.isAt(.endOfText) else { throw cursor.unexpected("the end of the expression") }
    return expression
  }

  /// The statements of a script, cut at semicolons (not those in strings, names and comments).
  /// Each range runs from its first token to its last; empty statements are left out. O(bytes).
  public static func statements(in source: SourceText) -> [Range<Int>] {
    var statements: [Range<Int>] = []
    var start: Int?
    var end = 0
    for token in Lexer.tokens(of: source, in: 0..<source.bytes.count).tokens {
      if token.kind == .semicolon || token.kind == .endOfText {
        if let first = start { statements.append(first..<end) }
        start = nil
      } else {
        if start == nil { start = token.span.lowerBound }
        end = token.span.upperBound
      }
    }
    return statements
  }

  /// Whether a text typed line by line is a whole statement: it ends with a semicolon that is not
  /// inside a string, a quoted name or a comment. A text without any token is complete as well.
  public static func isComplete(_ source: SourceText) -> Bool {
    let output = Lexer.tokens(of: source, in: 0..<source.bytes.count)
    guard !output.endsInside else { return false }
    guard let last = output.tokens.dropLast().last else { return true }
    return last.kind == .semicolon
  }
}
