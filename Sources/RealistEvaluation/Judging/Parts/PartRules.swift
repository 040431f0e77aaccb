import PropertyGraph

/// The verdict on one part (METHOD section 5).
public enum PartWord: Sendable, Hashable {
  case eliminated
  case untested(Untested)
  case espousedOnly(Espoused)
  case supportedOfRecord
  case challengedOfRecord
  case contested
  case challenged
  case stronglySupported
  case supported
  case supportedWithDissent
  case thin(Lean)

  /// What there is, where nothing is for or against.
  public struct Untested: OptionSet, Sendable, Hashable {
    /// The set as bits.
    public let rawValue: Int
    /// A set of bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// Items qualify it.
    public static let qualified = Untested(rawValue: 1)
    /// Stated searches found nothing.
    public static let silent = Untested(rawValue: 2)
    /// Items were set aside as not relevant.
    public static let setAside = Untested(rawValue: 4)
    /// Its first element is not enacted, so nothing can be seen.
    public static let notEnacted = Untested(rawValue: 8)
  }

  /// What is hoped or feared, where nothing is for or against.
  public enum Espoused: String, Sendable, Hashable {
    case hoped, feared, both = "hoped and feared"
  }

  /// Which way thin evidence leans.
  public enum Lean: String, Sendable, Hashable {
    case inFavour = "for"
    case against, mixed
  }
}

/// The nine rules, in their order; the first that fits decides (METHOD section 5).
public struct PartRules: Sendable {
  /// The thresholds.
  public let rules: Rules

  /// Rules with these thresholds.
  public init(_ rules: Rules = .standard) { self.rules = rules }

  /// A verdict and the number of the rule that gave it.
  public struct Decision: Sendable, Hashable {
    /// The verdict.
    public let word: PartWord
    /// The rule, 1 to 9.
    public let rule: Int
  }

  /// The verdict on a balance. O(voices).
  public func decide(_ balance: Balance) -> Decision { decide(balance.stand, balance) }

  /// The verdict on what the rules see of a part; `breadth` is asked only where rule 7 may fit.
  func decide(_ stand: Stand, _ breadth: some SupportBreadth) -> Decision {
    let supporting = stand.supporting
    let challenging = stand.challenging
    if isEliminated(stand) { return Decision(word: .eliminated, rule: 1) }
    if supporting.voices == 0, challenging.voices == 0 {
      if !stand.isHoped, !stand.isFeared {
        return Decision(word: .untested(reasons(stand)), rule: 2)
      }
      return Decision(word: .espousedOnly(espoused(stand)), rule: 3)
    }
    if let record = ofRecord(stand) {
      // More support never moves a part down: what would be strongly supported stays so.
      let isStrong = record == .supportedOfRecord && isStronglySupported(stand, breadth)
      return isStrong
        ? Decision(word: .stronglySupported, rule: 7) : Decision(word: record, rule: 4)
    }
    let favours = clearlyOutweighs(supporting, challenging)
    let opposes = clearlyOutweighs(challenging, supporting)
    if isContested(stand), !favours, !opposes { return Decision(word: .contested, rule: 5) }
    if opposes, rules.support.lopsided || challenging.voices >= rules.support.voices {
      return Decision(word: .challenged, rule: 6)
    }
    if isStronglySupported(stand, breadth) { return Decision(word: .stronglySupported, rule: 7) }
    if favours, supporting.voices >= rules.support.voices {
      let hasDissent = challenging.strongOrModerate > 0
      return Decision(word: hasDissent ? .supportedWithDissent : .supported, rule: 8)
    }
    return Decision(word: .thin(lean(supporting, challenging)), rule: 9)
  }

  // MARK: The rules

  func isEliminated(_ stand: Stand) -> Bool {
    (stand.failsBySilence || stand.challenging.failsDecisiveTest)
      && stand.supporting.strongOrModerate == 0
  }

  /// Rule 4: the latest official record decides on a provision, by date. `nil`: it does not.
  func ofRecord(_ stand: Stand) -> PartWord? {
    guard stand.isProvision else { return nil }
    let begun = stand.supporting
    let ended = stand.challenging
    if ended.records == 0 {
      return begun.records > 0 && ended.voices == 0 ? .supportedOfRecord : nil
    }
    if ended.isLater(than: begun) { return .challengedOfRecord }
    let hasOthers = ended.voices > ended.records
    return !hasOthers && begun.isLater(than: ended) ? .supportedOfRecord : nil
  }

  func clearlyOutweighs(_ one: SideTally, _ other: SideTally) -> Bool {
    let limits = rules.outweighing
    return (one.strong >= limits.strongVoices || one.moderate >= limits.moderateVoices)
      && one.strongOrModerate >= limits.ratio * other.strongOrModerate
      && (one.strong >= other.strong || !limits.atLeastAsManyStrong)
  }

  /// Rule 5 without the comparison: both sides hold a moderate or strong voice, and these are at
  /// least two different ones.
  func isContested(_ stand: Stand) -> Bool {
    stand.supporting.strongOrModerate > 0 && stand.challenging.strongOrModerate > 0
      && !stand.isOneVoice
  }

  func isStronglySupported(_ stand: Stand, _ breadth: some SupportBreadth) -> Bool {
    let needed = rules.strongSupport
    let supporting = stand.supporting
    let challenging = stand.challenging
    guard supporting.voices >= needed.voices, challenging.strongOrModerate == 0,
      clearlyOutweighs(supporting, challenging),
      supporting.families.nonzeroBitCount >= needed.methodFamilies,
      standsWithoutAnyOne(supporting, against: challenging)
    else { return false }
    return breadth.scaleCount() >= needed.scalesOrSites
      || breadth.siteCount() >= needed.scalesOrSites
  }

  /// Whether a side stays supported whichever one of its voices leaves.
  private func standsWithoutAnyOne(_ side: SideTally, against other: SideTally) -> Bool {
    guard side.voices - 1 >= rules.support.voices else { return false }
    let weak = side.voices - side.strongOrModerate
    for (count, weight) in [
      (side.strong, Weight.strong), (side.moderate, .moderate), (weak, .weak),
    ]
    where count > 0 && !clearlyOutweighs(side.without(weight), other) {
      return false
    }
    return true
  }

  // MARK: Words

  private func reasons(_ stand: Stand) -> PartWord.Untested {
    var reasons: PartWord.Untested = []
    if stand.isQualified { reasons.insert(.qualified) }
    if stand.isSilentOn { reasons.insert(.silent) }
    if stand.hasSetAside { reasons.insert(.setAside) }
    return reasons
  }

  private func espoused(_ stand: Stand) -> PartWord.Espoused {
    if !stand.isFeared { return .hoped }
    return stand.isHoped ? .both : .feared
  }

  private func lean(_ supporting: SideTally, _ challenging: SideTally) -> PartWord.Lean {
    if challenging.voices == 0 { return .inFavour }
    return supporting.voices == 0 ? .against : .mixed
  }

  func methodFamilies(_ side: [Testimony]) -> [MethodFamily] {
    MethodFamily.allCases.filter { family in side.contains { $0.families.contains(family) } }
  }

  func scales(_ side: [Testimony]) -> [Text] { Set(side.compactMap(\.scale)).sorted() }

  func sites(_ side: [Testimony]) -> [Text] { Set(side.flatMap(\.sites)).sorted() }
}
