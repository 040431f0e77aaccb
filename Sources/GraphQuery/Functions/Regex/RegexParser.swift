import PropertyGraph

/// Reads a pattern into a tree.
struct RegexParser {
  /// The deepest nesting of groups and classes.
  static let deepest = 200

  /// What `(?i)` and its like have switched on.
  struct Flags {
    var ignoresCase = false
    var isUnicodeCase = false
    var dotTakesAll = false
    var isMultiline = false
    var isUnixLines = false
    var isCommented = false
  }

  let pattern: Text
  let scalars: [UInt32]
  var position = 0
  var flags = Flags()
  private var depth = 0

  init(_ pattern: Text) {
    self.pattern = pattern
    scalars = pattern.string.unicodeScalars.map(\.value)
  }

  /// The tree of the whole pattern.
  mutating func parse() throws(EvaluationError) -> RegexTree {
    let tree = try alternatives()
    guard position == scalars.count else { throw invalid("a `)` without `(`") }
    return tree
  }

  // MARK: Characters

  func invalid(_ problem: String) -> EvaluationError {
    RegexWording.invalid(pattern, at: position, problem)
  }

  var peek: UInt32? { position < scalars.count ? scalars[position] : nil }

  func isAhead(_ text: String) -> Bool {
    scalars[position...].starts(with: text.unicodeScalars.lazy.map(\.value))
  }

  mutating func accept(_ text: String) -> Bool {
    guard isAhead(text) else { return false }
    position += text.unicodeScalars.count
    return true
  }

  mutating func next(_ wanted: String) throws(EvaluationError) -> UInt32 {
    guard let scalar = peek else { throw invalid("\(wanted) is missing") }
    position += 1
    return scalar
  }

  /// Guards against patterns that would exhaust the stack.
  mutating func descend<Result>(
    _ body: (inout RegexParser) throws(EvaluationError) -> Result
  ) throws(EvaluationError) -> Result {
    guard depth < Self.deepest else { throw RegexWording.tooDeep(pattern, limit: Self.deepest) }
    depth += 1
    let result = try body(&self)
    depth -= 1
    return result
  }

  // MARK: Structure

  /// `a|b|c`; flags set inside end with the group.
  private mutating func alternatives() throws(EvaluationError) -> RegexTree {
    let outer = flags
    var options = [try sequence()]
    while accept("|") { options.append(try sequence()) }
    flags = outer
    return options.count == 1 ? options[0] : .alternatives(options)
  }

