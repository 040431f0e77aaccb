public import PropertyGraph

/// Compares mechanisms across contexts: pure functions from judged evidence to tables of cases.
public struct Contrasts: Sendable {
  private let judge: Judge
  private let sightings: Sightings
  private let byMechanism: [Text: [RecordedEvidence.Configuration]]
  /// Contexts of which anything is known at any case.
  private let knownContexts: [Text]

  private var index: EvidenceIndex { judge.index }

  /// Reads what every item says of every element at every case. O(bearings × configurations that
  /// they reach).
  public init(_ judge: Judge) {
    self.judge = judge
    let sightings = Sightings(judge)
    self.sightings = sightings
    knownContexts = judge.index.surroundings.contexts.filter { !sightings.cases(of: $0).isEmpty }
    var byMechanism: [Text: [RecordedEvidence.Configuration]] = [:]
    for configuration in judge.index.configurations {
      for mechanism in Set(configuration.mechanisms) {
        byMechanism[mechanism, default: []].append(configuration)
      }
    }
    self.byMechanism = byMechanism
  }

  /// The tables of a mechanism: for each context the mechanism itself, then every outcome of which
  /// a case is known. Without contexts: those of its configurations, those with a stated link to
  /// it, and all others that are known at a case where it is known whether it fires. Those that tell
  /// the cases apart come first, then those of which more is known, then by id.
  /// - Parameter contexts: The contexts to compare; `nil` for all candidates.
  public func contrasts(
    of mechanism: Text, across contexts: [Text]? = nil
  ) -> [ContextContrast] {
    let all = candidates(for: mechanism)
    let wanted = contexts ?? all
    let observed = self.observed(of: mechanism)
    var tables: [[ContextContrast]] = wanted.map { context in
      observed.map { contrast(of: mechanism, across: context, observing: $0) }
    }
    if wanted.isEmpty {
      tables = [observed.map { contrast(of: mechanism, across: nil, observing: $0) }]
    }
    if contexts == nil { tables.sort(by: Self.isMoreTelling) }
    let others = Set(all).union(wanted).sorted()
    return tables.flatMap { $0 }.map { separated($0, by: others) }
  }

  /// Whether nothing at all can be read off about a mechanism and a context.
  func isNeverContrasted(_ mechanism: Text, across context: Text?) -> Bool {
    observed(of: mechanism).allSatisfy {
      contrast(of: mechanism, across: context, observing: $0).readings == [.noContrast]
    }
  }

  // MARK: What is compared

  private func observed(of mechanism: Text) -> [ContextContrast.Observed] {
    let outcomes = self.outcomes(of: mechanism).filter { !sightings.cases(of: $0).isEmpty }
    return [.mechanism] + outcomes.map { .outcome($0) }
  }

  private func outcomes(of mechanism: Text) -> [Text] {
    Set((byMechanism[mechanism] ?? []).flatMap(\.outcomes)).sorted()
  }

  private func candidates(for mechanism: Text) -> [Text] {
    let stated = (byMechanism[mechanism] ?? []).flatMap { $0.contexts.map(\.context) }
    let linked = index.surroundings.effects.filter { $0.mechanism == mechanism }.map(\.context)
    let firing = sightings.cases(of: mechanism).union(
      outcomes(of: mechanism).flatMap(sightings.cases(of:)))
    let known = knownContexts.filter { !sightings.cases(of: $0).isDisjoint(with: firing) }
    return Set(stated + linked + known).sorted()
  }

  /// What the context is said to do: by a configuration of the mechanism, else by a link.
  private func effect(of context: Text, on mechanism: Text) -> ContextEffect? {
    let slots = (byMechanism[mechanism] ?? []).flatMap(\.contexts)
    return slots.lazy.filter { $0.context == context }.compactMap { ContextEffect($0.effect) }.first
      ?? index.surroundings.effects.first {
        $0.context == context && $0.mechanism == mechanism
      }?.effect
  }

  // MARK: One table

