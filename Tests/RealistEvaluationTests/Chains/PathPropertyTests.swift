import PropertyGraph
import Testing

@testable import RealistEvaluation

/// The search against a slow and obvious one, on random maps with circles.
@Suite("Paths, compared")
struct PathPropertyTests {
  @Test(
    "it finds every simple path and no other, the shortest first", arguments: 0..<8 as Range<UInt64>
  )
  func everyPath(seed: UInt64) {
    var random = Generator(seed: seed + 1)
    var found = 0
    for _ in 0..<60 {
      let claims = (0..<Int.random(in: 1...6, using: &random)).map { number in
        var claim = RecordedEvidence.Configuration(id: Text("k\(number)"))
        claim.contexts = pick(["x", "y", "z"], &random).map {
          RecordedEvidence.ContextSlot(context: $0, role: .localCondition)
        }
        claim.mechanisms = pick(["m", "n"], &random)
        claim.outcomes = pick(["o", "p", "q", "x"], &random)
        return claim
      }
      var ripples: [(outcome: Text, becomes: Text)] = []
      for outcome in ["o", "p", "q"] as [Text] {
        ripples += pick(["x", "y", "z", "m"], &random).map { (outcome: outcome, becomes: $0) }
      }
      let map = CausalMap(claims, ripples: ripples)
      let ends: [Text] = ["x", "y", "z", "m", "n", "o", "p", "k0", "k1"]
      let from = ends[Int.random(in: 0..<ends.count, using: &random)]
      let to = ends[Int.random(in: 0..<ends.count, using: &random)]
      guard from != to else { continue }
      let paths = PathSearch.find(map, from: from, to: to, upTo: 4).paths
      let lengths = paths.map(\.configurations.count)
      #expect(lengths == lengths.sorted())
      #expect(Set(paths).count == paths.count)
      #expect(Set(paths) == PlainSearch(claims, ripples, to).paths(from: from, upTo: 4))
      found += paths.count
    }
    #expect(found > 20)
  }

  private func pick(_ names: [Text], _ random: inout Generator) -> [Text] {
    names.filter { _ in random.chance(35) }
  }
}

/// Follows every step from everywhere and looks afterwards whether the end was reached.
private struct PlainSearch {
  let claims: [RecordedEvidence.Configuration]
  let ripples: [(outcome: Text, becomes: Text)]
  let end: Text

  init(
    _ claims: [RecordedEvidence.Configuration], _ ripples: [(outcome: Text, becomes: Text)],
    _ end: Text
  ) {
    self.claims = claims
    self.ripples = ripples
    self.end = end
  }

  func paths(from start: Text, upTo limit: Int) -> Set<CausalPath> {
    var all: Set<CausalPath> = []
    func walk(_ element: Text, _ steps: [CausalPath.Step], _ seen: Set<Text>) {
      if element == end, !steps.isEmpty {
        all.insert(CausalPath(start: start, steps: steps))
        return
      }
      for ripple in ripples where ripple.outcome == element && !seen.contains(ripple.becomes) {
        walk(
          ripple.becomes, steps + [.ripple(from: element, to: ripple.becomes)],
          seen.union([ripple.becomes]))
      }
      let length = steps.count {
        if case .claim = $0 { true } else { false }
      }
      guard length < limit else { return }
      for claim in claims where !seen.contains(claim.id) || element == claim.id {
        let contexts = claim.contexts.map(\.context)
        guard
          contexts.contains(element) || claim.mechanisms.contains(element) || element == claim.id
        else { continue }
        let isMechanism = claim.mechanisms.contains(element)
        if claim.id == end || claim.mechanisms.contains(end) && !isMechanism && element != claim.id
        {
          all.insert(
            CausalPath(
              start: start,
              steps: steps + [.claim(configuration: claim.id, from: element, to: end)]))
        }
        if claim.id == end { continue }
        for outcome in Set(claim.outcomes) where !seen.contains(outcome) {
          walk(
            outcome, steps + [.claim(configuration: claim.id, from: element, to: outcome)],
            seen.union([claim.id, outcome]))
        }
      }
    }
    walk(start, [], [start])
    return all
  }
}
