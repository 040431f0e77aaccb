public import PropertyGraph

/// A statement ready to run.
public struct QueryPlan: Sendable {
  /// The root operator.
  public var root: PlanNode
  /// Result columns: names as the query writes them, and their slots. Empty without `RETURN`.
  public var columns: [(name: Text, slot: Slot)]
  /// How many slots a row has.
  public var slotCount: Int
  /// The variables' names by slot, for display; anonymous ones have none.
  public var slotNames: [Text?]
  /// Whether it changes the graph.
  public var isUpdating: Bool
  /// Names of the parameters it reads.
  public var parameters: [Text]
  /// What is asked besides the result.
  public var mode: Statement.Mode
  /// `AT REVISION`: a constant expression for the revision to read; `nil` for the present.
  public var revision: BoundExpression?
  /// Slots that some operator or the result reads; `nil` if that has not been worked out.
  var readSlots: Set<Slot>?
}

/// Counts of a graph that the planner weighs alternatives with.
public protocol GraphStatistics {
  /// Nodes, with a label if given.
  func nodeCount(label: Text?) -> Double
  /// Relationships, of a type if given.
  func relationshipCount(type: Text?) -> Double
  /// Whether an index finds nodes by this property.
  func hasIndex(label: Text?, key: Text) -> Bool
}
