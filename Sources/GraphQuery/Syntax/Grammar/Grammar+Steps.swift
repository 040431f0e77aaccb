import Diagnostics
import PropertyGraph

/// Relationships and repeated parts of a path.
extension TokenCursor {
  /// `-[r:TYPE*1..4]->`, `<--`, `-[:TYPE]->{1,4}`: a step, or a group of one step.
  mutating func parseStep() throws(Diagnostic) -> PatternElement {
    let start = current.span.lowerBound
    let pointsLeft = current.isLeftHead
    if pointsLeft { advance() }
    guard current.isDash else { throw invalidArrow() }
    advance()
    var detail = StepDetail()
    if isAt(.leftBracket) { detail = try parseStepDetail() }
    guard current.isDash else { throw invalidArrow() }
    advance()
    let pointsRight = current.isRightHead
    if pointsRight { advance() }
    let step = StepPattern(
      variable: detail.variable, types: detail.types, properties: detail.properties,
      predicate: detail.predicate,
      direction: pointsLeft == pointsRight ? .either : pointsLeft ? .incoming : .outgoing,
      span: start..<endOfPrevious)
    var bounds = detail.bounds
    if isQuantifier(at: index) {
      guard bounds == nil else { throw SyntaxWording.twoRepetitions().at(current.span, in: source) }
      bounds = try parseQuantifier()
    }
    guard let bounds else { return .step(step) }
    return .group(
      GroupPattern(
        minimum: bounds.minimum, maximum: bounds.maximum, elements: [.step(step)], predicate: nil,
        span: start..<endOfPrevious))
  }

  /// `((a)-[:TYPE]->(b) WHERE predicate){1,4}`.
  mutating func parseGroup() throws(Diagnostic) -> GroupPattern {
    let start = advance().span.lowerBound
    let path = try parseBarePath(from: current.span.lowerBound)
    let predicate = try parseWhere()
    try expect(.rightParenthesis, "`)` to close the repeated part")
    guard isQuantifier(at: index) else {
      throw UnsupportedConstruct.parenthesizedPath.at(start..<endOfPrevious, in: source)
    }
    let bounds = try parseQuantifier()
    return GroupPattern(
      minimum: bounds.minimum, maximum: bounds.maximum, elements: path.elements,
      predicate: predicate, span: start..<endOfPrevious)
  }

  // MARK: - Inside the brackets

  private struct StepDetail {
    var variable: Name?
    var types: [Name] = []
    var bounds: Bounds?
    var properties: Expression?
    var predicate: Expression?
  }

  private struct Bounds {
    var minimum: Int
    var maximum: Int?
  }

  private mutating func parseStepDetail() throws(Diagnostic) -> StepDetail {
    advance()
    var detail = StepDetail()
    if current.isFreeName { detail.variable = takeName() }
    if accept(.colon) {
      repeat {
        try refuseComputedName()
        detail.types.append(try parseName("a relationship type"))
        try refuseLabelExpression("&")
        // `:A|:B` is the older way to write `:A|B`.
      } while acceptTypeBar()
    }
    if accept(.star) { detail.bounds = try parseLength() }
    detail.properties = try parseProperties()
    detail.predicate = try parseWhere()
    guard isAt(.rightBracket) else { throw invalidDetail(detail) }
    advance()
    return detail
  }

  private mutating func acceptTypeBar() -> Bool {
    guard accept(.bar) else { return false }
    _ = accept(.colon)
    return true
  }

  /// What stands behind `*`: nothing, `2`, `1..4`, `1..`, `..4` or `..`.
  private mutating func parseLength() throws(Diagnostic) -> Bounds {
    var minimum: Int?
    if isAt(.integer) { minimum = try parseBound() }
    if accept(.range) {
      return Bounds(minimum: minimum ?? 1, maximum: isAt(.integer) ? try parseBound() : nil)
    }
    if isAt(.minus) || isAt(.plus) || isAt(.float) || (isAt(.dot) && minimum == nil) {
      throw SyntaxWording.invalidLength().at(current.span, in: source)
    }
    return Bounds(minimum: minimum ?? 1, maximum: minimum)
  }

  private mutating func parseBound() throws(Diagnostic) -> Int {
    Int(try literals.integer(advance().span, isNegative: false))
  }

  private func invalidDetail(_ detail: StepDetail) -> Diagnostic {
    switch current.kind {
    case .range, .integer, .float, .minus, .plus, .dot:
      return SyntaxWording.invalidLength().at(current.span, in: source)
    case .bar where detail.types.isEmpty, .word, .quotedName:
      return unexpected("`:TYPE`, `*`, `{...}` or `]` in the relationship")
    default: return unexpected("`]` to close the relationship")
    }
  }

  private func invalidArrow() -> Diagnostic {
    if current.isRightHead || isAt(.leftParenthesis) {
      return SyntaxWording.oneDashArrow().at(current.span, in: source)
    }
    return unexpected("`-`, as in `-[:TYPE]->`")
  }

  // MARK: - Quantifiers

  /// Whether `{1,4}`, `+` or `*` stands at a token.
  func isQuantifier(at index: Int) -> Bool {
    switch token(at: index).kind {
    case .plus, .star: true
    case .leftBrace:
      token(at: index + 1).kind == .integer || token(at: index + 1).kind == .comma
    default: false
    }
  }

  /// `{2}`, `{1,4}`, `{1,}`, `{,4}`, `+`, `*`.
  private mutating func parseQuantifier() throws(Diagnostic) -> Bounds {
    if accept(.plus) { return Bounds(minimum: 1, maximum: nil) }
    if accept(.star) { return Bounds(minimum: 0, maximum: nil) }
    advance()
    let minimum = isAt(.integer) ? try parseBound() : nil
    var maximum = minimum
    if accept(.comma) { maximum = isAt(.integer) ? try parseBound() : nil }
    try expect(.rightBrace, "`}` to close the quantifier, as in `{1,4}`")
    return Bounds(minimum: minimum ?? 0, maximum: maximum)
  }
}