  private mutating func sequence() throws(EvaluationError) -> RegexTree {
    var parts: [RegexTree] = []
    while let scalar = peek, scalar != 0x7C, scalar != 0x29 {
      if flags.isCommented, skipComment() { continue }
      if accept("\\Q") {
        while position < scalars.count, !isAhead("\\E") {
          parts.append(literal(scalars[position]))
          position += 1
        }
        _ = accept("\\E")
        if let last = parts.popLast() { parts.append(try quantified(last)) }
        continue
      }
      guard let atom = try atom() else { continue }
      parts.append(try quantified(atom))
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  /// White space and `# ...` in `(?x)` mode.
  private mutating func skipComment() -> Bool {
    guard let scalar = peek else { return false }
    if CharacterClass.space.contains(scalar) {
      position += 1
      return true
    }
    guard scalar == 0x23 else { return false }
    while let scalar = peek, !CharacterClass.lineBreak.contains(scalar) { position += 1 }
    return true
  }

  /// One character, class, group or assertion; `nil` where only flags were set.
  private mutating func atom() throws(EvaluationError) -> RegexTree? {
    let scalar = try next("a character")
    switch Unicode.Scalar(scalar) {
    case "(": return try group()
    case "[": return .set(folded(try characterClass()))
    case ".":
      if flags.dotTakesAll { return .set(.everything) }
      return .set(.not(flags.isUnixLines ? .newline : .lineBreak))
    case "^":
      return .assertion(
        flags.isMultiline ? .startOfLine(onlyNewline: flags.isUnixLines) : .startOfText)
    case "$":
      return .assertion(
        flags.isMultiline
          ? .endOfLine(onlyNewline: flags.isUnixLines)
          : .endBeforeFinalBreak(onlyNewline: flags.isUnixLines))
    case "\\": return try escape()
    case "*", "+", "?", "{":
      position -= 1
      throw invalid("a repetition of nothing")
    default: return literal(scalar)
    }
  }

  func literal(_ scalar: UInt32) -> RegexTree {
    guard flags.ignoresCase,
      !CaseFolding.others(of: scalar, isUnicode: flags.isUnicodeCase).isEmpty
    else { return .scalar(scalar) }
    return .set(folded(.ranges([scalar...scalar])))
  }

  func folded(_ set: CharacterClass) -> CharacterClass {
    flags.ignoresCase ? .ignoringCase(set, isUnicode: flags.isUnicodeCase) : set
  }

  // MARK: Groups

  private mutating func group() throws(EvaluationError) -> RegexTree? {
    for (start, feature, what) in [
      ("?=", "lookahead", "look-ahead `(?=...)`"), ("?!", "lookahead", "look-ahead `(?!...)`"),
      ("?<=", "lookbehind", "look-behind `(?<=...)`"),
      ("?<!", "lookbehind", "look-behind `(?<!...)`"),
      ("?>", "atomic-group", "an atomic group `(?>...)`"),
    ] where isAhead(start) {
      throw RegexWording.unsupported(feature, what)
    }
    let outer = flags
    if accept("?<") {
      let name = scalars[position...].prefix { $0 != 0x3E }
      guard let first = name.first, CharacterClass.word.contains(first),
        name.allSatisfy(CharacterClass.word.contains), position + name.count < scalars.count
      else { throw invalid("a group name without `>`") }
      position += name.count + 1
    } else if accept("?") {
      guard try !setFlags() else { return nil }
    }
    let inner = try descend { (parser) throws(EvaluationError) in try parser.alternatives() }
    guard accept(")") else { throw invalid("a `(` without `)`") }
    flags = outer
    return inner
  }

  /// Reads `i-s:` or `i-s)`; whether it was the latter, which sets flags for the rest of the group.
  private mutating func setFlags() throws(EvaluationError) -> Bool {
    var isOn = true
    while true {
      switch Unicode.Scalar(try next("`)` of a group")) {
      case ":": return false
      case ")": return true
      case "-": isOn = false
      case "i": flags.ignoresCase = isOn
      case "u": flags.isUnicodeCase = isOn
      case "s": flags.dotTakesAll = isOn
      case "m": flags.isMultiline = isOn
      case "d": flags.isUnixLines = isOn
      case "x": flags.isCommented = isOn
      case "U": throw RegexWording.unsupported("flag-u", "the flag `(?U)`")
      default:
        position -= 1
        throw invalid("an unknown flag")
      }
    }
  }

  // MARK: Repetition

  private mutating func quantified(_ atom: RegexTree) throws(EvaluationError) -> RegexTree {
    var tree = atom
    var isFirst = true
    while let bounds = try bounds() {
      guard isFirst else { throw invalid("a repetition of a repetition") }
      isFirst = false
      // Lazy or greedy makes no difference to whether the whole text matches.
      if !accept("?"), isAhead("+") {
        throw RegexWording.unsupported("possessive", "a possessive quantifier such as `a*+`")
      }
      tree = .repetition(tree, atLeast: bounds.atLeast, atMost: bounds.atMost)
    }
    return tree
  }

  private mutating func bounds() throws(EvaluationError) -> (atLeast: Int, atMost: Int?)? {
    if flags.isCommented { while skipComment() {} }
    if accept("*") { return (0, nil) }
    if accept("+") { return (1, nil) }
    if accept("?") { return (0, 1) }
    guard accept("{") else { return nil }
    let atLeast = try number()
    var atMost: Int? = atLeast
    if accept(",") { atMost = isAhead("}") ? nil : try number() }
    guard accept("}") else { throw invalid("a `{` without `}`") }
    if let atMost, atMost < atLeast { throw invalid("a repetition `{n,m}` with n above m") }
    return (atLeast, atMost)
  }

  private mutating func number() throws(EvaluationError) -> Int {
    let digits = scalars[position...].prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { throw invalid("a number is missing in `{...}`") }
    position += digits.count
    var value = 0
    for digit in digits {
      value = value * 10 + Int(digit - 0x30)
      guard value <= Regex.largestProgram else {
        throw RegexWording.tooLarge(pattern, limit: Regex.largestProgram)
      }
    }
    return value
  }
}
