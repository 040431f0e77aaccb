import Diagnostics
import PropertyGraph

/// `CASE`, quantifiers, `reduce`, `EXISTS { }` and `COUNT { }`.
extension TokenCursor {
  mutating func parseCase() throws(Diagnostic) -> Expression {
    let start = advance().span.lowerBound
    let subject = isAt(.when) ? nil : try parseExpression()
    var branches: [(condition: Expression, result: Expression)] = []
    guard isAt(.when) else { throw unexpected("`WHEN`", candidates: ["WHEN"]) }
    while accept(.when) {
      if subject != nil { try refuseCasePredicate() }
      let condition = try parseExpression()
      if subject != nil, isAt(.comma) { try refuse(.caseList) }
      guard isAt(.then) else { throw unexpected("`THEN`", candidates: ["THEN"]) }
      advance()
      branches.append((condition, try parseExpression()))
    }
    let otherwise = accept(.else) ? try parseExpression() : nil
    guard isAt(.end) else {
      let words = otherwise == nil ? ["WHEN", "ELSE", "END"] : ["END"]
      let listed = otherwise == nil ? "`WHEN`, `ELSE` or `END`" : "`END`"
      throw unexpected(listed, candidates: words)
    }
    advance()
    return try grown(
      .conditional(subject: subject, branches: branches, otherwise: otherwise), from: start)
  }

  /// `all(x IN list WHERE predicate)` and its sisters.
  mutating func parseQuantifier(_ quantifier: Quantifier) throws(Diagnostic) -> Expression {
    let start = advance().span.lowerBound
    advance()
    let (variable, list) = try parseIteration()
    guard let predicate = try parseWhere() else {
      throw unexpected("`WHERE` and a predicate", candidates: ["WHERE"])
    }
    try expect(.rightParenthesis, "`)` after the predicate")
    return try grown(
      .quantifier(quantifier, variable: variable, list: list, predicate: predicate), from: start)
  }

  /// `reduce(accumulator = initial, x IN list | expression)`.
  mutating func parseReduce() throws(Diagnostic) -> Expression {
    let start = advance().span.lowerBound
    advance()
    let accumulator = try parseVariable("the accumulator's name and `=`")
    try expect(.equal, "`=` and the accumulator's first value")
    let initial = try parseExpression()
    try expect(.comma, "`,` and `variable IN list`")
    let (variable, list) = try parseIteration()
    try expect(.bar, "`|` and the accumulator's next value")
    let result = try parseExpression()
    try expect(.rightParenthesis, "`)` to close `reduce`")
    return try grown(
      .reduce(
        accumulator: accumulator, initial: initial, variable: variable, list: list, result: result),
      from: start)
  }

  /// `EXISTS { ... }` and `COUNT { ... }`.
  mutating func parseSubqueryExpression() throws(Diagnostic) -> Expression {
    let word = advance()
    advance()
    let subquery = try parseSubquery()
    try expect(.rightBrace, "`}` to close the subquery")
    let kind: ExpressionKind = word.keyword == .count ? .count(subquery) : .exists(subquery)
    return try grown(kind, from: word.span.lowerBound)
  }

  /// A pattern with a predicate, with or without `MATCH` before it, or a whole query.
  private mutating func parseSubquery() throws(Diagnostic) -> Subquery {
    // A path may be named like a clause, as in `{ call = (a)-->(b) }`.
    guard (isAtClause && token().kind != .equal) || isAt(.rightBrace) else {
      let pattern = try parsePattern()
      let predicate = try parseWhere()
      guard isAt(.rightBrace) else {
        throw unexpected(
          predicate == nil ? "`,`, `WHERE` or `}`" : "`}`",
          candidates: ["WHERE"] + Keyword.operators.map(\.text))
      }
      return .pattern(pattern, predicate: predicate)
    }
    let query = try parseQuery()
    if query.rest.isEmpty, query.first.clauses.count == 1,
      case .match(let match) = query.first.clauses[0], !match.isOptional
    {
      return .pattern(match.pattern, predicate: match.predicate)
    }
    return .query(query)
  }
}
