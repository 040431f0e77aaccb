public import Diagnostics
import PropertyGraph

/// `MATCH`, `UNWIND`, `WITH` and `RETURN`.
extension TokenCursor {
  mutating func parseMatch() throws(Diagnostic) -> Clause.Match {
    let start = current.span.lowerBound
    let isOptional = accept(.optional)
    if isOptional, isAt(.call) {
      throw UnsupportedConstruct.optionalCall.at(start..<current.span.upperBound, in: source)
    }
    try expect(.match)
    try parseMatchMode()
    let pattern = try parsePattern()
    let predicate = try parseWhere()
    return Clause.Match(
      isOptional: isOptional, pattern: pattern, predicate: predicate, span: start..<endOfPrevious)
  }

  /// `WHERE` and its predicate, if it is there.
  public mutating func parseWhere() throws(Diagnostic) -> Expression? {
    guard accept(.where) else { return nil }
    return try parseExpression()
  }

  mutating func parseUnwind() throws(Diagnostic) -> Clause.Unwind {
    let start = advance().span.lowerBound
    let list = try parseExpression()
    try expect(.as)
    let variable = try parseVariable()
    return Clause.Unwind(list: list, variable: variable, span: start..<endOfPrevious)
  }

  mutating func parseProjection(isWith: Bool) throws(Diagnostic) -> Clause.Projection {
    let start = advance().span.lowerBound
    let isDistinct = accept(.distinct)
    let includesAll = accept(.star)
    var items: [Clause.ProjectionItem] = []
    if !includesAll || accept(.comma) {
      repeat { items.append(try parseProjectionItem()) } while accept(.comma)
    }
    var order: [Clause.SortItem] = []
    if accept(.order) {
      try expect(.by)
      repeat { order.append(try parseSortItem()) } while accept(.comma)
    }
    var skip: Expression?
    if accept(.skip) || accept(words: "OFFSET") { skip = try parseExpression() }
    var limit: Expression?
    if accept(.limit) { limit = try parseExpression() }
    if isAt(.skip) || isAt(.order) || isAt(word: "OFFSET"), skip != nil || limit != nil {
      let last = limit == nil ? "SKIP" : "LIMIT"
      throw SyntaxWording.wrongOrder(of: text(of: current).string, behind: last)
        .at(current.span, in: source)
    }
    var predicate: Expression?
    if isAt(.where) {
      guard isWith else { throw SyntaxWording.whereAfterReturn().at(current.span, in: source) }
      predicate = try parseWhere()
      if isAt(.order) || isAt(.skip) || isAt(.limit) {
        throw SyntaxWording.wrongOrder(of: text(of: current).string, behind: "WHERE")
          .at(current.span, in: source)
      }
    }
    return Clause.Projection(
      isDistinct: isDistinct, includesAll: includesAll, items: items, order: order, skip: skip,
      limit: limit, predicate: predicate, span: start..<endOfPrevious)
  }

  /// An item keeps the text exactly as written, because that is the name of its column.
  private mutating func parseProjectionItem() throws(Diagnostic) -> Clause.ProjectionItem {
    let start = current.span.lowerBound
    let expression = try parseExpression()
    let text = Text(utf8: source.bytes[start..<endOfPrevious])
    let alias = accept(.as) ? try parseVariable("a name for the column") : nil
    return Clause.ProjectionItem(expression: expression, alias: alias, text: text)
  }

  private mutating func parseSortItem() throws(Diagnostic) -> Clause.SortItem {
    let expression = try parseExpression()
    if accept(.desc) || accept(.descending) {
      return Clause.SortItem(expression: expression, isAscending: false)
    }
    if !accept(.asc) { _ = accept(.ascending) }
    return Clause.SortItem(expression: expression, isAscending: true)
  }
}
