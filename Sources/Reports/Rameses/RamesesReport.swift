public import PropertyGraph
public import RealistEvaluation

/// Fills the items of RAMESES II that a study's graph knows something of (METHOD; Wong et al. 2016),
/// and says of each what it cannot know.
public struct RamesesReport {
  let judge: Judge
  let records: StudyRecords
  let theories: [TheoryVerdict]
  let verdicts: [ConfigurationVerdict]

  /// A report on a judge of the whole study and the graph that its evidence came from.
  public init(judge: Judge, graph: any GraphAccess) {
    self.judge = judge
    records = StudyRecords(graph)
    theories = judge.theoryVerdicts().filter { !$0.configurations.isEmpty }
    verdicts = judge.verdicts()
  }

  /// The items in their order.
  public func items() -> [RamesesItem] {
    [
      programmeTheory, questions, whyRealist, design, collection, sampling, analysis, participants,
      findings, limits,
    ]
  }

  // MARK: Introduction

  private var programmeTheory: RamesesItem {
    let known = records.read("Theory").map { theory -> String in
      let own = verdicts.count { $0.configuration.theories.contains(theory.id) }
      let status = theory.text("status") ?? "of unknown standing"
      return "\(theory.name) (\(theory.id), \(status); \(Self.count(own, "configuration"))): "
        + (theory.text("statement") ?? "no statement")
    }
    return RamesesItem(
      number: 4, name: "programme theory", known: known,
      unknown: "how the initial theories were built, with whom, and why these and no others")
  }

  private var questions: RamesesItem {
    let known = records.read("ResearchQuestion").map { question in
      let answers = question.count("ANSWERS", .incoming)
      return "\(question.text("statement") ?? question.name) "
        + "(\(Self.count(answers, "record")) linked as answering it)"
    }
    return RamesesItem(
      number: 5, name: "evaluation questions, objectives and focus", known: known,
      unknown: "objectives, and how and why the focus was narrowed")
  }

  private var whyRealist: RamesesItem {
    let withContext = verdicts.count { verdict in
      verdict.configuration.contexts.contains { $0.role != .caseForChange }
    }
    let known =
      verdicts.isEmpty
      ? []
      : [
        "\(Self.count(verdicts.count, "configuration")) of context, mechanism and outcome "
          + "\(verdicts.count == 1 ? "is" : "are") tested; \(withContext) name"
          + "\(withContext == 1 ? "s" : "") a local condition on which firing depends"
      ]
    return RamesesItem(
      number: 7, name: "rationale for using realist evaluation", known: known,
      unknown: "why a realist approach was chosen, and where it was adapted")
  }

  // MARK: Methods

  private var design: RamesesItem {
    var known = records.read("Study").map { study in
      let methods = study.count("PART_OF", .incoming)
      return "study: \(study.name), of \(Self.count(methods, "method"))"
    }
    let sites = records.read("Site")
    if !sites.isEmpty {
      known.append("sites: \(sites.map(\.name).joined(separator: ", "))")
    }
    return RamesesItem(
      number: 10, name: "design of the evaluation", known: known,
      unknown: "why this design suits the questions, and how it was changed on the way")
  }

  private var collection: RamesesItem {
    let known = records.read("Method").map { method -> String in
      var facts = [method.text("kind") ?? "of unknown kind"]
      if let count = method.integer("n") { facts.append("n = \(count)") }
      if let from = method.text("from") { facts.append("from \(from)") }
      if let until = method.text("until") { facts.append("until \(until)") }
      let items = method.count("GATHERED_BY", .incoming)
      facts.append("\(Self.count(items, "item")) encoded")
      return "\(method.name) (\(method.id)): \(facts.joined(separator: ", "))"
    }
    return RamesesItem(
      number: 11, name: "data collection methods", known: known,
      unknown: "instruments, how the theory shaped what was asked, and steps for quality")
  }

  private var sampling: RamesesItem {
    let known = records.read("Method").compactMap { method in
      method.text("population").map { "\(method.name): \($0)" }
    }
    return RamesesItem(
      number: 12, name: "recruitment and sampling", known: known,
      unknown: "how people and documents were found and chosen, and who was asked and declined")
  }

