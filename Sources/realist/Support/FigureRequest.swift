import Diagnostics
import GraphQuery
import PropertyGraph
import RealistEvaluation
import Reports
import StudySession

/// What `realist export` is asked to draw.
struct FigureRequest {
  /// The figures by name.
  enum Sort: String, CaseIterable {
    case theory, configuration, evidence, chain, contrast, espoused, ripples, citations, query
  }

  private let sort: Sort?
  private let ids: [Text]

  /// Words of the command line: a figure and ids, or an id by itself.
  init(_ words: [String]) {
    let first = words.first ?? ""
    let named = Sort(rawValue: first)
    // `realist export ripples` is the map; a record of that id is drawn as `theory ripples`.
    sort = named
    ids = (named == nil ? words : Array(words.dropFirst())).map { Text($0) }
  }

  func drawing(_ session: StudySession, _ options: FigureOptions) throws -> Drawing {
    switch sort {
    case nil:
      try expect(1...1, "the id of a theory or configuration")
      let isTheory = try session.kind(of: ids[0]) == "THEORY"
      return try isTheory ? theory(session, options) : configuration(session, options)
    case .theory:
      try expect(1...1, "the id of a theory")
      return try theory(session, options)
    case .configuration:
      try expect(1...1, "the id of a configuration")
      return try configuration(session, options)
    case .evidence:
      try expect(1...1, "the id of a configuration")
      let judge = try session.judge()
      return EvidenceFigure(
        judge.reasoning(for: try verdict(judge)), options: options
      ).drawing()
    case .chain: return try chain(session, options)
    case .contrast: return try contrast(session, options)
    case .espoused: return try espoused(session, options)
    case .ripples:
      try expect(0...0, "no id")
      return RippleFigure(
        session.graph, try session.judge().verdicts(), options: options
      ).drawing()
    case .citations:
      try expect(0...0, "no id")
      return CitationFigure(session.graph, options: options).drawing()
    case .query: return try query(session, options)
    }
  }

  // MARK: Theories and verdicts

  private func theory(_ session: StudySession, _ options: FigureOptions) throws -> Drawing {
    let judge = try session.judge()
    guard let verdict = judge.verdict(onTheory: ids[0]) else {
      throw unknown("theory", ids[0], among: judge.theories)
    }
    return TheoryFigure(
      [StudyFigureReader(session.graph).theory(verdict)], options: options
    ).drawing()
  }

  private func configuration(
    _ session: StudySession, _ options: FigureOptions
  ) throws -> Drawing {
    let verdict = try verdict(try session.judge())
    return TheoryFigure(
      [StudyFigureReader(session.graph).theory(ofConfiguration: verdict)], options: options
    ).drawing()
  }

  private func verdict(_ judge: Judge) throws(Diagnostic) -> ConfigurationVerdict {
    guard let verdict = judge.verdict(onConfiguration: ids[0]) else {
      throw unknown("configuration", ids[0], among: judge.configurations)
    }
    return verdict
  }

  private func espoused(_ session: StudySession, _ options: FigureOptions) throws -> Drawing {
    try expect(0...1, "the id of a theory, or none")
    let judge = try session.judge()
    guard let id = ids.first else {
      let title = try session.information().title
      return EspousedFigure(
        judge.verdicts(), of: title.isEmpty ? "All theories" : title, options: options
      ).drawing()
    }
    guard let verdict = judge.verdict(onTheory: id) else {
      throw unknown("theory", id, among: judge.theories)
    }
    return EspousedFigure(
      verdict.configurations, of: verdict.theory.title.isEmpty ? id : verdict.theory.title,
      options: options
    ).drawing()
  }

  // MARK: Chains and contrasts

  private func chain(_ session: StudySession, _ options: FigureOptions) throws -> Drawing {
    try expect(2...2, "two ids: where the chain begins and where it ends")
    let elements = StudyFigureReader(session.graph)
    for id in ids { try elements.check(id) }
    let map = try session.causalMap()
    let (paths, _) = map.paths(from: ids[0], to: ids[1], upTo: TraceStatement.usualSteps)
    guard !paths.isEmpty else {
      throw Diagnostic(
        phase: .runtime, code: "NothingToDraw",
        "no chain leads from `\(ids[0])` to `\(ids[1])` within \(TraceStatement.usualSteps) steps",
        help: "`realist trace \(ids[0]) \(ids[1]) --explain` says where it leads")
    }
    let chains = try session.judge().chains(along: paths)
    var known: [Text: FigureElement] = [:]
    for path in paths {
      for id in [path.start] + path.steps.map(\.end) where known[id] == nil {
        known[id] = elements.element(id)
      }
    }
    let found = known
    return ChainFigure(chains, options: options) { found[$0] }.drawing()
  }

  private func contrast(_ session: StudySession, _ options: FigureOptions) throws -> Drawing {
    try expect(1...100, "the id of a mechanism, and of contexts")
    let elements = StudyFigureReader(session.graph)
    for id in ids { try elements.check(id) }
    let judge = try session.judge(withSurroundings: true)
    let contexts = Array(ids.dropFirst())
    let contrasts = Contrasts(judge).contrasts(
      of: ids[0], across: contexts.isEmpty ? nil : contexts)
    var titles: [Text: Text] = [:]
    for contrast in contrasts {
      var named = [contrast.mechanism] + [contrast.context].compactMap { $0 }
      if case .outcome(let outcome) = contrast.observed { named.append(outcome) }
      for id in named { titles[id] = elements.title(of: id) }
    }
    let found = titles
    return ContrastFigure(contrasts, options: options) { found[$0] ?? $0 }.drawing()
  }

  // MARK: Queries

  private func query(_ session: StudySession, _ options: FigureOptions) throws -> Drawing {
    try expect(1...1, "a query, in quotes")
    var drawing: Drawing?
    try session.run(ids[0]) { result, graph in
      let figure = ResultFigure(rows: result.rows, graph: graph, options: options)
      drawing = figure.isEmpty ? nil : figure.drawing()
    }
    guard let drawing else {
      throw Diagnostic(
        phase: .runtime, code: "NothingToDraw",
        "the query gives no node, relationship or path to draw",
        help: "return what is to be drawn: MATCH p = (a)-[r]->(b) RETURN p")
    }
    return drawing
  }

  // MARK: Wrong words

  private func expect(_ count: ClosedRange<Int>, _ what: String) throws(Diagnostic) {
    guard !count.contains(ids.count) else { return }
    throw Diagnostic(
      phase: .compile, code: "WrongFigure",
      "\(sort.map { "the figure `\($0.rawValue)`" } ?? "a figure by id") takes \(what)",
      help: sort == nil && !ids.isEmpty
        ? NearestName.help(
          for: ids[0].string, among: Sort.allCases.map(\.rawValue), called: "figures")
        : "see `realist export --help`")
  }

  private func unknown(_ kind: String, _ id: Text, among known: [Text]) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "UnknownReference", "there is no \(kind) `\(id)`",
      help: NearestName.help(for: id.string, among: known.map(\.string), called: "\(kind)s"))
  }
}