  private func contrast(
    of mechanism: Text, across context: Text?, observing observed: ContextContrast.Observed
  ) -> ContextContrast {
    let effect = context.flatMap { self.effect(of: $0, on: mechanism) }
    let entries = self.entries(of: mechanism, across: context, observing: observed)
    let rules = ContrastRules(
      limits: judge.rules.contrast, effect: effect, observed: observed)
    let counts = ContrastCounts(entries)
    let readings = rules.readings(counts)
    let sought: Text
    if case .outcome(let outcome) = observed { sought = outcome } else { sought = mechanism }
    let suggestion = SiteSuggestion(
      observed: quoted(sought), isOutcome: observed != .mechanism, effect: effect)
    var help: String?
    if readings == [.noContrast] {
      help =
        context.map { suggestion.text(context: quoted($0), lacking: rules.lacking(counts)) }
        ?? suggestion.textWithoutContext()
    }
    return ContextContrast(
      mechanism: mechanism, context: context, effect: effect, observed: observed,
      entries: entries, readings: readings, why: rules.why(counts), wouldHelp: help,
      knownByHalf: context.flatMap { _ in suggestion.halves(of: entries) })
  }

  private func entries(
    of mechanism: Text, across context: Text?, observing observed: ContextContrast.Observed
  ) -> [ContextContrast.Entry] {
    let results: [Text]
    if case .outcome(let outcome) = observed {
      results = [outcome]
    } else {
      results = outcomes(of: mechanism)
    }
    var cases = sightings.cases(of: mechanism).union(results.flatMap(sightings.cases(of:)))
    if let context { cases.formUnion(sightings.cases(of: context)) }
    return cases.sorted().compactMap { place in
      let fires = sightings.firing(of: mechanism, at: place)
      let came = results.contains { sightings.sight(of: $0, at: place) == .present }
      let isWithout = fires == .absent && came
      var firing = fires
      var shown = sightings.sightings(of: mechanism, at: place)
      if case .outcome(let outcome) = observed {
        // Where the mechanism is not, its outcome shows nothing about it.
        firing = fires == .absent ? .unknown : sightings.sight(of: outcome, at: place)
        shown = sightings.sightings(of: outcome, at: place)
      }
      let holds = context.map { sightings.sight(of: $0, at: place) } ?? .unknown
      guard isWithout || firing != .unknown || holds != .unknown else { return nil }
      return ContextContrast.Entry(
        studyCase: place, context: holds, firing: firing, isWithoutMechanism: isWithout,
        contextSightings: context.map { sightings.sightings(of: $0, at: place) } ?? [],
        firingSightings: shown)
    }
  }

  // MARK: Telling cases apart

  /// Names the contexts that tell apart the cases in which this one is not enough.
  private func separated(_ contrast: ContextContrast, by others: [Text]) -> ContextContrast {
    let isNotEnough = contrast.readings.contains { $0 == .notEnough || $0 == .notAlone }
    guard isNotEnough else { return contrast }
    let side: Sight = contrast.readings.contains(.notEnough) ? .present : .absent
    let fires = contrast.cases(context: side, firing: .present)
    let not = contrast.cases(context: side, firing: .absent)
    var named = contrast
    named.separatedBy = others.filter { other in
      guard other != contrast.context else { return false }
      let left = Set(fires.map { sightings.sight(of: other, at: $0) }.filter(\.isKnown))
      let right = Set(not.map { sightings.sight(of: other, at: $0) }.filter(\.isKnown))
      return left.count == 1 && right.count == 1 && left != right
    }
    return named
  }

  private static func isMoreTelling(_ left: [ContextContrast], _ right: [ContextContrast]) -> Bool {
    let ours = (rank(left), known(left))
    let theirs = (rank(right), known(right))
    if ours.0 != theirs.0 { return ours.0 < theirs.0 }
    if ours.1 != theirs.1 { return ours.1 > theirs.1 }
    return (left.first?.context ?? "") < (right.first?.context ?? "")
  }

  private static func rank(_ tables: [ContextContrast]) -> Int {
    if tables.contains(where: { $0.readings.contains(.contextSensitive) }) { return 0 }
    if tables.contains(where: \.separates) { return 1 }
    return tables.contains { $0.readings != [.noContrast] } ? 2 : 3
  }

  private static func known(_ tables: [ContextContrast]) -> Int {
    tables.map { $0.entries.count(where: \.isInCell) }.max() ?? 0
  }

  private func quoted(_ id: Text) -> String { Quoted.title(index.title(id), id: id) }
}
