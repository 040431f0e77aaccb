/// `(a)-[b]-(c)` is a pattern and could be a subtraction; `(a) - (b)` is one. The tokens around the
/// matching brackets tell which, so nothing is parsed twice. Where both readings are possible the
/// pattern is meant, as in openCypher.
extension TokenCursor {
  /// Whether the parenthesis at a token begins a node with a relationship or a group behind it.
  func isRelationshipPattern(at open: Int) -> Bool {
    guard let close = closing(open), isNode(open, close) else { return false }
    var place = close + 1
    if token(at: place).kind == .leftParenthesis {
      return token(at: place + 1).kind == .leftParenthesis
    }
    let pointsLeft = token(at: place).isLeftHead
    if pointsLeft { place += 1 }
    guard token(at: place).isDash else { return false }
    place += 1
    if token(at: place).kind == .leftBracket {
      guard let end = closing(place), isStepDetail(place, end) else { return false }
      place = end + 1
    }
    guard token(at: place).isDash else { return false }
    place += 1
    // No expression goes on with an arrow head here.
    if token(at: place).isRightHead { return true }
    if isQuantifier(at: place), token(at: place).kind == .leftBrace { return true }
    guard token(at: place).kind == .leftParenthesis else { return false }
    if token(at: place + 1).kind == .leftParenthesis {
      return isRepeatedGroup(place)
    }
    guard let end = closing(place) else { return pointsLeft }
    return isNode(place, end)
  }

  /// Whether two parentheses in a row begin a repeated group. It looks no deeper than one node, so
  /// that looking ahead never becomes a recursion of its own.
  private func isRepeatedGroup(_ open: Int) -> Bool {
    guard let close = closing(open), isQuantifier(at: close + 1) else { return false }
    if token(at: close + 1).kind == .leftBrace { return true }
    guard let end = closing(open + 1), isNode(open + 1, end) else { return false }
    return token(at: end + 1).isLeftHead || token(at: end + 1).isDash
  }

  /// Whether what stands between two parentheses can be a node.
  private func isNode(_ open: Int, _ close: Int) -> Bool {
    var place = open + 1
    if token(at: place).isFreeName { place += 1 }
    while token(at: place).kind == .colon, token(at: place + 1).isName { place += 2 }
    return endsWithProperties(place, close)
  }

  /// Whether what stands between two brackets can describe a relationship.
  private func isStepDetail(_ open: Int, _ close: Int) -> Bool {
    var place = open + 1
    if token(at: place).isFreeName { place += 1 }
    if token(at: place).kind == .colon { return true }
    if token(at: place).kind == .star {
      place += 1
      if token(at: place).kind == .integer { place += 1 }
      if token(at: place).kind == .range { place += 1 }
      if token(at: place).kind == .integer { place += 1 }
    }
    return endsWithProperties(place, close)
  }

  /// Whether only properties and a predicate are left before a closing bracket.
  private func endsWithProperties(_ start: Int, _ close: Int) -> Bool {
    var place = start
    switch token(at: place).kind {
    case .parameter: place += 1
    case .leftBrace:
      let isMap =
        token(at: place + 1).kind == .rightBrace
        || (token(at: place + 1).isName && token(at: place + 2).kind == .colon)
      guard isMap, let end = closing(place) else { return false }
      place = end + 1
    default: break
    }
    return place == close || token(at: place).keyword == .where
  }
}
