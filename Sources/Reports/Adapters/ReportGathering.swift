import PropertyGraph
import RealistEvaluation

/// Gathers what the report shows theory by theory: each item of evidence and each gap once, with the
/// theory that needs it first.
struct ReportGathering {
  private(set) var theories: [ReportTheory] = []

  private let report: StudyReport
  private let records: StudyRecords
  private let contrasts: Contrasts
  private var gaps: [Gap]
  private var told: Set<Text> = []
  private var compared: Set<Text> = []
  private var itemsOfDocument: [Text: Int] = [:]

  init(_ report: StudyReport) {
    self.report = report
    records = StudyRecords(report.graph)
    contrasts = Contrasts(report.judge)
    gaps = GapFinder(report.judge).gaps()
  }

  mutating func add(
    _ verdict: TheoryVerdict, _ reasonings: [Reasoning], statement: Text?, picture: [UInt8]?,
    files: [ReportFile]
  ) {
    let own = reasonings.map(\.verdict)
    let records = records
    var theory = ReportTheory(
      verdict, reasoning: reasonings, title: { records.title(of: $0) }, statement: statement,
      picture: picture, files: files)
    let items = reasonings.flatMap(\.items).filter { told.insert($0.id).inserted }
      .sorted { $0.id < $1.id }
    theory.items = items.map(ReportItem.init)
    for item in items { count(item.id) }
    let mechanisms = Set(own.flatMap(\.configuration.mechanisms)).sorted()
    theory.contrasts = mechanisms.filter { compared.insert($0).inserted }.flatMap(contrasts(of:))
    let ids = Set(own.map(\.configuration.id))
    theory.gaps = gaps.filter { !ids.isDisjoint(with: $0.configurations) }.map { gap in
      ReportGap(
        kind: Text(gap.kind.rawValue), question: Text(gap.question), ask: Text(gap.ask),
        changes: gap.changes.count)
    }
    gaps.removeAll { !ids.isDisjoint(with: $0.configurations) }
    theories.append(theory)
  }

  /// Documents in which items of the report stand, in order of id.
  var sources: [ReportSource] {
    itemsOfDocument.sorted { $0.key < $1.key }.map { id, count in
      let row = records.node(id)
      let details = ["body", "date"].compactMap { key in
        row.flatMap { records.text(Text(key), of: $0) }?.string
      }
      return ReportSource(
        id: id, title: records.title(of: id), details: Text(details.joined(separator: ", ")),
        address: row.flatMap { records.text("address", of: $0) }, items: count)
    }
  }

  private mutating func count(_ item: Text) {
    guard let row = records.node(item) else { return }
    let documents = Set(records.links(from: [row], "FROM").compactMap { records.id(of: $0.to) })
    for document in documents { itemsOfDocument[document, default: 0] += 1 }
  }

  private func contrasts(of mechanism: Text) -> [ReportContrast] {
    contrasts.contrasts(of: mechanism).filter { $0.readings != [.noContrast] }.map { contrast in
      let observed: Text =
        switch contrast.observed {
        case .mechanism: "whether the mechanism fires"
        case .outcome(let outcome): records.title(of: outcome)
        }
      return ReportContrast(
        mechanism: records.title(of: mechanism),
        context: contrast.context.map { records.title(of: $0) } ?? "none", observed: observed,
        reading: Text(contrast.readings.map(\.rawValue).joined(separator: "; ")),
        why: Text(contrast.why))
    }
  }
}

/// The method in a few sentences, and every threshold of the rules in force.
enum ReportMethod {
  static func sentences(_ rules: Rules) -> [Text] {
    let settings = RuleSetting.all.compactMap { setting in
      setting.value(in: rules).map { "\(setting.path) \($0)" }
    }
    return [
      """
      Every item of evidence is weighed by relevance, richness and rigour. What counts is not items \
      but voices: whoever originated an item counts once on each side of a part.
      """,
      """
      Each part of a configuration gets the first verdict that fits: eliminated, untested, espoused \
      only, of record, contested, challenged, strongly supported, supported, thin. What is only \
      hoped or feared never counts for or against.
      """,
      """
      A configuration is as good as its weakest required part. It is more than assembled only where \
      one account tells all its parts as connected.
      """,
      Text("Rules in force (\(rules.reference)): \(settings.joined(separator: "; "))."),
    ]
  }
}
