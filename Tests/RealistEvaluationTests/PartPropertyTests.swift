import Glibc
import PropertyGraph
import Testing

@testable import RealistEvaluation

/// How many random cases the properties are tried on; `make proof` sets `PROPERTY_CASES`.
enum PropertyCases {
  static func count(_ usual: Int) -> Int {
    getenv("PROPERTY_CASES").flatMap { Int(String(cString: $0)) } ?? usual
  }
}

/// METHOD section 5, "properties that must hold", on random balances.
@Suite struct PartPropertyTests {
  static let cases = PropertyCases.count(2_500)
  let judge = PartRules()

  func rung(_ balance: Balance) -> Rung { judge.decide(balance).word.rung }

  @Test(arguments: [1 as UInt64, 2])
  func oneMoreVoiceNeverMovesAgainstItsSide(seed: UInt64) {
    var random = Generator(seed: seed)
    for _ in 0..<Self.cases {
      let balance = random.balance()
      let newcomer = random.testimony("newcomer")
      var helped = balance
      helped.supporting.append(newcomer)
      #expect(rung(helped) >= rung(balance), "\(balance)\n\(newcomer)")
      var hurt = balance
      hurt.challenging.append(newcomer)
      #expect(rung(hurt) <= rung(balance), "\(balance)\n\(newcomer)")
    }
  }

  @Test func raisingAWeightNeverMovesAgainstItsSide() {
    var random = Generator(seed: 4)
    for _ in 0..<Self.cases {
      let balance = random.balance()
      for index in balance.supporting.indices {
        var raised = balance
        raised.supporting[index] = random.raised(balance.supporting[index])
        #expect(rung(raised) >= rung(balance), "\(balance)")
      }
      for index in balance.challenging.indices {
        var raised = balance
        raised.challenging[index] = random.raised(balance.challenging[index])
        #expect(rung(raised) <= rung(balance), "\(balance)")
      }
    }
  }

  @Test func aVoiceTakenAwayAndAddedAgainChangesNothing() {
    var random = Generator(seed: 5)
    for _ in 0..<Self.cases {
      let balance = random.balance()
      guard !balance.supporting.isEmpty else { continue }
      var other = balance
      other.supporting.append(other.supporting.removeFirst())
      #expect(judge.decide(other) == judge.decide(balance))
    }
  }

  @Test func orderOfVoicesNeverMatters() {
    var random = Generator(seed: 6)
    for _ in 0..<Self.cases {
      let balance = random.balance()
      var shuffled = balance
      shuffled.supporting.shuffle(using: &random)
      shuffled.challenging.shuffle(using: &random)
      #expect(judge.decide(shuffled) == judge.decide(balance))
    }
  }

  /// Supporting and challenging change places in the words that know no side.
  @Test func withoutLopsidednessTheSidesAreAlike() {
    var rules = Rules.standard
    rules.support.lopsided = false
    let fair = PartRules(rules)
    var random = Generator(seed: 7)
    for _ in 0..<Self.cases {
      var balance = random.balance()
      balance.isProvision = false
      balance.challenging.indices.forEach { balance.challenging[$0].failsDecisiveTest = false }
      var swapped = balance
      swap(&swapped.supporting, &swapped.challenging)
      if fair.decide(balance).word == .contested {
        #expect(fair.decide(swapped).word == .contested)
      }
      if fair.decide(balance).word == .challenged {
        #expect(fair.decide(swapped).word.isSupported)
      }
    }
  }

  /// The random cases reach every verdict, else they prove little.
  @Test func randomBalancesReachEveryRule() {
    var random = Generator(seed: 1)
    var rules: Set<Int> = []
    for _ in 0..<Self.cases { rules.insert(judge.decide(random.balance()).rule) }
    #expect(rules == Set(1...9))
  }
}

/// SplitMix64: small, good enough, the same everywhere.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }

  mutating func testimony(_ name: String) -> Testimony {
    var testimony = Testimony(
      voice: Voice.test(name), weight: pick([.weak, .weak, .moderate, .strong]))
    testimony.families = [pick([.interview, .survey, .documents])]
    testimony.scale = pick([nil, "system", "place"])
    testimony.sites = pick([[], ["north"], ["south"]])
    testimony.isObserved = chance(60)
    testimony.failsDecisiveTest = testimony.weight == .strong && testimony.isObserved && chance(20)
    testimony.isOfficialRecord = chance(15)
    if testimony.isOfficialRecord, let date = PartialDate(pick(["2020", "2022", "2024"])),
      chance(80)
    {
      testimony.recordDates = [date]
    }
    return testimony
  }

  /// Small balances, where rules meet; some voices stand on both sides.
  mutating func balance() -> Balance {
    var balance = Balance()
    balance.isProvision = chance(40)
    let supporting = Int.random(in: 0...5, using: &self)
    let challenging = chance(35) ? 0 : Int.random(in: 0...4, using: &self)
    for index in 0..<supporting { balance.supporting.append(testimony("s\(index)")) }
    for index in 0..<challenging {
      var other = testimony(chance(15) ? "s\(index)" : "k\(index)")
      if other.voice == Voice.test("s\(index)") { other.isMixed = true }
      balance.challenging.append(other)
    }
    for index in balance.supporting.indices {
      balance.supporting[index].failsDecisiveTest = false
    }
    balance.isQualified = chance(20)
    if chance(20) { balance.hoping = [Voice.test("h")] }
    if chance(10) { balance.fearing = [Voice.test("f")] }
    balance.failsBySilence = chance(5)
    return balance
  }

  mutating func raised(_ testimony: Testimony) -> Testimony {
    let heavier: Weight = testimony.weight == .weak ? .moderate : .strong
    var raised = Testimony(voice: testimony.voice, weight: heavier)
    raised.isObserved = testimony.isObserved
    raised.families = testimony.families
    raised.scale = testimony.scale
    raised.sites = testimony.sites
    raised.isOfficialRecord = testimony.isOfficialRecord
    raised.recordDates = testimony.recordDates
    raised.failsDecisiveTest = testimony.failsDecisiveTest
    return raised
  }
}
