import Diagnostics
import GraphQuery
import PropertyGraph
import RealistEvaluation

/// A statement about theories in a plain graph, which has none: refused with the reason, where
/// without it the word would be no clause at all.
struct StudyOnlyStatement: StatementExtension {
  let keyword: Text
  let optionNames: [Text] = []

  /// The statements that a study has.
  static let all: [any StatementExtension] = RealistStatements.all.map {
    StudyOnlyStatement(keyword: $0.init().keyword)
  }

  func parseArguments(
    _ cursor: inout TokenCursor
  ) throws(Diagnostic) -> [Clause.ExtensionArgument] {
    let end = cursor.endOfPrevious
    throw Wording.needsStudy(keyword).at(end - keyword.utf8.count..<end, in: cursor.source)
  }

  func bind(
    _ arguments: [Clause.ExtensionArgument], mode: Statement.Mode
  ) throws(Diagnostic) -> any BoundExtension {
    throw Wording.needsStudy(keyword)
  }
}
