public import PropertyGraph

/// The word for a whole theory (METHOD section 8).
public enum TheoryWord: String, Sendable, Hashable, CaseIterable {
  case contested
  case holds
  case holdsInPart = "holds in part"
  case notSupported = "not supported"
  case espousedOnly = "espoused only"
  case untested
  /// There is evidence, and too little of it to say.
  case thin

  /// The word for configurations with these verdicts; the first that fits.
  public init(_ words: [ConfigurationWord]) {
    let rungs = words.map(\.rung)
    let isChallenged = rungs.contains(.challenged)
    let anyStands = rungs.contains { $0 >= .assembled }
    if words.contains(.contested), !isChallenged {
      self = .contested
    } else if !rungs.isEmpty, rungs.allSatisfy({ $0 >= .supportedWithDissent }) {
      self = .holds
    } else if anyStands {
      self = .holdsInPart
    } else if isChallenged {
      self = .notSupported
    } else if !words.isEmpty, words.allSatisfy({ $0 == .espousedOnly }) {
      self = .espousedOnly
    } else if words.allSatisfy({ $0 == .untested || $0 == .espousedOnly || $0 == .outcomeNotSeen })
    {
      self = .untested
    } else {
      self = .thin
    }
  }
}

/// The verdict on a programme theory: a word, and what the word hides.
public struct TheoryVerdict: Sendable, Hashable {
  /// The theory.
  public let theory: RecordedEvidence.Theory
  /// The word.
  public let word: TheoryWord
  /// Verdicts on its configurations, in order of id.
  public let configurations: [ConfigurationVerdict]
  /// Scales that counted voices speak about.
  public let scales: [Text]
  /// Kinds of method behind counted voices.
  public let methods: [MethodFamily]
  /// Mechanisms that its tables list.
  public let listedMechanisms: Int
  /// Those of them that stand in a configuration at all.
  public let configuredMechanisms: Int
  /// How far theory and evidence reach each other.
  public let fit: TheoryFit

  /// Configurations by verdict, in the order of the verdicts; those that none has are left out.
  public var byVerdict: [(word: ConfigurationWord, count: Int)] {
    ConfigurationWord.allCases.compactMap { word in
      let count = configurations.count { $0.word == word }
      return count == 0 ? nil : (word, count)
    }
  }
}

extension Judge {
  /// Ids of all theories, in order.
  public var theories: [Text] { index.theories.map(\.id) }

  /// The verdict on a theory: over its own configurations and those of theories that are part of
  /// it; `nil` if there is none of that id.
  public func verdict(onTheory id: Text) -> TheoryVerdict? {
    index.theory(id).map { verdict(on: index.theories[$0], FitFinder(bench)) }
  }

  /// Verdicts on all theories, in order of id. O(theories × their configurations).
  public func theoryVerdicts() -> [TheoryVerdict] {
    let finder = FitFinder(bench)
    return index.theories.map { verdict(on: $0, finder) }
  }

  private func verdict(
    on theory: RecordedEvidence.Theory, _ finder: FitFinder
  ) -> TheoryVerdict {
    let family = self.family(of: theory.id)
    let verdicts = verdicts(
      on: index.configurations.filter { !family.isDisjoint(with: $0.theories) })
    let required = verdicts.flatMap { $0.parts.filter(\.part.isRequired) }
    let voices = required.flatMap { $0.count.balance.supporting + $0.count.balance.challenging }
    let listed = Set(
      index.theories.filter { family.contains($0.id) }.flatMap(\.listedMechanisms))
    let configured = Set(verdicts.flatMap(\.configuration.mechanisms))
    let rules = PartRules(self.rules)
    return TheoryVerdict(
      theory: theory, word: TheoryWord(verdicts.map(\.word)), configurations: verdicts,
      scales: rules.scales(voices), methods: rules.methodFamilies(voices),
      listedMechanisms: listed.count,
      configuredMechanisms: listed.intersection(configured).count,
      fit: finder.fit(listed: listed, verdicts))
  }

  /// A theory and those that are part of it, however deep; a circle is walked once.
  func family(of id: Text) -> Set<Text> {
    var family: Set<Text> = [id]
    var waiting = [id]
    while let next = waiting.popLast() {
      guard let position = index.theory(next) else { continue }
      for part in index.theories[position].parts where family.insert(part).inserted {
        waiting.append(part)
      }
    }
    return family
  }
}
