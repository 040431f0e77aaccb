public import Diagnostics
import GraphQuery
public import PropertyGraph
public import RealistEvaluation
import StudyFiles

extension StudySession {
  /// `THEORY` or `CONFIGURATION`, as `TEST` names what has that id. Throws `UnknownReference`, and
  /// `WrongKind` for what cannot be tested.
  public func kind(of id: Text) throws(Diagnostic) -> Text {
    let labels = graph.keyCode("id").flatMap { key in
      graph.seek(label: nil, key: key, equals: .text(id))?.first.map { graph.labels(of: $0) }
    }
    if labels?.contains("Theory") ?? false { return "THEORY" }
    if labels?.contains("Configuration") ?? false { return "CONFIGURATION" }
    guard let kind = labels?.first else {
      throw Diagnostic(
        phase: .runtime, code: "UnknownReference", "there is no record `\(id)`",
        help: NearestName.help(for: id.string, among: testableIDs(), called: "ids"))
    }
    throw Diagnostic(
      phase: .runtime, code: "WrongKind",
      "`\(id)` is \(Testable.name(ofKind: kind)), neither a theory nor a configuration",
      help: Testable.advice(on: id, ofKind: kind).map { "in the query language, \($0)" }
        ?? NearestName.help(for: id.string, among: testableIDs(), called: "ids"))
  }

  private func testableIDs() -> [String] {
    var ids: [String] = []
    for label: Text in ["Theory", "Configuration"] {
      guard let code = graph.labelCode(label) else { continue }
      var cursor = ScanCursor()
      var rows: [NodeRow] = []
      while !cursor.isAtEnd { graph.scan(code, cursor: &cursor, limit: 2_048, into: &rows) }
      for row in rows {
        if case .text(let id)? = graph.properties(of: row)["id"] { ids.append(id.string) }
      }
    }
    return ids
  }

  /// Judges every configuration of the study by its rules: what reports and figures show. The
  /// evidence comes in by the same queries that `TEST ALL` runs.
  /// - Parameter withSurroundings: Whether cases and subjects are read as well, for contrasts and
  ///   gaps.
  public func judge(withSurroundings: Bool = false) throws(Diagnostic) -> Judge {
    let rules = try rules()
    return try loading { loader in
      try Judge(loader.load(withSurroundings: withSurroundings), rules: rules)
    }
  }

  /// All recorded evidence, as `TEST ALL` reads it.
  public func evidence() throws(Diagnostic) -> RecordedEvidence {
    try loading { try $0.load() }
  }

  /// What leads to what, over the whole study.
  public func causalMap() throws(Diagnostic) -> CausalMap {
    try loading { try $0.causalMap() }
  }

  private func loading<Result>(
    _ read: (EvidenceLoader) throws -> Result
  ) throws(Diagnostic) -> Result {
    do {
      return try read(
        EvidenceLoader { query, parameters in
          var result = QueryResult(columns: [], rows: [])
          try self.run(Text(query), parameters: parameters) { given, _ in result = given }
          return result
        })
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch {
      throw Diagnostic(phase: .runtime, code: "TestFailed", "\(error)")
    }
  }

  /// The rules of a file, as `USING RULES` reads it.
  public static func rules(inFile path: String) throws(Diagnostic) -> Rules {
    try RulesReader.read(SourceText(name: path, bytes: try FileBytes.read(path)))
  }
}
