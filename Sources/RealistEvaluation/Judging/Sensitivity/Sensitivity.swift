public import PropertyGraph

/// How firmly a verdict stands: what becomes of it when something is left out or counted otherwise
/// (METHOD section 9).
public struct Sensitivity: Sendable, Hashable {
  /// One way of looking at the same evidence.
  public enum Trial: Sendable, Hashable {
    /// One voice is not heard, on any part.
    case withoutVoice(Voice)
    /// Items of one method are left out.
    case withoutMethod(Text)
    /// Items of one document are left out.
    case withoutDocument(Text)
    /// Items of one site are left out.
    case withoutSite(Text)
    /// All voices of one study count as one.
    case oneVoicePerStudy
    /// Doubtful aliases are taken for the same.
    case aliasesMerged
    /// Aliases that are not certain are taken for different.
    case aliasesSplit
    /// Weak voices do not count.
    case withoutWeak
    /// Every threshold that the rules count by is one step higher.
    case stricter
    /// Every threshold that the rules count by is one step lower.
    case looser
  }

  /// A trial that changes the verdict.
  public struct Flip: Sendable, Hashable {
    /// What was tried.
    public let trial: Trial
    /// The verdict then.
    public let word: ConfigurationWord
  }

  /// The verdict under another treatment of doubtful aliases.
  public struct AliasVariant: Sendable, Hashable {
    /// Whether doubtful aliases were merged (else split).
    public let isMerged: Bool
    /// The verdict then.
    public let word: ConfigurationWord
    /// The aliases that were treated otherwise.
    public let aliases: [RecordedEvidence.Alias]
  }

  /// How many voices must leave before the verdict changes.
  public enum Break: Sendable, Hashable {
    /// These: no fewer do it, and they are the first such set in the order of voices.
    case voices([Voice])
    /// No set of up to so many voices does it; larger ones were not tried.
    case moreThan(Int)
    /// No set of voices does it.
    case never
  }

  /// The verdict that is tried.
  public let word: ConfigurationWord
  /// What was tried, in order.
  public let tried: [Trial]
  /// Those that change the verdict, in the order of the trials.
  public let flips: [Flip]
  /// The fewest voices whose removal changes the verdict; `nil` where they were not searched for.
  public let breaking: Break?
  /// The verdict with doubtful aliases merged and split, where that differs.
  public let aliasVariants: [AliasVariant]

  /// Whether any single trial changes the verdict.
  public var isFragile: Bool { !flips.isEmpty }

  /// The voices that break the verdict together; none if no set that was tried does.
  public var breakVoices: [Voice] {
    if case .voices(let voices) = breaking { voices } else { [] }
  }

  /// The break number; `nil` if no set of voices that was tried breaks the verdict.
  public var breakNumber: Int? {
    if case .voices(let voices) = breaking { voices.count } else { nil }
  }
}

/// A voice that nobody recorded, to ask what it would change.
public struct HypotheticalVoice: Sendable, Hashable {
  /// Id of the part that it speaks of.
  public var part: Text
  /// What it would weigh.
  public var weight: Weight
  /// Whether it would speak for the part.
  public var isFor: Bool

  /// A voice for or against a part.
  public init(part: Text, weight: Weight, isFor: Bool) {
    self.part = part
    self.weight = weight
    self.isFor = isFor
  }
}
