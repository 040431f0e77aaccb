import Diagnostics
import PropertyGraph

/// The order of clauses, and which may stand where.
extension Analyzer {
  func checkComposition(_ query: SingleQuery, _ place: QueryPlace) throws(Diagnostic) {
    for clause in query.clauses where place == .expression && clause.writes {
      throw problem(SemanticsWording.updateInSubquery(clause.keyword), at: clause.span)
    }
    guard let last = query.clauses.last, place != .expression else { return }
    switch last {
    case .return, .call, .extension, .subquery, .create, .merge, .set, .remove, .delete: break
    case .match, .unwind, .with:
      throw problem(SemanticsWording.unfinished(last.keyword), at: last.span)
    }
  }

  /// Refuses clauses that change a graph which queries only read.
  func checkMayWrite(_ clause: Clause) throws(Diagnostic) {
    if catalogue.isReadOnly, clause.writes {
      throw problem(SemanticsWording.readOnly(clause.keyword), at: clause.span)
    }
  }
}

extension Clause {
  /// Whether the clause itself changes the graph.
  var writes: Bool {
    switch self {
    case .create, .merge, .set, .remove, .delete: true
    case .match, .unwind, .with, .return, .call, .subquery, .extension: false
    }
  }

  /// The keyword it begins with.
  var keyword: String {
    switch self {
    case .match(let clause): clause.isOptional ? "OPTIONAL MATCH" : "MATCH"
    case .unwind: "UNWIND"
    case .with: "WITH"
    case .return: "RETURN"
    case .create: "CREATE"
    case .merge: "MERGE"
    case .set: "SET"
    case .remove: "REMOVE"
    case .delete(let clause): clause.isDetaching ? "DETACH DELETE" : "DELETE"
    case .call: "CALL"
    case .subquery: "CALL { }"
    case .extension(let clause): clause.name.string
    }
  }
}
