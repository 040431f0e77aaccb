import PropertyGraph
import Testing

@testable import RealistEvaluation

/// METHOD section 7, reading by reading. `x` is the context, `m` the mechanism, `o` its outcome.
@Suite("Contrasts")
struct ContrastTests {
  /// The number of sites in each cell and what is to be read off them.
  struct Counts: Sendable, CustomTestStringConvertible {
    var both = 0
    var contextOnly = 0
    var firingOnly = 0
    var neither = 0
    var effect: ContextEffect? = .enables
    var readings: [ContrastReading]
    var testDescription: String {
      "\(effect?.rawValue ?? "-") \(both)/\(contextOnly)/\(firingOnly)/\(neither)"
    }
  }

  static let worked: [Counts] = [
    // Present and fires at least 2, absent and does not at least 1, both others at most 1.
    Counts(both: 2, neither: 1, readings: [.contextSensitive]),
    Counts(both: 2, contextOnly: 1, firingOnly: 1, neither: 1, readings: [.contextSensitive]),
    Counts(both: 1, neither: 1, readings: [.noContrast]),
    Counts(both: 2, readings: [.noContrast]),
    Counts(neither: 3, readings: [.noContrast]),
    // Fires without it at least 2; present without firing at least 2; both.
    Counts(both: 2, firingOnly: 2, neither: 1, readings: [.notNeeded]),
    Counts(both: 2, contextOnly: 2, neither: 1, readings: [.notEnough]),
    Counts(contextOnly: 2, firingOnly: 2, readings: [.notNeeded, .notEnough]),
    Counts(both: 3, contextOnly: 1, firingOnly: 1, readings: [.noContrast]),
    // A condition that holds back: the mechanism is expected where it does not hold.
    Counts(
      contextOnly: 1, firingOnly: 2, effect: .constrains, readings: [.contextSensitive]),
    Counts(both: 2, firingOnly: 2, effect: .constrains, readings: [.firesAnyway]),
    Counts(neither: 2, effect: .constrains, readings: [.notAlone]),
    Counts(both: 2, neither: 1, effect: .constrains, readings: [.firesAnyway]),
    // Nothing is said of what it does: read as if it enabled.
    Counts(both: 2, neither: 1, effect: nil, readings: [.contextSensitive]),
  ]

  @Test("every reading of the method", arguments: worked)
  func reading(_ counts: Counts) throws {
    var study = CaseStudy(effect: counts.effect)
    for (name, count, context, fires) in [
      ("both", counts.both, true, true), ("only", counts.contextOnly, true, false),
      ("fire", counts.firingOnly, false, true), ("none", counts.neither, false, false),
    ] {
      for number in 0..<count { study.at(Text("\(name)\(number)"), ["x": context, "m": fires]) }
    }
    let table = try #require(try study.table())
    #expect(table.readings == counts.readings)
    #expect(table.names(.present, .present).count == counts.both)
    #expect(table.names(.present, .absent).count == counts.contextOnly)
    #expect(table.names(.absent, .present).count == counts.firingOnly)
    #expect(table.names(.absent, .absent).count == counts.neither)
    #expect((table.wouldHelp != nil) == (counts.readings == [.noContrast]))
  }

  @Test("a team may ask for more cases")
  func thresholds() throws {
    var study = CaseStudy()
    study.at("a", ["x": true, "m": true])
    study.at("b", ["x": true, "m": true])
    study.at("d", ["x": false, "m": false])
    var rules = Rules()
    #expect(try study.table(rules: rules)?.readings == [.contextSensitive])
    rules.contrast.fires = 3
    #expect(try study.table(rules: rules)?.readings == [.noContrast])
  }

  @Test("the outcome without the mechanism is a reading of its own")
  func makesUnnecessary() throws {
    var study = CaseStudy()
    for site: Text in ["a", "b"] { study.at(site, ["x": true, "m": false, "o": true]) }
    study.at("d", ["x": false, "m": false, "o": true])
    let table = try #require(try study.table())
    // Neither a failure to fire nor a challenge: no cell holds them.
    #expect(table.names(.present, .absent).isEmpty && table.names(.absent, .absent).isEmpty)
    #expect(table.casesWithoutMechanism.map(\.name) == ["a", "b", "d"])
    // Two of the three are where the context holds.
    #expect(table.readings == [.makesUnnecessary])
    // The table of the outcome leaves them out as well.
    let outcome = try #require(try study.contrasts(across: ["x"]).last)
    #expect(outcome.observed == .outcome("o") && outcome.casesWithoutMechanism.count == 3)
  }

