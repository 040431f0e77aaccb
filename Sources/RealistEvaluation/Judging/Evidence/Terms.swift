public import PropertyGraph

/// A word of one of the vocabulary's closed lists.
public protocol ClosedWord: RawRepresentable, CaseIterable, Sendable, Hashable
where RawValue == String {}

extension ClosedWord {
  /// The word as the graph spells it; `nil` for anything else.
  public init?(_ text: Text?) {
    guard let text, let word = Self(rawValue: text.string) else { return nil }
    self = word
  }

  /// The word as the graph spells it.
  public var text: Text { Text(rawValue) }
}

/// What an item of evidence claims to be.
public enum Claim: String, ClosedWord {
  /// Reports a state, event, content or measurement that it saw.
  case observed
  /// Concludes about what is or was the case, or why.
  case inferred
  /// Says what is meant, hoped or feared but not yet the case.
  case espoused
}

/// Who is speaking: the triple hermeneutic.
public enum Layer: String, ClosedWord {
  case participant, author, coder
}

/// How a document names who said something.
public enum Attribution: String, ClosedWord {
  case coded, uncoded, withheld, counted, group
}

/// Whether a respondent speaks of the own organisation or place.
public enum Standpoint: String, ClosedWord {
  case own, general
}

/// How an item bears on what it covers.
public enum BearingKind: String, ClosedWord {
  case supports, challenges, qualifies, silent

  /// The link type that says so.
  public var linkType: Text {
    switch self {
    case .supports: "SUPPORTS"
    case .challenges: "CHALLENGES"
    case .qualifies: "QUALIFIES"
    case .silent: "SILENT_ON"
    }
  }
}

/// How far a mechanism was seen to fire.
public enum Activation: String, ClosedWord, Comparable {
  case none, faint, partial, strong

  /// From none to strong.
  public static func < (left: Activation, right: Activation) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .none: 0
    case .faint: 1
    case .partial: 2
    case .strong: 3
    }
  }
}

/// Whether an espoused claim hopes or fears.
public enum Direction: String, ClosedWord {
  case plus, minus
}

/// What passing or failing a test would prove (Mahoney 2012).
public enum ProcessTest: String, ClosedWord {
  case strawInTheWind = "straw-in-the-wind"
  case hoop
  case smokingGun = "smoking-gun"
  case doublyDecisive = "doubly-decisive"

  /// Whether failing it rules the part out.
  public var eliminates: Bool { self == .hoop || self == .doublyDecisive }
  /// Whether passing it is as good as rich evidence.
  public var confirms: Bool { self == .smokingGun || self == .doublyDecisive }
}

/// What sort of method gathered an item.
public enum MethodKind: String, ClosedWord {
  case interview, survey
  case surveyFreeText = "survey-free-text"
  case documentAnalysis = "document-analysis"
  case record
  case caseStudy = "case-study"
  case judgement, observation
  case routineData = "routine-data"
  case secondary
}

/// The kinds of method that "two kinds of method" counts. A case study, a judgement and a figure
/// at second hand are none of them.
public enum MethodFamily: String, ClosedWord {
  case interview, survey, documents
  case routineData = "routine data"
  case observation, record

  /// The family of a kind of method, if it has one.
  public init?(_ kind: MethodKind) {
    switch kind {
    case .interview: self = .interview
    case .survey, .surveyFreeText: self = .survey
    case .documentAnalysis: self = .documents
    case .record: self = .record
    case .observation: self = .observation
    case .routineData: self = .routineData
    case .caseStudy, .judgement, .secondary: return nil
    }
  }
}

/// How sure it is that two names mean the same one.
public enum Certainty: String, ClosedWord, Comparable {
  case low, medium, high, certain

  /// From low to certain.
  public static func < (left: Certainty, right: Certainty) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .certain: 3
    }
  }
}

/// Whether a context is the stated problem, or a condition on which firing depends.
public enum ContextRole: String, ClosedWord {
  case caseForChange = "case-for-change"
  case localCondition = "local-condition"
}

/// How far a configuration claims to reach.
public enum Reach: String, ClosedWord {
  case all, most, some

  /// Whether a share of those asked, 0 to 1, bears the claim out.
  public func isMet(byShare share: Double) -> Bool {
    switch self {
    case .all: share >= 1
    case .most: share > 0.5
    case .some: share > 0
    }
  }
}
