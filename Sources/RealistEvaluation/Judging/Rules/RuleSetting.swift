public import Diagnostics
public import PropertyGraph

/// One threshold of the rules, named as the rules file names it. The table of them reads, prints,
/// describes and checks a rules file, so that nothing can be set that is not printed.
public struct RuleSetting: Sendable {
  /// What a setting may be.
  public enum Shape: Sendable, Hashable {
    /// A whole number.
    case number(ClosedRange<Int>)
    /// `true` or `false`.
    case flag
    /// One word of a list.
    case words([Text])
    /// A date: YYYY, YYYY-MM or YYYY-MM-DD.
    case date
    /// The id of a site.
    case site
    /// Three scores: `2/1/2`.
    case appraisal
  }

  /// Where it stands in the file: `weights.strong.rigour`.
  public let path: Text
  /// What it says, in one line.
  public let meaning: String
  /// What it may be.
  public let shape: Shape
  /// Whether a notch moves it: a number that the rules count by.
  public private(set) var isNotched = false

  private let read: @Sendable (Rules) -> Text?
  private let write: @Sendable (inout Rules, Text) -> Bool

  init(
    _ path: Text, _ meaning: String, _ shape: Shape,
    read: @escaping @Sendable (Rules) -> Text?,
    write: @escaping @Sendable (inout Rules, Text) -> Bool
  ) {
    self.path = path
    self.meaning = meaning
    self.shape = shape
    self.read = read
    self.write = write
  }

  /// What it may be, to end the sentence "it must be".
  public var expectation: String {
    switch shape {
    case .number(0...3): "a score from 0 to 3"
    case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: PropertyType.boolean.expectation
    case .words(let words): PropertyType.oneOf(words).expectation
    case .date: PropertyType.date.expectation
    case .site: "the id of a site"
    case .appraisal: "relevance/richness/rigour, 0 to 3 each, as `2/1/2`"
    }
  }

  /// The value as a file would write it; `nil` if it is not set.
  public func value(in rules: Rules) -> Text? { read(rules) }

  /// Sets it from what a file says. Throws `InvalidRule` if it cannot be that.
  public func set(_ value: Text, in rules: inout Rules) throws(Diagnostic) {
    guard write(&rules, value) else {
      throw Wording.invalidRule(path, value, expectation: expectation)
    }
  }

  /// The same, moved by a notch.
  var notched: RuleSetting {
    var notched = self
    notched.isNotched = true
    return notched
  }

  /// The setting at a path of the file. Throws `UnknownRule`, naming the nearest, or
  /// `IncompleteRule` for a group of settings.
  public static func at(_ path: Text) throws(Diagnostic) -> RuleSetting {
    if let setting = all.first(where: { $0.path == path }) { return setting }
    let known = all.map(\.path.string)
    let inside = known.filter { $0.utf8.starts(with: "\(path).".utf8) }
    throw inside.isEmpty
      ? Wording.unknownRule(path, known: known) : Wording.groupOfRules(path, settings: inside)
  }
}

// MARK: Shapes

extension RuleSetting {
  typealias Place<Value> = any WritableKeyPath<Rules, Value> & Sendable

  static func number(
    _ path: Text, _ place: Place<Int>, in range: ClosedRange<Int>, _ meaning: String
  ) -> RuleSetting {
    RuleSetting(path, meaning, .number(range)) { rules in
      Text(String(rules[keyPath: place]))
    } write: { rules, value in
      guard let number = Int(value.string), range.contains(number) else { return false }
      rules[keyPath: place] = number
      return true
    }
  }

  static func score(_ path: Text, _ place: Place<Int>, _ meaning: String) -> RuleSetting {
    number(path, place, in: 0...3, meaning)
  }

  static func count(_ path: Text, _ place: Place<Int>, _ meaning: String) -> RuleSetting {
    number(path, place, in: 1...1000, meaning)
  }

  static func flag(_ path: Text, _ place: Place<Bool>, _ meaning: String) -> RuleSetting {
    RuleSetting(path, meaning, .flag) { rules in
      rules[keyPath: place] ? "true" : "false"
    } write: { rules, value in
      guard value == "true" || value == "false" else { return false }
      rules[keyPath: place] = value == "true"
      return true
    }
  }

  static func word<Word: ClosedWord>(
    _ path: Text, _ place: Place<Word>, _ meaning: String
  ) -> RuleSetting {
    RuleSetting(path, meaning, .words(Word.allCases.map(\.text))) { rules in
      rules[keyPath: place].text
    } write: { rules, value in
      guard let word = Word(value) else { return false }
      rules[keyPath: place] = word
      return true
    }
  }

  /// Scores with the respondent's printed words and without.
  static func row(
    _ name: Text, _ place: Place<DefaultAppraisals.Row>, _ meaning: String
  ) -> [RuleSetting] {
    [
      RuleSetting(
        Text("appraisals.\(name).verbatim"), "\(meaning), the respondent's words printed",
        .appraisal
      ) { rules in
        rules[keyPath: place].verbatim?.text
      } write: { rules, value in
        guard let appraisal = Appraisal(value) else { return false }
        rules[keyPath: place].verbatim = appraisal
        return true
      },
      RuleSetting(Text("appraisals.\(name).without"), "\(meaning), without them", .appraisal) {
        rules in
        rules[keyPath: place].paraphrased.text
      } write: { rules, value in
        guard let appraisal = Appraisal(value) else { return false }
        rules[keyPath: place].paraphrased = appraisal
        return true
      },
    ]
  }
}

extension Appraisal {
  /// Reads `2/1/2`; `nil` for anything else.
  public init?(_ text: Text) {
    let scores = text.string.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard scores.count == 3, let relevance = scores[0], let richness = scores[1],
      let rigour = scores[2],
      [relevance, richness, rigour].allSatisfy((0...3).contains)
    else { return nil }
    self.init(relevance, richness, rigour)
  }

  /// The scores as the method prints them: `2/1/2`.
  public var text: Text { Text("\(relevance)/\(richness)/\(rigour)") }
}
