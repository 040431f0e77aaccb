public import PropertyGraph

/// One item on one part: which bearing brought it there and what it weighs there.
public struct Entry: Sendable, Hashable {
  /// Id of the item.
  public let item: Text
  /// The bearing.
  public let bearing: RecordedEvidence.Bearing
  /// What it weighs on this part, and why.
  public let weighing: Weighing
  /// Observed, inferred or espoused.
  public let claim: Claim
  /// Whether it supports this element only because it supports a link of it.
  public let isImplied: Bool
  /// Position of the item in canonical order.
  let position: Int
}

/// What one voice says on one side of one part: it counts once, at its strongest item.
public struct Testimony: Sendable, Hashable {
  /// Who.
  public let voice: Voice
  /// Its weight: that of its strongest item of this side.
  public let weight: Weight
  /// Whether its strongest item is an observation.
  public var isObserved = true
  /// Kinds of method of its strongest item.
  public var families: Set<MethodFamily> = []
  /// The scale that its strongest item speaks about.
  public var scale: Text?
  /// Sites of its strongest item and respondents.
  public var sites: [Text] = []
  /// Whether it holds an official record of this side.
  public var isOfficialRecord = false
  /// Dates of its official records of this side that are known.
  public var recordDates: [PartialDate] = []
  /// Whether one of its strong observations is a failed hoop or doubly decisive test.
  public var failsDecisiveTest = false
  /// Whether it also speaks on the other side.
  public var isMixed = false
  /// Its items of this side, the strongest first; the rest are repeats.
  public var entries: [Entry] = []

  /// A voice of a weight.
  public init(voice: Voice, weight: Weight) {
    self.voice = voice
    self.weight = weight
  }
}

/// Why an item of a side adds nothing to it.
public enum RepeatReason: Sendable, Hashable {
  /// The unnamed people it states may be the coded ones of the same study.
  case unnamedMayBeCoded(stated: Int, coded: Int)
  /// Authors repeat what participants of their own study say.
  case authorsOfStudy(Text)
  /// A site's own document is part of what a content analysis read.
  case readByAnalysis(Text)
}

/// An item that adds nothing to a side.
public struct Repeat: Sendable, Hashable {
  /// The item.
  public let entry: Entry
  /// The voice it would have been.
  public let voice: Voice
  /// Why it adds nothing.
  public let reason: RepeatReason
}

/// What stands for and against one part: all that its verdict depends on.
public struct Balance: Sendable, Hashable {
  /// S: voices that support, in order of voice.
  public var supporting: [Testimony] = []
  /// K: voices that challenge, in order of voice.
  public var challenging: [Testimony] = []
  /// E+: voices that hope, and say nothing on either side.
  public var hoping: [Voice] = []
  /// E-: voices that fear, and say nothing on either side.
  public var fearing: [Voice] = []
  /// Whether anybody at all espouses the part, be it beside other testimony.
  public var isHopedFor = false
  /// Whether items qualify it.
  public var isQualified = false
  /// Whether stated searches found nothing.
  public var isSilentOn = false
  /// Whether items on it were set aside as not relevant.
  public var hasSetAside = false
  /// Whether a stated search failed a hoop or doubly decisive test, observed, of strong weight.
  public var failsBySilence = false
  /// Whether an official record alone can establish it.
  public var isProvision = false
  /// Voices of many people that stand on both sides of one count: different people, not mixed.
  public var splitCounts: Set<Voice> = []

  /// Nothing on either side.
  public init() {}
}