  private var analysis: RamesesItem {
    var judges: [Text: Set<Text>] = [:]
    for entry in entries { judges[entry.bearing.judgedBy ?? "", default: []].insert(entry.item) }
    var known = [
      "every verdict follows from rules: \(judge.rules.reference)",
      "what an item bears on, and how, was judged by: "
        + judges.keys.sorted().map { name in
          "\(name.isEmpty ? "nobody recorded" : name.string) "
            + "(\(Self.count(judges[name]?.count ?? 0, "item")))"
        }.joined(separator: ", "),
    ]
    let pairings = Dictionary(grouping: verdicts) { $0.configuration.pairedBy ?? "" }
    known.append(
      "mechanism and outcome were paired by: "
        + pairings.keys.sorted().map {
          "\($0.isEmpty ? "nobody recorded" : $0.string) (\(pairings[$0]?.count ?? 0))"
        }.joined(separator: ", "))
    let overruled = verdicts.filter { !$0.overrules.isEmpty }
    known += overruled.map {
      "overruled: \($0.configuration.id), computed \($0.word.rawValue), by an analyst "
        + $0.overrules[0].phrase
    }
    return RamesesItem(
      number: 13, name: "data analysis", known: known,
      unknown: "how the team retroduced and refined theory, and how coders agreed")
  }

  // MARK: Results

  private var participants: RamesesItem {
    let people = records.read("Participant")
    let groups = Dictionary(grouping: people) { $0.text("role_group") ?? "" }
    var known = groups.keys.sorted().map { group in
      "\(group.isEmpty ? "role group not recorded" : group): "
        + Self.count(groups[group]?.count ?? 0, "participant")
    }
    if !people.isEmpty {
      known.append(
        "\(Self.count(judge.voices.count, "independent voice")) after aliases, with "
          + "surveys, analyses, bodies and unnamed people")
    }
    return RamesesItem(
      number: 14, name: "details of participants", known: known,
      unknown: "characteristics beyond role, and those who took part and are not cited")
  }

  private var findings: RamesesItem {
    var known: [String] = []
    for theory in theories {
      let words = theory.byVerdict.map { "\($0.count) \($0.word.rawValue)" }
      known.append(
        "\(theory.theory.id): \(theory.word.rawValue); \(words.joined(separator: "; ")); "
          + theory.fit.phrase)
    }
    for verdict in verdicts {
      known.append(
        "\(verdict.configuration.id): \(judge.claim(of: verdict.configuration)). "
          + "\(verdict.word.rawValue), decided by \(verdict.deciding?.part.id.string ?? "nothing"); "
          + verdict.tally.phrase)
    }
    return RamesesItem(
      number: 15, name: "main findings", known: known,
      unknown: "what the findings mean together, and refined theories that were not encoded")
  }

  // MARK: Discussion

  private var limits: RamesesItem {
    var known = records.read("Method").compactMap { method in
      method.text("limits").map { "\(method.name): \($0)" }
    }
    let breakable = zip(verdicts, judge.sensitivities(of: verdicts))
      .filter { $1.breakNumber == 1 }.map(\.0)
    known.append(
      "\(breakable.count) of \(Self.count(verdicts.count, "verdict")) would change without one single "
        + "voice" + Self.list(breakable.map(\.configuration.id)))
    let contextual = Set(entries.filter { $0.weighing.basis == .notAppraised }.map(\.item))
    if !contextual.isEmpty {
      known.append("not yet appraised" + Self.list(contextual.sorted()))
    }
    let discrepancies = records.read("Discrepancy")
    known += discrepancies.map { "discrepancy kept as printed: \($0.text("statement") ?? $0.name)" }
    let gaps = GapFinder(judge).gaps()
    known.append(
      "\(Self.count(gaps.count, "gap")) listed by GAPS; the first are worth asking next:")
    known += gaps.prefix(5).map { "\($0.question) To ask: \($0.ask)" }
    return RamesesItem(
      number: 17, name: "strengths, limitations and future directions", known: known,
      unknown: "how the researchers' own position shaped the work, and limits of access and time")
  }

  // MARK: Parts

  /// Every item on every part.
  private var entries: [Entry] {
    verdicts.flatMap { verdict in
      verdict.parts.flatMap { part in
        part.count.counted + part.count.qualifying + part.count.silent + part.count.espousing
          + part.count.setAside
      }
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func list(_ ids: [Text]) -> String {
    ids.isEmpty ? "" : ": \(ids.map(\.string).joined(separator: ", "))"
  }
}
