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

  /// Runs a statement that only reads, and hands its rows on as they come, without keeping them.
  /// The result has everything but the rows; one that gave none still names its columns.
  ///
  /// A statement that changes the graph belongs to ``run(_:parameters:limits:cancellation:read:)``:
  /// what it gives should not be shown before it is lasting.
  public func stream(
    _ text: Text, parameters: PropertyMap = PropertyMap(), limits: QueryLimits = QueryLimits(),
    cancellation: CancellationFlag? = nil,
    columns: (_ names: [Text]) throws(Diagnostic) -> Void,
    rows: (_ rows: [[Value]], _ graph: any GraphAccess) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> QueryResult {
    let options = QueryEngine.Options(
      parameters: canonical(parameters), limits: limits, cancellation: cancellation)
    return try withStatement(text) { (engine, source) throws(Diagnostic) in
      try engine.stream(source, options: options, columns: columns, rows: rows)
    }
  }
}
