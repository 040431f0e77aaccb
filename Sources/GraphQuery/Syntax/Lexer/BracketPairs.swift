/// For each opening bracket the token that closes it. Computed once, it lets the parser tell a
/// pattern from an expression in parentheses by looking at a few tokens, without trying both.
struct BracketPairs {
  private let partner: [Int32]

  /// Pairs the brackets of some tokens; a bracket that is not closed, or is closed by one of another
  /// kind, has no partner. O(tokens).
  init(_ tokens: [Token]) {
    var partner = [Int32](repeating: -1, count: tokens.count)
    var open: [(index: Int, closing: Token.Kind)] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .leftParenthesis: open.append((index, .rightParenthesis))
      case .leftBracket: open.append((index, .rightBracket))
      case .leftBrace: open.append((index, .rightBrace))
      case .rightParenthesis, .rightBracket, .rightBrace:
        if let last = open.last, last.closing == token.kind {
          partner[last.index] = Int32(truncatingIfNeeded: index)
          open.removeLast()
        }
      default: break
      }
    }
    self.partner = partner
  }

  /// The index of the token that closes the bracket at `index`.
  func closing(_ index: Int) -> Int? {
    partner[index] < 0 ? nil : Int(partner[index])
  }
}
