import PropertyGraph

/// A regular expression in the syntax of `java.util.regex`, matched in time proportional to the
/// length of the text times that of the expression, whatever both contain (Thompson, "Regular
/// expression search algorithm", 1968): no step is ever taken back. Back references, look-around,
/// possessive quantifiers and atomic groups, which need steps back, are `unsupported` by name.
struct Regex: Sendable {
  /// The most steps an expression may have when its repetitions are written out.
  static let largestProgram = 5_000

  private static let statesBetweenPolls = 65_536

  private let program: [RegexInstruction]
  private let classes: [CompiledClass]

  /// The expression for a pattern.
  static func compile(_ pattern: Text) throws(EvaluationError) -> Regex {
    var parser = RegexParser(pattern)
    let tree = try parser.parse()
    var compiler = RegexCompiler(pattern: pattern)
    try compiler.emit(tree)
    return Regex(program: compiler.program + [.match], classes: compiler.classes)
  }

  /// Whether the whole text matches. O(text × expression).
  func matches(
    _ text: Text, poll: () throws(EvaluationError) -> Void = { () throws(EvaluationError) in }
  ) throws(EvaluationError) -> Bool {
    var untilPoll = Self.statesBetweenPolls
    let scalars = text.string.unicodeScalars.map(\.value)
    var current = ThreadList(capacity: program.count)
    var next = ThreadList(capacity: program.count)
    add(0, to: &current, at: 0, in: scalars)
    for (position, scalar) in scalars.enumerated() {
      if current.isEmpty { return false }
      next.removeAll()
      untilPoll -= current.states.count
      if untilPoll < 0 {
        try poll()
        untilPoll = Self.statesBetweenPolls
      }
      for state in current.states {
        let isTaken =
          switch program[state] {
          case .scalar(let wanted): scalar == wanted
          case .set(let index): classes[index].contains(scalar)
          default: false
          }
        if isTaken { add(state + 1, to: &next, at: position + 1, in: scalars) }
      }
      swap(&current, &next)
    }
    return current.contains(program.count - 1)
  }

  /// Adds a state and all that can be reached from it without a character.
  private func add(
    _ first: Int, to list: inout ThreadList, at position: Int, in scalars: [UInt32]
  ) {
    list.pending.append(first)
    while let state = list.pending.popLast() {
      guard list.insert(state) else { continue }
      switch program[state] {
      case .split(let one, let other):
        list.pending.append(other)
        list.pending.append(one)
      case .jump(let target): list.pending.append(target)
      case .assert(let assertion):
        if assertion.holds(at: position, in: scalars) { list.pending.append(state + 1) }
      case .scalar, .set, .match: break
      }
    }
  }

  /// The states that the text so far can lead to; insertion and look-up take constant time (Briggs
  /// and Torczon, "An efficient representation for sparse sets", 1993).
  private struct ThreadList {
    private(set) var states: [Int] = []
    private var places: [Int]
    var pending: [Int] = []

    init(capacity: Int) { places = [Int](repeating: 0, count: capacity) }

    var isEmpty: Bool { states.isEmpty }

    func contains(_ state: Int) -> Bool {
      places[state] < states.count && states[places[state]] == state
    }

    mutating func insert(_ state: Int) -> Bool {
      guard !contains(state) else { return false }
      places[state] = states.count
      states.append(state)
      return true
    }

    mutating func removeAll() { states.removeAll(keepingCapacity: true) }
  }
}

/// One step of a compiled expression.
enum RegexInstruction: Sendable {
  /// Takes this scalar.
  case scalar(UInt32)
  /// Takes a scalar of the class at this index.
  case set(Int)
  /// Goes on at both.
  case split(Int, Int)
  /// Goes on elsewhere.
  case jump(Int)
  /// Goes on if the place is right.
  case assert(RegexAssertion)
  /// The end.
  case match
}

/// A class with the answers for ASCII worked out beforehand.
struct CompiledClass: Sendable {
  private let ascii: (low: UInt64, high: UInt64)
  private let all: CharacterClass

  init(_ all: CharacterClass) {
    self.all = all
    var low: UInt64 = 0
    var high: UInt64 = 0
    for scalar: UInt32 in 0..<64 {
      if all.contains(scalar) { low |= 1 << UInt64(scalar) }
      if all.contains(scalar + 64) { high |= 1 << UInt64(scalar) }
    }
    ascii = (low, high)
  }

  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return ascii.low >> UInt64(scalar) & 1 == 1 }
    if scalar < 128 { return ascii.high >> UInt64(scalar - 64) & 1 == 1 }
    return all.contains(scalar)
  }
}
