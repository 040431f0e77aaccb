import GraphQuery

/// Searches the fewest voices whose removal changes a verdict, in increasing number and in the order
/// of voices. A part whose word no so small number of its voices can move is not searched.
struct BreakSearch {
  /// Sets of up to so many voices are tried.
  static let mostVoices = 4
  /// So many sets are tried at most for one configuration; a size is tried whole or not at all.
  static let mostSets = 4_000

  let recount: Recount
  /// Places of voices that break the verdict alone.
  let single: [Int]
  let watch: StatementWatch

  func find(_ counter: inout PartCounter) -> Sensitivity.Break {
    if let first = single.first { return .voices(names([first])) }
    let voices = recount.voices
    let fewest = recount.requiredParts.map { FewestLeavers(recount.hearing, $0).count }
    var sets = 0
    var size = 2
    while size <= Self.mostVoices, size <= voices.count {
      let movable = movableParts(fewest, size: size)
      let places = voices.indices.filter { voices[$0].parts & movable != 0 }
      if places.count >= size {
        sets += Self.binomial(places.count, size)
        if sets > Self.mostSets { return .moreThan(size - 1) }
        if let found = first(size, of: places, &counter) { return .voices(names(found)) }
      }
      size += 1
    }
    return size > voices.count ? .never : .moreThan(size - 1)
  }

  private func names(_ places: [Int]) -> [Voice] {
    places.map { recount.hearing.bench.facts.voices[Int(recount.voices[$0].number)] }
  }

  /// Parts that so many voices might move; all of them where accounts decide.
  private func movableParts(_ fewest: [Int], size: Int) -> UInt64 {
    if recount.word.rung >= .supportedWithDissent { return .max }
    var parts: UInt64 = 0
    for (number, count) in fewest.enumerated() where count <= size { parts |= Recount.bit(number) }
    return parts
  }

  /// The first set of a size, in order, that changes the verdict.
  private func first(_ size: Int, of places: [Int], _ counter: inout PartCounter) -> [Int]? {
    var chosen = Array(0..<size)
    while !watch.isOver {
      let set = chosen.map { places[$0] }
      if recount.word(withoutVoices: set, &counter) != recount.word { return set }
      var slot = size - 1
      while slot >= 0, chosen[slot] == places.count - size + slot { slot -= 1 }
      guard slot >= 0 else { return nil }
      chosen[slot] += 1
      for next in (slot + 1)..<max(slot + 1, size) { chosen[next] = chosen[next - 1] + 1 }
    }
    return nil
  }

  /// How many sets of a size there are; no more than a little over what is ever tried.
  private static func binomial(_ count: Int, _ size: Int) -> Int {
    var result = 1
    for step in 0..<size {
      result = result * (count - step) / (step + 1)
      if result > mostSets { return mostSets + 1 }
    }
    return result
  }
}

/// A lower bound on how many voices must leave before the word on a part moves, from their weights
/// alone.
struct FewestLeavers {
  private let rules: PartRules
  private let ledger: Recount.Ledger

  init(_ hearing: Hearing, _ ledger: Recount.Ledger) {
    rules = PartRules(hearing.bench.rules)
    self.ledger = ledger
  }

  /// 1 where more than weights decide, so that nothing is ruled out.
  var count: Int {
    let stand = ledger.stand
    guard ledger.isIndependent, !stand.challenging.failsDecisiveTest,
      !(stand.isProvision && stand.supporting.records + stand.challenging.records > 0),
      ledger.word != .stronglySupported, !hasSharedVoices
    else { return 1 }
    switch ledger.word {
    // Nobody speaks, so nobody can leave.
    case .untested: return BreakSearch.mostVoices + 1
    case .espousedOnly: return 1
    default: break
    }
    for leavers in 1...BreakSearch.mostVoices where canMove(leavers) { return leavers }
    return BreakSearch.mostVoices + 1
  }

  private var hasSharedVoices: Bool {
    ledger.supporting.contains { one in ledger.challenging.contains { $0.voice == one.voice } }
  }

  /// Whether some choice of so many leavers changes the word.
  private func canMove(_ leavers: Int) -> Bool {
    let side = ledger.stand.supporting
    for strong in 0...min(leavers, side.strong) {
      for moderate in 0...min(leavers - strong, side.moderate) {
        let weakest = side.voices - side.strongOrModerate
        for weak in 0...min(leavers - strong - moderate, weakest) {
          let rest = side.without(strong: strong, moderate: moderate, weak: weak)
          if canMove(leavers - strong - moderate - weak, against: rest) { return true }
        }
      }
    }
    return false
  }

  private func canMove(_ leavers: Int, against supporting: SideTally) -> Bool {
    let side = ledger.stand.challenging
    var stand = ledger.stand
    stand.supporting = supporting
    for strong in 0...min(leavers, side.strong) {
      for moderate in 0...min(leavers - strong, side.moderate) {
        let weak = leavers - strong - moderate
        if weak > side.voices - side.strongOrModerate { continue }
        stand.challenging = side.without(strong: strong, moderate: moderate, weak: weak)
        if rules.decide(stand, NoBreadth()).word != ledger.word { return true }
      }
    }
    return false
  }
}

/// What weights alone say: never enough for rule 7.
private struct NoBreadth: SupportBreadth {
  func scaleCount() -> Int { 0 }
  func siteCount() -> Int { 0 }
}

extension SideTally {
  fileprivate func without(strong: Int, moderate: Int, weak: Int) -> SideTally {
    var rest = self
    rest.strong -= strong
    rest.moderate -= moderate
    rest.voices -= strong + moderate + weak
    return rest
  }
}
