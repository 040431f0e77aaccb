import Diagnostics
import PropertyGraph

/// `CALL procedure(...)`, `CALL { ... }` and `YIELD`.
extension TokenCursor {
  mutating func parseCall() throws(Diagnostic) -> Clause {
    let start = advance().span.lowerBound
    if isAt(.leftBrace) {
      advance()
      let query = try parseQuery()
      try expect(.rightBrace, "`}` after the subquery")
      if isAt(.in) {
        throw UnsupportedConstruct.callInTransactions.at(current.span, in: source)
      }
      return .subquery(query, start..<endOfPrevious)
    }
    if isAt(.leftParenthesis) {
      throw UnsupportedConstruct.scopedCall.at(current.span, in: source)
    }
    let name = try parseDottedName("the name of a procedure or `{`")
    var arguments: [Expression]?
    if isAt(.leftParenthesis) {
      advance()
      arguments = try parseArguments()
    }
    let yield = try parseYield()
    return .call(
      Clause.ProcedureCall(
        name: name, arguments: arguments, yield: yield, span: start..<endOfPrevious))
  }

  /// The arguments behind an opening parenthesis, and the closing one.
  mutating func parseArguments() throws(Diagnostic) -> [Expression] {
    var arguments: [Expression] = []
    if accept(.rightParenthesis) { return arguments }
    repeat { arguments.append(try parseExpression()) } while accept(.comma)
    try expect(.rightParenthesis, "`,` or `)` after an argument")
    return arguments
  }

  /// `YIELD` and what follows it, if it is there.
  mutating func parseYield() throws(Diagnostic) -> Clause.Yield? {
    guard isAt(.yield) else { return nil }
    let start = advance().span.lowerBound
    var items: [(column: Name, alias: Name?)] = []
    let includesAll = accept(.star)
    // `YIELD -` says that nothing is wanted.
    if !includesAll, !accept(.minus) {
      repeat {
        let column = try parseName("a column of the procedure, or `*`")
        items.append((column, accept(.as) ? try parseVariable() : nil))
      } while accept(.comma)
    }
    let predicate = try parseWhere()
    return Clause.Yield(
      includesAll: includesAll, items: items, predicate: predicate, span: start..<endOfPrevious)
  }
}
