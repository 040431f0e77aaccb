import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// Whatever the statistics say, every plan of a query gives the same rows: those that trying
/// everything finds.
@Suite struct PlanEquivalenceTests {
  @Test(arguments: 1...24)
  func everyPlanFindsWhatTryingEverythingFinds(seed: Int) throws {
    var dealer = Dealer(seed: UInt64(seed))
    let plain = PlainGraph(&dealer)
    let graph = try Run.graph(plain.script)
    for _ in 0..<6 {
      let pattern = RandomPattern(&dealer)
      let items =
        pattern.variables.map { "\($0).i" } + pattern.lists.map { "size(\($0))" } + ["1"]
      let names = pattern.variables + pattern.lists
      let expected = NaiveMatcher(pattern, in: plain).rows
        .map { row in names.map { Int64(row[$0] ?? -1) } + [1] }
        .sorted { $0.lexicographicallyPrecedes($1) }
      guard expected.count < 2_000 else { continue }
      let all = "\(pattern.text) RETURN \(items.joined(separator: ", "))"
      let distinct = "\(pattern.text) RETURN DISTINCT \(items.joined(separator: ", "))"
      for attempt in 0..<4 {
        let statistics = Rumours(seed: dealer.next(), isIndexed: attempt % 2 == 0)
        let batchSize = [2_048, 1, 2, 3][attempt]
        let rules = attempt == 0 ? PlanningRules.all : PlanningRules(rawValue: dealer.below(256))
        let found = try Rumours.rows(
          all, on: graph, statistics, batchSize: batchSize, rules: rules)
        #expect(found == expected, "\(all) over \(plain.script)")
        let once = try Rumours.rows(
          distinct, on: graph, statistics, batchSize: batchSize, rules: rules)
        #expect(once == expected.unique, "\(distinct) over \(plain.script)")
      }
    }
  }

  @Test(arguments: 1...12)
  func clausesPlannedTogetherAreStillClauses(seed: Int) throws {
    var dealer = Dealer(seed: UInt64(seed) + 20_000)
    let plain = PlainGraph(&dealer)
    let graph = try Run.graph(plain.script)
    for _ in 0..<6 {
      let first = RandomPattern(&dealer, maximumEdges: 2, first: "a")
      let second = RandomPattern(&dealer, maximumEdges: 2, first: "a")
      let matched = NaiveMatcher(first, in: plain).rows
      guard matched.count < 200, first.lists.isEmpty, second.lists.isEmpty else { continue }
      let names = Set(first.variables + second.variables).sorted()
      // Rows of both that agree on the variables they share.
      let others = NaiveMatcher(second, in: plain).rows
      let expected = matched.flatMap { row in
        others.filter { other in other.allSatisfy { row[$0.key] ?? $0.value == $0.value } }
          .map { row.merging($0) { own, _ in own } }
      }.map { row in names.map { Int64(row[$0] ?? -1) } }
        .sorted { $0.lexicographicallyPrecedes($1) }
      guard expected.count < 2_000 else { continue }
      let columns = names.map { "\($0).i" }.joined(separator: ", ")
      for between in ["", " WITH *", " WITH * WHERE a.x >= 0"] {
        let query = "\(first.text)\(between) \(second.text) RETURN \(columns)"
        for rules in [PlanningRules.all, []] {
          let found = try Rumours.rows(
            query, on: graph, Rumours(seed: dealer.next(), isIndexed: true), batchSize: 3,
            rules: rules)
          #expect(found == expected, "\(query) over \(plain.script)")
        }
      }
    }
  }

  @Test func manyPatternsMatchSomething() {
    var matching = 0
    for seed in 1...100 {
      var dealer = Dealer(seed: UInt64(seed))
      let plain = PlainGraph(&dealer)
      if !NaiveMatcher(RandomPattern(&dealer), in: plain).rows.isEmpty { matching += 1 }
    }
    #expect(matching > 25)
  }

  @Test(arguments: 1...12)
  func optionalMatchKeepsRowsWithoutAMatch(seed: Int) throws {
    var dealer = Dealer(seed: UInt64(seed) + 10_000)
    let plain = PlainGraph(&dealer)
    let graph = try Run.graph(plain.script)
    for _ in 0..<4 {
      let pattern = RandomPattern(&dealer, maximumEdges: 2, first: "a")
      let expected = NaiveMatcher(pattern, in: plain).rows.count
      guard expected < 2_000 else { continue }
      let matched = Set(NaiveMatcher(pattern, in: plain).rows.compactMap { $0["a"] })
      let query = "MATCH (a) OPTIONAL \(pattern.text) RETURN a.i, 1"
      let statistics = Rumours(seed: dealer.next(), isIndexed: false)
      let found = try Rumours.rows(query, on: graph, statistics, batchSize: 2)
      #expect(
        found.count == expected + plain.nodes.count - matched.count,
        "\(query) over \(plain.script)")
    }
  }
}

extension Array where Element: Equatable {
  /// Without neighbours that are equal.
  fileprivate var unique: [Element] {
    reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
