public import Diagnostics
public import GraphQuery
public import PropertyGraph

extension StudySession {
  /// Whether a statement changes the graph. Throws what is wrong with it.
  public func isUpdating(_ text: Text) throws(Diagnostic) -> Bool {
    try withStatement(text) { (engine, source) throws(Diagnostic) in
      try engine.plan(source).isUpdating
    }
  }

  /// Runs a statement and hands its rows on without keeping them; see
  /// ``QueryEngine/stream(_:options:columns:rows:)``. The result has everything but the rows; one
  /// that gave none still names its columns.
  ///
  /// Rows of a statement that changes the graph come before its changes are lasting: who shows them
  /// to a person uses ``run(_:parameters:limits:cancellation:read:)``.
  public func stream(
    _ text: Text, parameters: PropertyMap = PropertyMap(), limits: QueryLimits = QueryLimits(),
    cancellation: CancellationFlag? = nil,
    columns: (_ names: [Text]) throws(Diagnostic) -> Void,
    rows:
      (
        _ rows: [[Value]], _ graph: any GraphAccess, _ account: ResultAccount
      ) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> QueryResult {
    try prepare(text, parameters, limits, cancellation) {
      (engine, source, options) throws(Diagnostic) in
      try engine.stream(source, options: options, columns: columns, rows: rows)
    }
  }
}
