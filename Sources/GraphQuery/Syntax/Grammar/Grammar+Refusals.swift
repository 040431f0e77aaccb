import Diagnostics
import PropertyGraph

/// Where the grammar meets what other dialects have and this one lacks.
extension TokenCursor {
  /// Refuses the first of some constructs whose words stand at the cursor.
  func refuse(_ constructs: [UnsupportedConstruct]) throws(Diagnostic) {
    guard let found = constructs.first(where: { isAt(words: $0.words) }) else { return }
    let last = token(after: found.words.count - 1)
    throw found.at(current.span.lowerBound..<last.span.upperBound, in: source)
  }

  /// Refuses a construct at the token at the cursor.
  func refuse(_ construct: UnsupportedConstruct) throws(Diagnostic) {
    throw construct.at(current.span, in: source)
  }

  /// Refuses labels and types that are combined with signs, of which some are no tokens here.
  func refuseLabelExpression(_ signs: StaticString) throws(Diagnostic) {
    guard let byte = byteAtCursor, signs.withUTF8Buffer({ $0.contains(byte) }) else { return }
    try refuse(.labelExpression)
  }

  /// Refuses what stands for a label or type instead of its name: `$(x)`, `!A`, `(A|B)`, `%`.
  func refuseComputedName() throws(Diagnostic) {
    if byteAtCursor == UInt8(ascii: "$") { try refuse(.dynamicLabel) }
    try refuseLabelExpression("!%(")
  }

  /// Refuses `IS` with anything else than null behind it; `IS` and `NOT` are taken.
  func refuseOtherTest() throws(Diagnostic) {
    if isAt(.colon), token().kind == .colon { try refuse(.typePredicate) }
    guard isAt(.word) else { return }
    if isAt(word: "TYPED") { try refuse(.typePredicate) }
    if isAt(word: "LABELED") { try refuse(.isLabel) }
    for word: Text in ["NORMALIZED", "NFC", "NFD", "NFKC", "NFKD"] where isAt(word: word) {
      try refuse(.normalizedPredicate)
    }
    if NearestName.of(text(of: current).string, among: ["NULL", "NOT"]) == nil {
      try refuse(.isLabel)
    }
  }

  /// Refuses `REPEATABLE ELEMENTS` and takes `DIFFERENT RELATIONSHIPS`, which is always meant.
  mutating func parseMatchMode() throws(Diagnostic) {
    if isAt(words: ["REPEATABLE", "ELEMENTS"]) || isAt(words: ["REPEATABLE", "ELEMENT"]) {
      try refuse(.repeatableElements)
    }
    if accept(words: "DIFFERENT", "RELATIONSHIPS") { return }
    _ =
      accept(words: "DIFFERENT", "RELATIONSHIP", "BINDINGS")
      || accept(words: "DIFFERENT", "RELATIONSHIP")
  }

  /// Refuses a word before a path that says which paths count.
  func refusePathMode() throws(Diagnostic) {
    let modes: [Text] = ["WALK", "TRAIL", "SIMPLE", "ACYCLIC"]
    guard modes.contains(where: { isAt(word: $0) }) else { return }
    let next = token()
    if next.kind == .leftParenthesis || next.keyword == .path || next.keyword == .paths {
      try refuse(.pathMode)
    }
  }

  /// Refuses `COLLECT { ... }` and `VALUE { ... }`, which begin as a map projection does.
  func refuseSubquery(_ name: Text) throws(Diagnostic) {
    guard token().keyword?.isReserved ?? false else { return }
    let place = token(at: index - 1).span
    if name.isSameFunctionName(as: "collect") {
      throw UnsupportedConstruct.collectSubquery.at(place, in: source)
    }
    if name.isSameFunctionName(as: "value") {
      throw UnsupportedConstruct.valueSubquery.at(place, in: source)
    }
  }

  /// Refuses `trim(BOTH 'x' FROM text)`; name and parenthesis are taken.
  func refuseTrimSpecification(_ function: Text) throws(Diagnostic) {
    guard function.isSameFunctionName(as: "trim"),
      isAt(word: "BOTH") || isAt(word: "LEADING") || isAt(word: "TRAILING")
    else { return }
    let next = token()
    let isOperator = next.keyword.map(Keyword.operators.contains) ?? false
    guard next.kind == .string || next.kind == .parameter || next.kind == .word, !isOperator
    else { return }
    try refuse(.trimSpecification)
  }

  /// Refuses what may stand behind `CASE x WHEN` elsewhere: a predicate without its subject.
  func refuseCasePredicate() throws(Diagnostic) {
    switch current.kind {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .matches:
      try refuse(.casePredicate)
    default: break
    }
    switch current.keyword {
    case .is, .in, .starts, .ends, .contains:
      // A variable may be called so only in back quotes.
      try refuse(.casePredicate)
    default: break
    }
  }

  /// The refusal of a sign that cannot stand at the cursor, if another dialect would take it.
  func refusalOfSign() -> Diagnostic? {
    let isBar = isAt(.bar)
    guard isBar || byteAtCursor == UInt8(ascii: "&"), index > 0 else { return nil }
    let previous = token(at: index - 1)
    if isBar, token().kind == .bar, token().span.lowerBound == current.span.upperBound {
      return UnsupportedConstruct.concatenation
        .at(current.span.lowerBound..<token().span.upperBound, in: source)
    }
    if isBar, previous.kind == .bar, previous.span.upperBound == current.span.lowerBound {
      return UnsupportedConstruct.concatenation
        .at(previous.span.lowerBound..<current.span.upperBound, in: source)
    }
    if previous.isName, index > 1, token(at: index - 2).kind == .colon {
      return UnsupportedConstruct.labelExpression.at(current.span, in: source)
    }
    if isBar, previous.kind == .rightParenthesis {
      return UnsupportedConstruct.alternatives.at(current.span, in: source)
    }
    return nil
  }

  private var byteAtCursor: UInt8? {
    let place = current.span.lowerBound
    return isAtEnd || place >= source.bytes.count ? nil : source.bytes[place]
  }
}
