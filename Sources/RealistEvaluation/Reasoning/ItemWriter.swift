import Glibc
import PropertyGraph

/// Puts one item on one part into words: where to look it up, and what it weighs and why.
struct ItemWriter {
  let bench: Bench
  private var index: EvidenceIndex { bench.index }

  init(bench: Bench) { self.bench = bench }

  func write(_ entries: [Entry]) -> [Reasoning.ItemReasoning] { write(entries, remark: nil) }

  func write(_ entries: [Entry], remark: String?) -> [Reasoning.ItemReasoning] {
    entries.map { write($0, remark: remark) }
  }

  func write(_ repeated: Repeat) -> Reasoning.ItemReasoning {
    let reason =
      switch repeated.reason {
      case .unnamedMayBeCoded(let stated, let coded):
        "it states \(stated) unnamed, and \(coded) coded of the same study and method speak on "
          + "this side, so they may be the same"
      case .authorsOfStudy(let study):
        "participants of `\(study)` bear on this part themselves; authors repeat them"
      case .readByAnalysis(let analysis):
        "this site's document is part of what \(analysis) read"
      }
    return write(repeated.entry, remark: "repeat of \(repeated.voice.kind.name): \(reason)")
  }

  /// `pir-2025, section 5.1.3, line 711: “…”`.
  func place(_ place: RecordedEvidence.Locator) -> String {
    var words = [place.document.string]
    if let section = place.section { words.append("section \(section)") }
    if let page = place.page { words.append("page \(page)") }
    if let line = place.line { words.append("line \(line)") }
    let whole = words.joined(separator: ", ")
    return place.anchor.map { "\(whole): “\($0)”" } ?? whole
  }

  private func write(_ entry: Entry, remark: String?) -> Reasoning.ItemReasoning {
    let item = index.items[entry.position]
    let places = item.places.map(place)
    return Reasoning.ItemReasoning(
      id: item.id, statement: item.statement, source: source(of: item),
      places: places.isEmpty ? ["no place recorded"] : places,
      date: date(of: item), nature: nature(of: item), use: use(of: entry, item),
      weight: weight(of: entry), judgement: judgement(of: entry), remark: remark)
  }

  // MARK: Source

  private func source(of item: RecordedEvidence.Item) -> String {
    let people = item.participants.sorted().map { id -> String in
      let printed = index.participant(id)?.code?.string ?? id.string
      let representative = bench.aliases.representative(of: id)
      let taken = index.participant(representative)?.code ?? representative
      return representative == id ? printed : "\(printed) (taken for \(taken))"
    }
    var words: [String] = []
    if !people.isEmpty {
      words.append("given by \(people.joined(separator: ", "))")
    } else if item.layer == .author {
      words.append("authors")
    } else if let attribution = item.attribution {
      words.append("attribution \(attribution.rawValue)")
    } else if bench.finder.isOfficialRecord(item) {
      words.append("official record")
    } else {
      words.append("uncoded")
    }
    if let speakers = item.speakers { words.append("\(speakers) stated") }
    if let group = item.group { words.append("group \(group)") }
    if !item.sites.isEmpty {
      words.append("site \(item.sites.sorted().map(\.string).joined(separator: ", "))")
    }
    if !item.origins.isEmpty {
      words.append("derives from \(item.origins.sorted().map(\.string).joined(separator: ", "))")
    }
    return words.joined(separator: ", ")
  }

  private func date(of item: RecordedEvidence.Item) -> String {
    if let date = item.date { return date.string }
    guard let date = index.date(of: item) else { return "undated" }
    return index.method(of: item)?.until == nil
      ? "undated, document of \(date)" : "undated, fieldwork until \(date)"
  }

  private func nature(of item: RecordedEvidence.Item) -> String {
    var words = [item.layer.rawValue, (item.claim ?? .inferred).rawValue]
    if let method = index.method(of: item) {
      words.append("\(method.kind.rawValue) (\(method.id))")
    }
    if item.isFigure { words.append("figure\(figure(item))") }
    if let scale = item.scale { words.append("\(scale) scale") }
    if item.isVerbatim { words.append("own words printed") }
    return words.joined(separator: ", ")
  }

  private func figure(_ item: RecordedEvidence.Item) -> String {
    var words: [String] = []
    if let numerator = item.numerator {
      words.append(item.denominator.map { "\(numerator) of \($0)" } ?? "\(numerator)")
    }
    if let value = item.value {
      let number = Int64(exactly: value).map { String($0) } ?? String(value)
      words.append(item.unit.map { "\(number) \($0)" } ?? number)
    }
    return words.isEmpty ? "" : " \(words.joined(separator: ", "))"
  }

  // MARK: Use

  private func use(of entry: Entry, _ item: RecordedEvidence.Item) -> String {
    let bearing = entry.bearing
    let covers = bearing.covers.map { "`\($0)`" }.joined(separator: ", ")
    var words = [
      "\(bearing.kind.rawValue)\(bearing.kind == .silent ? " on" : "") "
        + (covers.isEmpty ? "`\(bearing.target)`" : covers)
    ]
    if entry.isImplied { words.append("reaches this element through its link") }
    if let activation = bearing.activation { words.append("activation \(activation.rawValue)") }
    if let test = bearing.test { words.append("\(test.rawValue) test") }
    if let search = bearing.search { words.append("searched: \(search)") }
    if item.claim == .espoused {
      let direction = bearing.direction ?? (bearing.kind == .challenges ? .minus : .plus)
      words.append(direction == .plus ? "hoped" : "feared")
    }
    return words.joined(separator: "; ")
  }

  private func weight(of entry: Entry) -> String {
    let weighing = entry.weighing
    var words: [String] = []
    if let scores = weighing.appraisal {
      words.append(
        "relevance \(scores.relevance), richness \(scores.richness), rigour \(scores.rigour)")
    }
    switch weighing.basis {
    case .scored: words.append("scored for this use")
    case .defaults(let row): words.append("default of \(row)")
    case .completed(let row): words.append("own scores completed from \(row)")
    case .notAppraised:
      let isCounted = !weighing.caps.contains { if case .notCounted = $0 { true } else { false } }
      if isCounted { words.append("not yet appraised") }
    }
    for cap in weighing.caps { words.append(phrase(cap)) }
    return "\(weighing.weight.rawValue): \(words.joined(separator: "; "))"
  }

  private func phrase(_ cap: Weighing.Cap) -> String {
    switch cap {
    case .inferredOnElement(let most):
      "inferred, so at most \(most.rawValue) on an element"
    case .beforeProgramme(let start): "from before the programme began (\(start)): relevance capped"
    case .otherCountry(let site): "another country's scheme (\(site)): relevance capped"
    case .selfSelected: "no response rate, n or question: rigour capped"
    case .originUnseen: "origin not seen: rigour capped"
    case .notCounted(let what): "these rules do not count \(what)"
    }
  }

  private func judgement(of entry: Entry) -> String {
    let reason = entry.bearing.reason?.string ?? "no reason recorded"
    let judge = entry.bearing.judgedBy?.string ?? "not recorded"
    return "\(reason) (judged by: \(judge))"
  }
}
