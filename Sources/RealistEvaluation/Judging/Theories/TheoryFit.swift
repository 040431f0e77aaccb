public import PropertyGraph

/// How far theory and evidence reach each other, both ways (METHOD section 8).
public struct TheoryFit: Sendable, Hashable {
  /// Configurations with a required part on which anybody speaks for or against.
  public let evidencedConfigurations: Int
  /// Required parts on which anybody speaks for or against.
  public let evidencedParts: Int
  /// Required parts that somebody observed, or whose absence somebody observed.
  public let observedParts: Int
  /// Required parts of all its configurations.
  public let requiredParts: Int
  /// Mechanisms that its tables list and no configuration has, by id.
  public let unconfiguredMechanisms: [Text]
  /// Items of the evidence at hand.
  public let items: Int
  /// Those of them that speak of the theory.
  public let reachedItems: Int
  /// Items that speak only of other theories' configurations, or of configurations of none.
  public let itemsElsewhere: Int
  /// Items that speak of no configuration at all, by id: what new theory is made from.
  public let unexplained: [Text]
  /// What was said beside what was seen, by scale, the widest scale first.
  public let gaps: [ScaleGap]

  /// What was said of the required parts beside what was seen at one scale.
  public struct ScaleGap: Sendable, Hashable {
    /// The scale.
    public let scale: Text
    /// Required parts in each cell, in the order of ``Cell``.
    public let parts: [Int]

    /// Parts that are said to be so, whatever was seen.
    public var said: Int { parts[0] + parts[1] + parts[2] + parts[3] }
    /// Those of them that were looked for and not seen.
    public var notSeen: Int { parts[2] }

    /// `system: of 12 said, 3 seen, 2 seen by some, 4 not seen, 3 not looked for`.
    public var phrase: String {
      let names = ["seen", "seen by some", "not seen", "not looked for"]
      let counts = zip(parts, names).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      let unsaid = parts[4] + parts[5]
      let besides = unsaid > 0 ? "; \(unsaid) seen but not said" : ""
      return said == 0
        ? "\(scale): none said\(besides)"
        : "\(scale): of \(said) said, \(counts.joined(separator: ", "))\(besides)"
    }
  }

  /// Both ways in one line: `12 of 40 parts evidenced, 101 of 335 items reached`.
  public var phrase: String {
    "\(evidencedParts) of \(requiredParts) parts evidenced, \(reachedItems) of \(items) items reached"
  }
}

/// Works out the fit of theories of one bench.
struct FitFinder {
  private let bench: Bench
  private let reach: EvidenceReach
  /// How many items anybody is heard with, and how many of them speak of any configuration.
  private let heard: Int
  private let explained: Int
  private let unexplained: [Text]
  /// What is left at each scale, the widest first.
  private let scales: [(name: Text, view: ScaleView)]

  /// The evidence at one scale: mostly the same with items passed over; where an item keeps only
  /// some of its origins, the evidence that AT SCALE gives.
  private enum ScaleView {
    case passing([Bool])
    case narrowed(Bench)
  }

  init(_ bench: Bench) {
    self.bench = bench
    let reach = EvidenceReach(bench)
    self.reach = reach
    let explained = reach.items.reduce(into: Set<Int32>()) { $0.formUnion($1) }
    let heard = bench.index.items.indices.filter { !bench.facts.sources(ofItem: $0).isEmpty }
    self.heard = heard.count
    self.explained = explained.count
    unexplained = heard.filter { !explained.contains(Int32($0)) }.map { bench.index.items[$0].id }
    let named = bench.facts.scaleNames
    let known = Property.scales.filter(named.contains)
    scales = (known + named.filter { !known.contains($0) }).map { scale in
      (scale, Self.view(of: scale, bench))
    }
  }

  /// The fit of a theory with these listed mechanisms and verdicts.
  func fit(listed: Set<Text>, _ verdicts: [ConfigurationVerdict]) -> TheoryFit {
    let required = verdicts.flatMap { $0.parts.filter(\.part.isRequired) }
    let configured = Set(verdicts.flatMap(\.configuration.mechanisms))
    let own = verdicts.compactMap { bench.index.configuration($0.configuration.id) }
      .reduce(into: Set<Int32>()) { $0.formUnion(reach.items[$1]) }
    return TheoryFit(
      evidencedConfigurations: verdicts.count { $0.coverage.evidenced > 0 },
      evidencedParts: required.count(where: \.isEvidenced),
      observedParts: required.count(where: \.isObserved), requiredParts: required.count,
      unconfiguredMechanisms: listed.subtracting(configured).sorted(),
      items: heard, reachedItems: own.count, itemsElsewhere: explained - own.count,
      unexplained: unexplained,
      gaps: gaps(verdicts))
  }

  // MARK: Scales

  private func gaps(_ verdicts: [ConfigurationVerdict]) -> [TheoryFit.ScaleGap] {
    let required = verdicts.flatMap { $0.parts.filter(\.part.isRequired) }
    let spoken = Set(
      required.flatMap { $0.count.counted + $0.count.espousing }
        .compactMap { bench.index.items[$0.position].scale })
    return scales.filter { spoken.contains($0.name) }.map { name, view in
      var bench = self.bench
      if case .narrowed(let other) = view { bench = other }
      var counter = bench.counter()
      if case .passing(let leftOut) = view { counter.leftOut.items = leftOut }
      let hearings = verdicts.map { Hearing(of: $0.configuration, on: bench) }
      var parts = [Int](repeating: 0, count: Cell.allCases.count)
      for (verdict, hearing) in zip(verdicts, hearings) {
        for requirement in hearing.requirements {
          let isSaid = verdict.parts[requirement.position].cell.isSaid
          let cell = Cell(said: isSaid, hearing.seen(requirement.position, &counter))
          if let number = Cell.allCases.firstIndex(of: cell) { parts[number] += 1 }
        }
      }
      return TheoryFit.ScaleGap(scale: name, parts: parts)
    }
  }

  /// What AT SCALE leaves out: items of other scales, and those that only repeat them.
  private static func view(of scale: Text, _ bench: Bench) -> ScaleView {
    let index = bench.index
    var leftOut = [Bool](repeating: false, count: index.items.count)
    for position in bench.finder.lineage.order {
      let item = index.items[position]
      leftOut[position] = item.scale != scale
      guard !leftOut[position], !item.origins.isEmpty else { continue }
      let leaving = item.origins.filter { index.item($0).map { leftOut[$0] } ?? false }
      if leaving.count == item.origins.count {
        leftOut[position] = true
      } else if !leaving.isEmpty {
        var narrowing = Narrowing()
        narrowing.scales = [scale]
        let certainty = bench.rules.independence.aliasCertainty
        let (rest, _) = narrowing.narrow(index.recorded, certainty: certainty)
        // The whole lineage has been followed before, so it cannot run in a circle here.
        if let narrowed = try? Bench(
          EvidenceIndex(rest), rules: bench.rules, aliasesFrom: certainty)
        {
          return .narrowed(narrowed)
        }
      }
    }
    return .passing(leftOut)
  }
}

extension Hearing {
  /// What was seen of a part as the counter is set.
  fileprivate func seen(_ position: Int, _ counter: inout PartCounter) -> Cell.Seen {
    let page = pages[position]
    let stand = counter.count(page)
    let word = PartRules(bench.rules).decide(stand, counter).word
    let isObserved = counter.supporting.witnesses.contains {
      $0.weight >= .moderate && page.supporting[Int($0.line)].isObserved
    }
    return Cell.Seen(word, isObserved: isObserved)
  }
}
