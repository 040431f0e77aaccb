public import PropertyGraph

/// Theories beside each other on the same evidence, item by item (METHOD section 8). That none of
/// them is right always stands.
public struct RivalComparison: Sendable, Hashable {
  /// What one theory makes of one item.
  public enum Expectation: String, Sendable, Hashable, CaseIterable {
    /// It supports a required part of one of the theory's configurations.
    case expected
    /// It challenges a required part of one of them.
    case unexpected
    /// It does the one here and the other there.
    case both
    /// It does neither: it qualifies, is silent, only espouses, is set aside, or is not about them.
    case saysNothing = "says nothing"
  }

  /// One item before all theories.
  public struct Item: Sendable, Hashable {
    /// Its id.
    public let id: Text
    /// What it says, in the encoder's words.
    public let statement: Text
    /// Who says so.
    public let voices: [Voice]
    /// What each theory makes of it, in the order of the theories.
    public let expectations: [Expectation]
    /// For each theory, the parts that it supports or challenges: `c1: for m -> o`.
    public let parts: [[Text]]
    /// Whether it tells the theories apart: some could not have been so and some could, or it
    /// passed a test for one that the others would hardly pass.
    public let discriminates: Bool
  }

  /// The theory tested, then its rivals, in the order asked for.
  public let theories: [RecordedEvidence.Theory]
  /// The word for each.
  public let words: [TheoryWord]
  /// Items that any of them says something about, those that discriminate first, then by id.
  public let items: [Item]
  /// Items that none of them says anything about.
  public let unreached: [Text]

  /// The name of what always stands besides.
  public static let noneOfThese: Text = "none of these"

  /// Ids of the theories that make this of an item.
  public func theories(_ expectation: Expectation, _ item: Item) -> [Text] {
    theories.indices.filter { item.expectations[$0] == expectation }.map { theories[$0].id }
  }

  /// Theories that an item speaks for: those that expect it, where it tells them apart; none of
  /// these, where no theory expected it; nobody, where it is compatible with all, or where those
  /// that it does not speak against say nothing of it.
  public func favoured(by item: Item) -> [Text] {
    if item.expectations.allSatisfy({ $0 == .unexpected }) { return [Self.noneOfThese] }
    return item.discriminates ? theories(.expected, item) : []
  }
}

extension Judge {
  /// Theories beside each other on the same evidence; `nil` if one of them is unknown.
  public func compare(_ theory: Text, against rivals: [Text]) -> RivalComparison? {
    let ids = [theory] + rivals
    let positions = ids.compactMap { index.theory($0) }
    guard positions.count == ids.count else { return nil }
    let views = ids.map { TheoryView(of: family(of: $0), on: bench) }
    var items: [RivalComparison.Item] = []
    var unreached: [Text] = []
    for position in index.items.indices {
      let origins = bench.origins[position]
      guard !origins.isEmpty else { continue }
      let expectations = views.map { $0.expectation(ofItem: Int32(position)) }
      guard expectations.contains(where: { $0 != .saysNothing }) else {
        unreached.append(index.items[position].id)
        continue
      }
      let passes = views.map { $0.confirmed.contains(Int32(position)) }
      let isOddForSome = expectations.contains(.unexpected)
      let isFineForSome = expectations.contains { $0 != .unexpected }
      items.append(
        RivalComparison.Item(
          id: index.items[position].id, statement: index.items[position].statement,
          voices: origins.map(\.voice), expectations: expectations,
          parts: views.map { $0.parts[Int32(position)] ?? [] },
          discriminates: (isOddForSome && isFineForSome)
            || (passes.contains(true) && passes.contains(false))))
    }
    let ordered = items.filter(\.discriminates) + items.filter { !$0.discriminates }
    return RivalComparison(
      theories: positions.map { index.theories[$0] },
      words: ids.map { id in TheoryWord(words(ofTheory: id)) }, items: ordered,
      unreached: unreached)
  }

  /// Verdicts on the configurations of a theory, by themselves.
  private func words(ofTheory id: Text) -> [ConfigurationWord] {
    let family = self.family(of: id)
    var counter = bench.counter()
    return index.configurations.filter { !family.isDisjoint(with: $0.theories) }
      .map { Hearing(of: $0, on: bench).decide(&counter) }
  }
}

/// What one theory makes of every item.
private struct TheoryView {
  private var expected: Set<Int32> = []
  private var unexpected: Set<Int32> = []
  /// Items that passed a smoking-gun or doubly decisive test for it.
  private(set) var confirmed: Set<Int32> = []
  private(set) var parts: [Int32: [Text]] = [:]

  init(of family: Set<Text>, on bench: Bench) {
    for configuration in bench.index.configurations
    where !family.isDisjoint(with: configuration.theories) {
      let hearing = Hearing(of: configuration, on: bench)
      for requirement in hearing.requirements {
        let page = hearing.pages[requirement.position]
        let part = hearing.parts[requirement.position].id
        for line in page.supporting {
          expected.insert(line.item)
          parts[line.item, default: []].append(Text("\(configuration.id): for \(part)"))
          let entry = hearing.entries[requirement.position][Int(line.entry)].entry
          if entry.bearing.test?.confirms ?? false, line.weight >= .moderate {
            confirmed.insert(line.item)
          }
        }
        for line in page.challenging {
          unexpected.insert(line.item)
          parts[line.item, default: []].append(Text("\(configuration.id): against \(part)"))
        }
      }
    }
  }

  func expectation(ofItem item: Int32) -> RivalComparison.Expectation {
    switch (expected.contains(item), unexpected.contains(item)) {
    case (true, true): .both
    case (true, false): .expected
    case (false, true): .unexpected
    case (false, false): .saysNothing
    }
  }
}
