import Diagnostics
import GraphQuery
import GraphStore
import PropertyGraph
import RealistEvaluation
import StudyFiles

/// A realist statement with the rules of the study: read when it asks, so that a plain query never
/// pays.
struct StudyStatement: StatementExtension {
  private let type: any RealistStatement.Type
  private let statement: any RealistStatement
  private let rules: RulesSource

  init(_ type: any RealistStatement.Type, rules: RulesSource) {
    self.type = type
    statement = type.init()
    self.rules = rules
  }

  var keyword: Text { statement.keyword }
  var optionNames: [Text] { statement.optionNames }

  func parseArguments(
    _ cursor: inout TokenCursor
  ) throws(Diagnostic) -> [Clause.ExtensionArgument] {
    try statement.parseArguments(&cursor)
  }

  func bind(
    _ arguments: [Clause.ExtensionArgument], mode: Statement.Mode
  ) throws(Diagnostic) -> any BoundExtension {
    let ruled = type.init(rules: try rules.load()) { file throws(Diagnostic) in
      try RulesReader.read(
        SourceText(name: file.string, bytes: try FileBytes.read(file.string)))
    }
    return try ruled.bind(arguments, mode: mode)
  }
}

/// Where the rules of a study's theory tests come from.
struct RulesSource: Sendable {
  private enum Place: Sendable {
    case folder(StudyFolder)
    case text(SourceText)
    case standard
  }

  private let place: Place

  init(home: StudySession.Home, store: StoredGraph?) {
    if case .folder(let path) = home {
      place = .folder(StudyFolder(path: path))
    } else if let store, let text = try? StudyDatabase.rules(of: store) {
      place = .text(text)
    } else {
      place = .standard
    }
  }

  /// The study's own rules, or the standard rules where it has none.
  func load() throws(Diagnostic) -> Rules {
    switch place {
    case .standard: return .standard
    case .text(let source): return try RulesReader.read(source)
    case .folder(let folder):
      guard folder.state(of: StudyReader.rulesPath) != nil else { return .standard }
      return try RulesReader.read(try folder.read(StudyReader.rulesPath))
    }
  }
}
