public import Diagnostics
public import PropertyGraph

/// One threshold of the rules, named as the rules file names it. The table of them reads, prints
/// and checks a rules file, so that nothing can be set that is not printed.
public struct RuleSetting: Sendable {
  /// Where it stands in the file: `weights.strong.rigour`.
  public let path: Text
  /// What it may be, to end the sentence "… must be".
  public let expectation: String
  /// Whether a notch moves it: a number that the rules count by.
  public private(set) var isNotched = false

  private let read: @Sendable (Rules) -> Text?
  private let write: @Sendable (inout Rules, Text) -> Bool

  /// The value as a file would write it; `nil` if it is not set.
  public func value(in rules: Rules) -> Text? { read(rules) }

  /// Sets it from what a file says. Throws `InvalidRule` if it cannot be that.
  public func set(_ value: Text, in rules: inout Rules) throws(Diagnostic) {
    guard write(&rules, value) else {
      throw Wording.invalidRule(path, value, expectation: expectation)
    }
  }

  /// The same, moved by a notch.
  private var notched: RuleSetting {
    var notched = self
    notched.isNotched = true
    return notched
  }

  // MARK: The table

  /// All settings, in the order of the file.
  public static let all: [RuleSetting] =
    weights + comparisons + voices + appraisals

  /// The setting at a path of the file. Throws `UnknownRule`, naming the nearest.
  public static func at(_ path: Text) throws(Diagnostic) -> RuleSetting {
    guard let setting = all.first(where: { $0.path == path }) else {
      throw Wording.unknownRule(path, known: all.map(\.path.string))
    }
    return setting
  }

  private static let weights: [RuleSetting] = [
    score("weights.strong.relevance", \.weights.strongRelevance),
    score("weights.strong.richness", \.weights.strongRichness),
    score("weights.strong.rigour", \.weights.strongRigour).notched,
    score("weights.moderate.relevance", \.weights.moderateRelevance),
    score("weights.moderate.rigour", \.weights.moderateRigour).notched,
    score("weights.weak.relevance", \.weights.weakRelevance),
    word("weights.inferred-on-elements", \.weights.inferredCapOnElements),
  ]

  private static let comparisons: [RuleSetting] = [
    count("outweighing.strong-voices", \.outweighing.strongVoices).notched,
    count("outweighing.moderate-voices", \.outweighing.moderateVoices).notched,
    count("outweighing.ratio", \.outweighing.ratio).notched,
    flag("outweighing.as-many-strong", \.outweighing.atLeastAsManyStrong),
    count("support.voices", \.support.voices).notched,
    flag("support.lopsided", \.support.lopsided),
    count("contrast.fires", \.contrast.fires),
    count("contrast.does-not-fire", \.contrast.doesNotFire),
    number("contrast.exceptions", \.contrast.exceptions, in: 0...1000, "a number from 0 to 1000"),
    count("contrast.against", \.contrast.against),
    count("strong-support.voices", \.strongSupport.voices).notched,
    count("strong-support.method-kinds", \.strongSupport.methodFamilies).notched,
    count("strong-support.scales-or-sites", \.strongSupport.scalesOrSites).notched,
  ]

  private static let voices: [RuleSetting] = [
    word("independence.alias-certainty", \.independence.aliasCertainty),
    count("independence.withheld-speakers", \.independence.withheldSpeakers),
    count("independence.uncoded-speakers", \.independence.uncodedSpeakers),
    RuleSetting(path: "programme.start", expectation: PropertyType.date.expectation) {
      $0.programme.start
    } write: { rules, value in
      guard PartialDate(value) != nil else { return false }
      rules.programme.start = value
      return true
    },
    RuleSetting(path: "programme.country", expectation: "the id of a site") {
      $0.programme.country
    } write: { rules, value in
      rules.programme.country = value
      return !value.isEmpty
    },
    score("programme.relevance-outside", \.programme.relevanceOutside),
  ]

  private static let appraisals: [RuleSetting] =
    row("interview-own", \.appraisals.interviewOwn)
    + row("interview-general", \.appraisals.interviewGeneral)
    + row("survey-figure", \.appraisals.surveyFigure)
    + [
      score(
        "appraisals.survey-rigour-without-response-rate",
        \.appraisals.surveyRigourWithoutResponseRate)
    ]
    + row("survey-free-text", \.appraisals.surveyFreeText)
    + row("document-analysis", \.appraisals.documentAnalysis)
    + row("official-record", \.appraisals.officialRecord)
    + row("case-study", \.appraisals.caseStudy)
    + row("judgement", \.appraisals.judgement)
    + [score("appraisals.secondary-rigour-unseen", \.appraisals.secondaryRigourUnseen)]
}

extension RuleSetting {
  private typealias Place<Value> = any WritableKeyPath<Rules, Value> & Sendable

  private static func number(
    _ path: Text, _ place: Place<Int>, in range: ClosedRange<Int>, _ expectation: String
  ) -> RuleSetting {
    RuleSetting(path: path, expectation: expectation) { rules in
      Text(String(rules[keyPath: place]))
    } write: { rules, value in
      guard let number = Int(value.string), range.contains(number) else { return false }
      rules[keyPath: place] = number
      return true
    }
  }

  private static func score(_ path: Text, _ place: Place<Int>) -> RuleSetting {
    number(path, place, in: 0...3, "a score from 0 to 3")
  }

  private static func count(_ path: Text, _ place: Place<Int>) -> RuleSetting {
    number(path, place, in: 1...1000, "a whole number from 1 to 1000")
  }

  private static func flag(_ path: Text, _ place: Place<Bool>) -> RuleSetting {
    RuleSetting(path: path, expectation: PropertyType.boolean.expectation) { rules in
      rules[keyPath: place] ? "true" : "false"
    } write: { rules, value in
      guard value == "true" || value == "false" else { return false }
      rules[keyPath: place] = value == "true"
      return true
    }
  }

  private static func word<Word: ClosedWord>(_ path: Text, _ place: Place<Word>) -> RuleSetting {
    let words = Word.allCases.map(\.text)
    return RuleSetting(path: path, expectation: PropertyType.oneOf(words).expectation) { rules in
      rules[keyPath: place].text
    } write: { rules, value in
      guard let word = Word(value) else { return false }
      rules[keyPath: place] = word
      return true
    }
  }

  private static func row(_ name: Text, _ place: Place<DefaultAppraisals.Row>) -> [RuleSetting] {
    let expectation = "relevance/richness/rigour, 0 to 3 each, as `2/1/2`"
    return [
      RuleSetting(path: Text("appraisals.\(name).verbatim"), expectation: expectation) { rules in
        rules[keyPath: place].verbatim?.text
      } write: { rules, value in
        guard let appraisal = Appraisal(value) else { return false }
        rules[keyPath: place].verbatim = appraisal
        return true
      },
      RuleSetting(path: Text("appraisals.\(name).without"), expectation: expectation) { rules in
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
