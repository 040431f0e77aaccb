public import Diagnostics
import PropertyGraph

/// Patterns: paths with their selectors, and the sequence of nodes, steps and groups in them.
extension TokenCursor {
  /// Comma-separated paths.
  public mutating func parsePattern() throws(Diagnostic) -> [PathPattern] {
    var paths: [PathPattern] = []
    repeat { paths.append(try parsePathPattern()) } while accept(.comma)
    return paths
  }

  /// One path: `path = ANY SHORTEST (a)-->(b)`, `shortestPath((a)-[*]->(b))`, `(a)-->(b)`.
  public mutating func parsePathPattern() throws(Diagnostic) -> PathPattern {
    let start = current.span.lowerBound
    var variable: Name?
    if current.isFreeName, token().kind == .equal {
      variable = takeName()
      advance()
    }
    if let selector = shortestFunction {
      advance()
      advance()
      var path = try parseBarePath(from: start)
      try expect(.rightParenthesis, "`)` to close the shortest path")
      path.variable = variable
      path.selector = selector
      path.searchesWithPredicates = true
      path.span = start..<endOfPrevious
      return path
    }
    let selector = try parseSelector()
    try refusePathMode()
    var path = try parseBarePath(from: start)
    path.variable = variable
    path.selector = selector
    return path
  }

  private var shortestFunction: PathPattern.Selector? {
    guard token().kind == .leftParenthesis else { return nil }
    switch current.keyword {
    case .shortestPath: return .anyShortest
    case .allShortestPaths: return .allShortest
    default: return nil
    }
  }

  /// `ANY SHORTEST`, `ALL SHORTEST`, `SHORTEST 1`, `ALL`, each with `PATH` or `PATHS` if wanted.
  private mutating func parseSelector() throws(Diagnostic) -> PathPattern.Selector {
    let start = current.span.lowerBound
    var selector = PathPattern.Selector.all
    switch current.keyword {
    case .any, .all:
      let word = advance().keyword
      if accept(.shortest) {
        selector = word == .any ? .anyShortest : .allShortest
      } else if word == .any {
        throw UnsupportedConstruct.anyPath.at(start..<endOfPrevious, in: source)
      }
    case .shortest:
      advance()
      let number = current
      guard number.kind == .integer, text(of: number) == "1" else {
        throw UnsupportedConstruct.shortestCount
          .at(start..<max(number.span.upperBound, start + 1), in: source)
      }
      advance()
      selector = .anyShortest
    default: return .all
    }
    if !accept(.paths) { _ = accept(.path) }
    if isAt(word: "GROUP") || isAt(word: "GROUPS") {
      throw UnsupportedConstruct.shortestGroups.at(current.span, in: source)
    }
    return selector
  }

  /// A path without variable and selector, in as many parentheses as a person likes.
  mutating func parseBarePath(from start: Int) throws(Diagnostic) -> PathPattern {
    try enter(weight: SyntaxLimits.subqueryWeight)
    defer { leave(weight: SyntaxLimits.subqueryWeight) }
    if isWrappedPath {
      advance()
      var path = try parseBarePath(from: start)
      if isAt(.where) { throw UnsupportedConstruct.parenthesizedPath.at(current.span, in: source) }
      try expect(.rightParenthesis, "`)` to close the path")
      if isAt(.leftParenthesis) || isAtArrow {
        throw UnsupportedConstruct.parenthesizedPath.at(start..<endOfPrevious, in: source)
      }
      path.span = start..<endOfPrevious
      return path
    }
    let elements = try parseElements()
    return PathPattern(
      variable: nil, selector: .all, elements: elements, span: start..<endOfPrevious)
  }

  /// Whether parentheses stand around a path and are not repeated.
  private var isWrappedPath: Bool {
    guard isAt(.leftParenthesis), token().kind == .leftParenthesis else { return false }
    guard let end = closing(index) else { return true }
    return !isQuantifier(at: end + 1)
  }

  /// Nodes, steps and groups in order. Where two groups touch, or one stands at an end, the node
  /// between is there without being written.
  private mutating func parseElements() throws(Diagnostic) -> [PatternElement] {
    var elements: [PatternElement] = []
    while true {
      if isAt(.leftParenthesis), token().kind == .leftParenthesis {
        if !endsWithNode(elements) { elements.append(unwrittenNode) }
        elements.append(.group(try parseGroup()))
      } else if isAt(.leftParenthesis), !endsWithNode(elements) {
        elements.append(.node(try parseNode()))
      } else if !elements.isEmpty, isAtArrow {
        if !endsWithNode(elements) { elements.append(unwrittenNode) }
        elements.append(try parseStep())
        guard isAt(.leftParenthesis) else { throw missingNode() }
      } else {
        break
      }
    }
    if elements.isEmpty { throw missingPattern() }
    if !endsWithNode(elements) { elements.append(unwrittenNode) }
    return elements
  }

  private var isAtArrow: Bool {
    current.isDash || (current.isLeftHead && (token().isDash || token().kind == .leftParenthesis))
  }

  private var unwrittenNode: PatternElement {
    let place = endOfPrevious
    return .node(
      NodePattern(
        variable: nil, labels: [], properties: nil, predicate: nil, span: place..<place))
  }

  private func endsWithNode(_ elements: [PatternElement]) -> Bool {
    if case .node? = elements.last { return true }
    return false
  }

  private func missingPattern() -> Diagnostic {
    if current.isFreeName, token().kind != .equal { return missingNode() }
    return unexpected("a pattern such as `(a)-[:TYPE]->(b)`")
  }

  private func missingNode() -> Diagnostic {
    if current.isFreeName {
      return SyntaxWording.nodeWithoutParentheses(text(of: current).string)
        .at(current.span, in: source)
    }
    return unexpected("a node such as `(b)` after the relationship")
  }

  // MARK: - Nodes

  private mutating func parseNode() throws(Diagnostic) -> NodePattern {
    let start = try expect(.leftParenthesis, "a node such as `(a)`").span.lowerBound
    let variable = current.isFreeName ? takeName() : nil
    let labels = try parseLabels()
    if !labels.isEmpty { try refuseLabelExpression("|&") }
    let properties = try parseProperties()
    let predicate = try parseWhere()
    if isAt(.is) { try refuse(.isLabel) }
    if !isAt(.rightParenthesis) {
      throw isAt(.word) && variable == nil && labels.isEmpty
        ? reservedOrUnexpected("a variable, `:Label`, `{...}` or `)` in the node")
        : unexpected("`)` to close the node")
    }
    advance()
    return NodePattern(
      variable: variable, labels: labels, properties: properties, predicate: predicate,
      span: start..<endOfPrevious)
  }

  /// A map or a parameter, if one is there.
  mutating func parseProperties() throws(Diagnostic) -> Expression? {
    guard isAt(.leftBrace) || isAt(.parameter) else { return nil }
    let outer = height
    height = 0
    let properties = try parseAtom()
    height = max(outer, height)
    return properties
  }
}
