public import Diagnostics
public import PropertyGraph

/// A verdict that a team asks of its theories, by a word: `--require supported theory-a`. Words of
/// the upper ladder mean *that or better*, those of the lower *that or worse*, all others exactly
/// that (METHOD section 5). A theory answers for all its configurations, except to words for theories.
public struct RequiredVerdict: Sendable, Hashable {
  private enum Test: Hashable {
    case atLeast(Rung)
    case atMost(Rung)
    case exactly(ConfigurationWord)
    case theory([TheoryWord])
  }

  /// The word as written: `thin-against`.
  public let word: Text
  private let test: Test

  /// Throws `UnknownVerdict`, naming the nearest word.
  public init(_ word: Text) throws(Diagnostic) {
    guard let test = Self.tests.first(where: { $0.word == word })?.test else {
      throw Wording.unknownVerdict(word, known: Self.words)
    }
    self.word = word
    self.test = test
  }

  /// Whether a word names a verdict.
  public static func isWord(_ text: Text) -> Bool { words.contains(text) }

  /// All words, the best first, then those that stand beside the ladder, then those for theories.
  public static let words: [Text] = tests.map(\.word)

  private static let tests: [(word: Text, test: Test)] =
    [
      ("strongly-supported", .atLeast(.stronglySupported)), ("supported", .atLeast(.supported)),
      ("supported-with-dissent", .atLeast(.supportedWithDissent)),
      ("assembled", .atLeast(.assembled)), ("thin-for", .atLeast(.thinFor)),
      ("thin-against", .atMost(.thinAgainst)), ("challenged", .atMost(.challenged)),
      ("contested", .exactly(.contested)), ("thin-mixed", .exactly(.thinMixed)),
      ("untested", .exactly(.untested)), ("espoused-only", .exactly(.espousedOnly)),
      ("outcome-not-seen", .exactly(.outcomeNotSeen)), ("eliminated", .exactly(.eliminated)),
      ("not-enacted", .exactly(.notEnacted)), ("does-not-work", .exactly(.doesNotWork)),
      ("context-absent", .exactly(.contextAbsent)), ("holds", .theory([.holds])),
      ("holds-in-part", .theory([.holds, .holdsInPart])),
      ("not-supported", .theory([.notSupported])),
    ]

  /// Whether it is asked of a theory as a whole.
  public var isForTheories: Bool {
    if case .theory = test { true } else { false }
  }

  /// Whether a configuration's verdict is that; never, if it is asked of theories.
  public func matches(_ verdict: ConfigurationWord) -> Bool {
    switch test {
    case .atLeast(let rung): verdict.rung >= rung
    case .atMost(let rung): verdict.rung <= rung
    case .exactly(let word): verdict == word
    case .theory: false
    }
  }

  /// Whether a theory's word is that; never, if it is asked of configurations.
  public func matches(_ verdict: TheoryWord) -> Bool {
    if case .theory(let words) = test { words.contains(verdict) } else { false }
  }
}
