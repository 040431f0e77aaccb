import PropertyGraph

@testable import RealistEvaluation

/// Small random studies in which every way of counting meets every other: shared elements, lineage,
/// several respondents, methods, places and sites, unnamed people, surveys, analyses that read
/// sites' documents, authors, records, doubtful aliases, hoops.
struct RandomEvidence {
  private var random: Generator

  init(seed: UInt64) { random = Generator(seed: seed) }

  mutating func study(items: ClosedRange<Int> = 1...14) -> RecordedEvidence {
    var evidence = world()
    let count = Int.random(in: items, using: &random)
    for number in 0..<count {
      let item = item(number, among: evidence)
      evidence.items.append(item)
      for _ in 0..<(random.chance(15) ? 2 : 1) {
        evidence.bearings.append(bearing(item, in: evidence.configurations))
      }
    }
    return evidence
  }

  // MARK: The world

  private mutating func world() -> RecordedEvidence {
    var evidence = RecordedEvidence()
    evidence.theories = [RecordedEvidence.Theory(id: "t", listedMechanisms: ["m"])]
    for id in (random.chance(40) ? ["c", "d"] : ["c"]) as [Text] {
      var configuration = RecordedEvidence.Configuration(id: id)
      configuration.theories = ["t"]
      configuration.mechanisms = ["m"]
      configuration.outcomes = id == "c" ? ["o"] : ["o", "p"]
      if random.chance(40) {
        configuration.contexts = [
          RecordedEvidence.ContextSlot(
            context: "x", role: random.pick([.localCondition, .caseForChange, nil]))
        ]
      }
      evidence.configurations.append(configuration)
    }
    let isWhole = random.chance(30)
    evidence.mechanisms = [
      RecordedEvidence.Mechanism(
        id: "m", hasResource: isWhole || random.chance(20), hasReasoning: isWhole,
        isProvision: random.chance(10))
    ]
    evidence.documents = [
      RecordedEvidence.Document(id: "d1", body: "A", date: "2024"),
      RecordedEvidence.Document(id: "d2", body: "A", studies: ["s2"]),
      RecordedEvidence.Document(id: "d3", body: "B", sites: ["north"]),
      RecordedEvidence.Document(
        id: "act", body: "Parliament", date: "2022", isOfficialRecord: true),
    ]
    evidence.methods = [
      RecordedEvidence.Method(id: "int", kind: .interview, until: "2024-05", studies: ["s"]),
      RecordedEvidence.Method(id: "int2", kind: .interview, studies: ["s2"]),
      RecordedEvidence.Method(id: "survey", kind: .survey, count: 9, studies: ["s"]),
      RecordedEvidence.Method(id: "books", kind: .documentAnalysis, studies: ["s"]),
      RecordedEvidence.Method(id: "cases", kind: .caseStudy),
      RecordedEvidence.Method(id: "second", kind: .secondary),
    ]
    evidence.sites = ["north", "south"].map { RecordedEvidence.Site(id: $0, level: "system") }
    evidence.participants = ["a", "b", "e", "f", "g"].map {
      RecordedEvidence.Participant(id: $0, sites: random.pick([[], [], ["north"], ["south"]]))
    }
    evidence.participants.append(RecordedEvidence.Participant(id: "w", identity: "withheld"))
    if random.chance(40) {
      evidence.aliases.append(
        RecordedEvidence.Alias(
          name: "g", same: "a", certainty: random.pick([.low, .medium, .high, .certain])))
    }
    if random.chance(15) {
      evidence.aliases.append(
        RecordedEvidence.Alias(name: "d2", same: "d1", certainty: random.pick([.low, .high])))
    }
    return evidence
  }

  // MARK: Items

  private mutating func item(_ number: Int, among evidence: RecordedEvidence)
    -> RecordedEvidence.Item
  {
    var item = RecordedEvidence.Item(id: Text("e\(10 + number)"))
    item.claim = random.pick([.observed, .observed, .inferred, .espoused, nil])
    item.date = random.pick([nil, "2021", "2023-04", "2024-01"])
    item.scale = random.pick([nil, "system", "place"])
    item.methods = random.pick(
      [
        ["int"], ["int"], ["int2"], ["survey"], ["books"], ["cases"], ["second"], [],
        ["int", "survey"],
      ])
    item.places = random.pick([
      ["d1"], ["d1"], ["d2"], ["d3"], ["act"], ["d1", "d2"], ["d3", "d1"], [],
    ])
    .map { RecordedEvidence.Locator(document: $0, line: random.chance(70) ? number : nil) }
    if random.chance(60) {
      item.participants = random.pick([
        ["a"], ["b"], ["e"], ["f"], ["g"], ["w"], ["a", "b"], ["e", "g"],
      ])
    }
    item.sites = random.pick([[], [], [], ["north"], ["south"], ["north", "south"]])
    if random.chance(8) { item.layer = random.pick([.author, .author, .coder]) }
    if random.chance(15) {
      item.attribution = random.pick([.withheld, .group, .counted, .uncoded])
    }
    if random.chance(10) { item.speakers = Int.random(in: 1...3, using: &random) }
    if random.chance(10) {
      item.isFigure = true
      item.numerator = Int.random(in: 1...4, using: &random)
      item.question = random.pick([nil, "Q"])
    }
    if random.chance(15), let origin = evidence.items.map(\.id).randomElement(using: &random) {
      item.origins = random.pick([[origin], [origin, "d1"], ["d3"], ["d2", "d3"]])
      if random.chance(60) { item.participants = [] }
    }
    return item
  }

  private mutating func bearing(
    _ item: RecordedEvidence.Item, in configurations: [RecordedEvidence.Configuration]
  ) -> RecordedEvidence.Bearing {
    var bearing = RecordedEvidence.Bearing(
      item: item.id,
      random.pick([.supports, .supports, .supports, .challenges, .challenges, .qualifies, .silent]),
      target: random.pick(["c", "c", "c", "d", "m", "o"]),
      covers: random.pick(
        [
          ["m"], ["o"], ["m -> o"], ["thread"], ["m.resource", "o"], ["x"], ["x -> m"], ["m", "o"],
        ]))
    if bearing.target == "m" || bearing.target == "o" { bearing.covers = [] }
    bearing.test = random.pick([nil, nil, nil, .hoop, .smokingGun, .doublyDecisive])
    if random.chance(30) { bearing.search = "all of them" }
    if random.chance(75) {
      bearing.relevance = random.pick([0, 1, 2, 2, 3])
      bearing.richness = Int.random(in: 0...3, using: &random)
      bearing.rigour = Int.random(in: 0...3, using: &random)
    }
    return bearing
  }
}