  @Test("an outcome that stays away where the mechanism is not shows nothing about it")
  func outcomeWithoutMechanism() throws {
    var study = CaseStudy()
    study.at("a", ["x": true, "m": false, "o": false])
    study.at("b", ["x": true, "m": true, "o": false])
    let tables = try study.contrasts(across: ["x"])
    #expect(tables.map(\.observed) == [.mechanism, .outcome("o")])
    #expect(tables[0].names(.present, .absent) == ["a"])
    #expect(tables[1].sights(of: "a") == [.present, .unknown])
    #expect(tables[1].names(.present, .absent) == ["b"])
  }

  @Test("what is not known is never no, and what is disputed is not known")
  func unknown() throws {
    var study = CaseStudy()
    study.at("a", ["x": true])
    study.at("b", ["m": true])
    study.at("d", ["x": true, "m": true])
    study.at("d", ["m": false])
    let table = try #require(try study.table())
    #expect(table.sights(of: "a") == [.present, .unknown])
    #expect(table.sights(of: "b") == [.unknown, .present])
    #expect(table.sights(of: "d") == [.present, .disputed])
    #expect(table.entries.allSatisfy { !$0.isInCell })
    #expect(
      table.knownByHalf
        == "Known by half: b: is it so there? a, d: was it taken up there?")
  }

  @Test("two periods of one site are two cases in one place, and count once")
  func periods() throws {
    var study = CaseStudy()
    study.study.evidence.surroundings.cases = [
      RecordedEvidence.Case(id: "leeds-2021", sites: ["leeds"]),
      RecordedEvidence.Case(id: "leeds-2023", sites: ["leeds"]),
    ]
    study.study.evidence.sites = [RecordedEvidence.Site(id: "leeds", title: "Leeds")]
    for (number, period) in (["leeds-2021", "leeds-2023"] as [Text]).enumerated() {
      let id = Text("p\(number)")
      study.item(id, ["x": true, "m": true]) { _ in }
      study.study.evidence.surroundings.subjects.append(
        RecordedEvidence.Subject(item: id, target: period))
    }
    study.at("york", ["x": false, "m": false])
    let table = try #require(try study.table())
    #expect(table.names(.present, .present) == ["leeds-2021", "leeds-2023"])
    #expect(table.readings == [.noContrast])
    #expect(table.wouldHelp?.hasPrefix("Look for 1 site where this is so:") ?? false)
  }

  @Test("contexts that tell the cases apart are named where one is not enough")
  func separatedBy() throws {
    var study = CaseStudy(contexts: ["x", "y", "z"])
    study.at("a", ["x": true, "m": true, "y": true, "z": true])
    study.at("b", ["x": true, "m": false, "y": false, "z": true])
    study.at("d", ["x": true, "m": false, "y": false])
    let table = try #require(try study.contrasts(across: ["x"]).first)
    #expect(table.readings == [.notEnough])
    // `y` holds at a and at neither of the others; `z` holds at a and b alike.
    #expect(table.separatedBy == ["y"])
  }

  @Test("candidates that tell the cases apart come first, and a mechanism without any has one row")
  func candidates() throws {
    var study = CaseStudy(contexts: ["w", "x", "y"])
    study.at("a", ["w": true, "x": true, "m": true])
    study.at("b", ["w": true, "x": false, "m": false, "y": false])
    study.at("d", ["x": true, "m": true, "y": true])
    study.at("e", ["w": true, "y": true, "m": true])
    // x: a and d with, b without: context-sensitive. y: d and e with, b without: context-sensitive,
    // three cases as well, so by name. w: a and e with, b with: nothing.
    let tables = try study.contrasts()
    #expect(tables.map(\.context) == ["x", "y", "w"])
    #expect(tables.map(\.separates) == [true, true, false])
    var bare = CaseStudy(contexts: [])
    bare.at("a", ["m": true])
    let row = try #require(try bare.contrasts().first)
    #expect(row.context == nil && row.readings == [.noContrast])
    #expect(row.wouldHelp?.contains("No context is recorded") ?? false)
  }

  @Test("a context that no configuration has is a candidate if it is known where the mechanism is")
  func looseContext() throws {
    var study = CaseStudy()
    study.study.evidence.surroundings.contexts.append("loose")
    study.at("a", ["m": true])
    study.study.add("l1", .supports, [], target: "loose") { $0.sites = ["a"] }
    #expect(try study.contrasts().map(\.context) == ["loose", "x"])
    #expect(try study.contrasts()[0].names(.present, .present) == ["a"])
  }

  @Test("the order of entry changes nothing")
  func order() throws {
    var study = CaseStudy(contexts: ["x", "y"])
    for (number, site) in (["a", "b", "d", "e", "f"] as [Text]).enumerated() {
      study.at(site, ["x": number % 2 == 0, "m": number % 3 == 0, "y": number > 2])
    }
    let tables = try study.contrasts()
    study.study.evidence.items.reverse()
    study.study.evidence.bearings.reverse()
    study.study.evidence.sites.reverse()
    #expect(try study.contrasts() == tables)
  }
}
