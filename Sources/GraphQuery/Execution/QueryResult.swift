public import PropertyGraph

/// What a statement gave.
public struct QueryResult: Sendable {
  /// Column names as the query writes them.
  public var columns: [Text]
  /// The rows; entities are rows of the graph that the statement ran on.
  public var rows: [[Value]]
  /// What it changed.
  public var statistics: UpdateStatistics
  /// The plan as text, for `EXPLAIN` and `PROFILE`.
  public var plan: String?

  /// A result.
  public init(
    columns: [Text], rows: [[Value]], statistics: UpdateStatistics = UpdateStatistics(),
    plan: String? = nil
  ) {
    self.columns = columns
    self.rows = rows
    self.statistics = statistics
    self.plan = plan
  }
}

/// Side effects as the openCypher kit counts them.
public struct UpdateStatistics: Sendable, Hashable {
  /// Nodes created.
  public var nodesCreated = 0
  /// Nodes deleted.
  public var nodesDeleted = 0
  /// Relationships created.
  public var relationshipsCreated = 0
  /// Relationships deleted.
  public var relationshipsDeleted = 0
  /// Properties set or removed.
  public var propertiesSet = 0
  /// Labels added.
  public var labelsAdded = 0
  /// Labels removed.
  public var labelsRemoved = 0

  /// Nothing changed.
  public init() {}
}
