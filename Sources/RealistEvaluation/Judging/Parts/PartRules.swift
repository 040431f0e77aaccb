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

  /// The verdict on a balance. O(voices); rule 7 O(voices²).
  public func decide(_ balance: Balance) -> Decision {
    let supporting = Tally(balance.supporting)
    let challenging = Tally(balance.challenging)
    if isEliminated(balance) { return Decision(word: .eliminated, rule: 1) }
    if supporting.voices == 0, challenging.voices == 0 {
      if balance.hoping.isEmpty, balance.fearing.isEmpty {
        return Decision(word: .untested(reasons(balance)), rule: 2)
      }
      return Decision(word: .espousedOnly(espoused(balance)), rule: 3)
    }
    if let record = ofRecord(balance) {
      // More support never moves a part down: what would be strongly supported stays so.
      let isStrong = record == .supportedOfRecord && isStronglySupported(balance)
      return isStrong
        ? Decision(word: .stronglySupported, rule: 7) : Decision(word: record, rule: 4)
    }
    let favours = clearlyOutweighs(supporting, challenging)
    let opposes = clearlyOutweighs(challenging, supporting)
    if isContested(balance), !favours, !opposes { return Decision(word: .contested, rule: 5) }
    if opposes, rules.support.lopsided || challenging.voices >= rules.support.voices {
      return Decision(word: .challenged, rule: 6)
    }
    if isStronglySupported(balance) { return Decision(word: .stronglySupported, rule: 7) }
    if favours, supporting.voices >= rules.support.voices {
      let hasDissent = challenging.strongOrModerate > 0
      return Decision(word: hasDissent ? .supportedWithDissent : .supported, rule: 8)
    }
    return Decision(word: .thin(lean(supporting, challenging)), rule: 9)
  }

  /// How many voices of which weight stand on one side.
  struct Tally {
    var voices = 0
    var strong = 0
    var moderate = 0
    var strongOrModerate: Int { strong + moderate }

    init(_ side: [Testimony]) {
      voices = side.count
      for testimony in side {
        if testimony.weight == .strong { strong += 1 }
        if testimony.weight == .moderate { moderate += 1 }
      }
    }
  }

  // MARK: The rules

  func isEliminated(_ balance: Balance) -> Bool {
    let failed = balance.failsBySilence || balance.challenging.contains(where: \.failsDecisiveTest)
    return failed && !balance.supporting.contains { $0.weight >= .moderate }
  }

  /// Rule 4: the latest official record decides on a provision, by date. `nil`: it does not.
  func ofRecord(_ balance: Balance) -> PartWord? {
    guard balance.isProvision else { return nil }
    let begun = balance.supporting.filter(\.isOfficialRecord)
    let ended = balance.challenging.filter(\.isOfficialRecord)
    if ended.isEmpty {
      return !begun.isEmpty && balance.challenging.isEmpty ? .supportedOfRecord : nil
    }
    if ended.contains(where: { isLater($0, than: begun) }) { return .challengedOfRecord }
    let others = balance.challenging.contains { !$0.isOfficialRecord }
    return !others && begun.contains(where: { isLater($0, than: ended) })
      ? .supportedOfRecord : nil
  }

  /// Whether one record of a voice is later than every record of the others. A record without a
  /// date is later than none, and none is later than it.
  private func isLater(_ testimony: Testimony, than others: [Testimony]) -> Bool {
    if others.isEmpty { return true }
    return testimony.recordDates.contains { date in
      others.allSatisfy { other in
        !other.recordDates.isEmpty && other.recordDates.allSatisfy { $0.isBefore(date) }
      }
    }
  }

  func clearlyOutweighs(_ one: Tally, _ other: Tally) -> Bool {
    let limits = rules.outweighing
    return (one.strong >= limits.strongVoices || one.moderate >= limits.moderateVoices)
      && one.strongOrModerate >= limits.ratio * other.strongOrModerate
      && (one.strong >= other.strong || !limits.atLeastAsManyStrong)
  }

  /// Rule 5 without the comparison: both sides hold a moderate or strong voice, and these are at
  /// least two different ones.
  func isContested(_ balance: Balance) -> Bool {
    let supporting = balance.supporting.filter { $0.weight >= .moderate }.map(\.voice)
    let challenging = balance.challenging.filter { $0.weight >= .moderate }.map(\.voice)
    guard !supporting.isEmpty, !challenging.isEmpty else { return false }
    let different = Set(supporting).union(challenging)
    return different.count > 1 || different.contains(where: balance.splitCounts.contains)
  }

  func isStronglySupported(_ balance: Balance) -> Bool {
    let supporting = balance.supporting
    let needed = rules.strongSupport
    let challenging = Tally(balance.challenging)
    guard supporting.count >= needed.voices, challenging.strongOrModerate == 0,
      clearlyOutweighs(Tally(supporting), challenging),
      methodFamilies(supporting).count >= needed.methodFamilies,
      scales(supporting).count >= needed.scalesOrSites
        || sites(supporting).count >= needed.scalesOrSites
    else { return false }
    return supporting.indices.allSatisfy { left in
      var rest = supporting
      rest.remove(at: left)
      return rest.count >= rules.support.voices && clearlyOutweighs(Tally(rest), challenging)
    }
  }

  // MARK: Words

  private func reasons(_ balance: Balance) -> PartWord.Untested {
    var reasons: PartWord.Untested = []
    if balance.isQualified { reasons.insert(.qualified) }
    if balance.isSilentOn { reasons.insert(.silent) }
    if balance.hasSetAside { reasons.insert(.setAside) }
    return reasons
  }

  private func espoused(_ balance: Balance) -> PartWord.Espoused {
    if balance.fearing.isEmpty { return .hoped }
    return balance.hoping.isEmpty ? .feared : .both
  }

  private func lean(_ supporting: Tally, _ challenging: Tally) -> PartWord.Lean {
    if challenging.voices == 0 { return .inFavour }
    return supporting.voices == 0 ? .against : .mixed
  }

  func methodFamilies(_ side: [Testimony]) -> [MethodFamily] {
    MethodFamily.allCases.filter { family in side.contains { $0.families.contains(family) } }
  }

  func scales(_ side: [Testimony]) -> [Text] { Set(side.compactMap(\.scale)).sorted() }

  func sites(_ side: [Testimony]) -> [Text] { Set(side.flatMap(\.sites)).sorted() }
}
