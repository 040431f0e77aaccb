public import PropertyGraph

/// One operator of a plan with its inputs. Each takes rows from its first input and extends, drops
/// or reshapes them; a plan is executed from its root by pulling batches.
public final class PlanNode: Sendable {
  /// What it does.
  public let `operator`: PlanOperator
  /// Where its rows come from. Operators with a subplan have it as their second input.
  public let inputs: [PlanNode]
  /// The planner's estimate of the rows it gives.
  public let estimatedRows: Double

  /// An operator over its inputs.
  public init(_ operator: PlanOperator, inputs: [PlanNode] = [], estimatedRows: Double = 1) {
    self.operator = `operator`
    self.inputs = inputs
    self.estimatedRows = estimatedRows
  }
}

/// The operators. Slots named here are written by the operator unless said to be read.
public enum PlanOperator: Sendable {
  // MARK: Leaves

  /// One row without values.
  case unit
  /// The rows that the enclosing `apply` or subquery expression hands in.
  case argument
  /// Nothing: for what can never match.
  case empty

  // MARK: Reading the graph

  /// Every node, for each input row.
  case scanAll(Slot)
  /// Every node with the label, for each input row.
  case scanLabel(Slot, Text)
  /// Nodes whose property equals the value, by an index if there is one, for each input row.
  case seek(Slot, label: Text?, key: Text, value: BoundExpression)
  /// The node `id(n)` = value, for each input row.
  case seekID(Slot, value: BoundExpression)
  /// One step from a bound node.
  case expand(Expand)
  /// A repeated part of a path from a bound node.
  case expandGroup(ExpandGroup)
  /// Shortest paths between two bound nodes.
  case shortestPath(ShortestPath)
  /// Common neighbours of two bound nodes.
  case meet(Meet)
  /// How many relationships a bound node has.
  case degree(Degree)
  /// Drops rows where the predicate is not true.
  case filter(BoundExpression)

  // MARK: Reshaping rows

  /// Computes slots; slots not in `keeps` or written here are forgotten.
  case project([(slot: Slot, expression: BoundExpression)], keeps: [Slot])
  /// Groups by the keys and aggregates; gives one row without keys if there are none.
  case aggregate(
    keys: [(slot: Slot, expression: BoundExpression)],
    aggregates: [(slot: Slot, call: AggregateCall)])
  /// Groups by the keys and counts distinct nodes that steps lead to, without making their rows.
  case countEnds(keys: [(slot: Slot, expression: BoundExpression)], CountedEnds)
  /// Drops rows equal to an earlier one in all the slots.
  case distinct([Slot])
  /// Sorts; stable.
  case sort([SortKey])
  /// The first rows of a sort, without sorting the rest.
  case top([SortKey], limit: BoundExpression)
  /// Drops the first rows.
  case skip(BoundExpression)
  /// Stops after that many rows. Pulls its input at least once, even for 0: updates below it have to
  /// happen (a barrier above them takes all rows at the first pull). The same holds for ``top``.
  case limit(BoundExpression)
  /// One row for each element of a list.
  case unwind(BoundExpression, Slot)

  // MARK: Combining

  /// Runs the second input for each row of the first.
  case apply(ApplyKind)
  /// The rows of all inputs, one after the other; each input has written the same slots.
  case union
  /// Joins two inputs on equal values of the slots (read from both); the second is built into a
  /// hash table. Other slots of both sides are kept. Without slots: every pair of rows. The planner
  /// filters the result by the exact predicate where equality of keys is not enough (null, NaN), so
  /// keys that are `=` must meet (`1` and `1.0`), others may.
  case hashJoin([Slot])
  /// Calls a procedure for each row.
  case call(ProcedureInvocation)
  /// Runs an extension statement for each row.
  case `extension`(any BoundExtension, [(column: Int, slot: Slot)])

  // MARK: Changing the graph

  /// Takes in all rows before it gives one: what comes before must not see what comes after.
  case barrier
  /// Creates nodes and relationships for each row.
  case create([CreateItem])
  /// For each row: the rows of the second input if it gives any (then `onMatch`), else one row with
  /// the created entities (then `onCreate`). Sees its own earlier rows.
  case merge([CreateItem], onCreate: [SetOperation], onMatch: [SetOperation])
  /// Sets properties and labels.
  case set([SetOperation])
  /// Removes properties and labels.
  case remove([RemoveOperation])
  /// Deletes nodes, relationships and paths.
  case delete([BoundExpression], isDetaching: Bool)
}

/// One step.
public struct Expand: Sendable {
  /// The bound node (read).
  public var from: Slot
  /// The relationship; already bound when `isRelationshipBound`.
  public var relationship: Slot
  /// The node at the other end; already bound when `isInto`.
  public var to: Slot
  /// Types it may have; none means any.
  public var types: [Text]
  /// Seen from `from`.
  public var direction: TraversalDirection
  /// Whether `to` is bound already, so that the step closes a cycle.
  public var isInto: Bool
  /// Whether `relationship` is bound already and must be met again.
  public var isRelationshipBound: Bool
  /// Relationships and lists of relationships of the same `MATCH` that it must differ from (read).
  public var distinctFrom: [Slot]
  /// Where the step stands with both its nodes.
  public var span: Span = 0..<0
}

/// A repeated part of a path.
public struct ExpandGroup: Sendable {
  /// What paths are kept apart.
  public enum Mode: Sendable, Hashable {
    /// Every trail (no relationship twice) is a row.
    case trails
    /// Every end node is one row for each start: legal only where nobody sees the paths and counts
    /// do not matter (DESIGN 28).
    case reachability
  }

  /// One step of the repeated part.
  public struct Step: Sendable {
    /// Types it may have; none means any.
    public var types: [Text]
    /// In walking order.
    public var direction: TraversalDirection
    /// Local slots that the predicate reads, one repetition at a time.
    public var relationship: Slot
    /// The node the step arrives at.
    public var node: Slot
  }

  /// The bound node (read).
  public var from: Slot
  /// The node at the other end; already bound when `isInto`.
  public var to: Slot
  /// Whether `to` is bound already.
  public var isInto: Bool
  /// Fewest repetitions.
  public var minimum: Int
  /// Most repetitions; `nil` for no bound.
  public var maximum: Int?
  /// The local slot of the node that a repetition starts at.
  public var entry: Slot
  /// The steps of one repetition, in walking order from `from`.
  public var steps: [Step]
  /// What must hold in each repetition; reads local slots and slots of the row.
  public var predicate: BoundExpression?
  /// All relationships walked, as a list in walking order of the written pattern; `nil` if nobody
  /// reads it.
  public var relationships: Slot?
  /// Local slots that become lists over the repetitions.
  public var lists: [(local: Slot, list: Slot)]
  /// Whether the pattern is walked from its right end, so that lists have to be reversed.
  public var isReversed: Bool
  /// A list of relationships bound earlier that must be walked exactly (`-[rs*]-` with `rs` bound).
  public var boundRelationships: Slot?
  /// As in ``Expand``.
  public var distinctFrom: [Slot]
  /// Which paths are kept apart.
  public var mode: Mode
  /// Where the part stands with the nodes around it.
  public var span: Span = 0..<0
}

/// Shortest paths between two bound nodes.
public struct ShortestPath: Sendable {
  /// One end (read).
  public var from: Slot
  /// The other end (read).
  public var to: Slot
  /// The repeated part; its `from`, `to` and `isInto` are those of this operator.
  public var group: ExpandGroup
  /// Whether all shortest paths are given, or one.
  public var isAll: Bool
  /// What a path must satisfy, or the search goes on to longer ones; reads slots of the row, what
  /// the operator writes, and ``paths``.
  public var predicate: BoundExpression? = nil
  /// Path variables that the predicate reads, and what they are made of.
  public var paths: [(slot: Slot, elements: [Slot])] = []
}

/// Two steps from bound nodes that arrive at one node.
public struct Meet: Sendable {
  /// The bound nodes (read).
  public var left: Slot
  /// See ``left``.
  public var right: Slot
  /// Their common neighbour.
  public var node: Slot
  /// The relationships that lead to it.
  public var leftRelationship: Slot
  /// See ``leftRelationship``.
  public var rightRelationship: Slot
  /// Types that they may have; none means any.
  public var leftTypes: [Text]
  /// See ``leftTypes``.
  public var rightTypes: [Text]
  /// Seen from the bound node.
  public var leftDirection: TraversalDirection
  /// See ``leftDirection``.
  public var rightDirection: TraversalDirection
  /// Labels that the common neighbour must have.
  public var labels: [Text]
  /// As in ``Expand``, for each relationship.
  public var leftDistinctFrom: [Slot]
  /// See ``leftDistinctFrom``.
  public var rightDistinctFrom: [Slot]
  /// Whether the two relationships must differ.
  public var areApart: Bool
  /// Whether one common neighbour is enough: then nothing is written, and a row stays or goes.
  public var isOnce: Bool
  /// Where the first step stands with both its nodes.
  public var span: Span = 0..<0
}

/// A step that is only counted.
public struct Degree: Sendable {
  /// The bound node (read).
  public var from: Slot
  /// Types that relationships may have; none means any.
  public var types: [Text]
  /// Seen from `from`.
  public var direction: TraversalDirection
  /// Labels of the other end.
  public var labels: [Text]
  /// How many there are.
  public var count: Slot
  /// Whether rows stay where there are none.
  public var keepsRowsWithout: Bool
  /// Where the step stands with both its nodes.
  public var span: Span = 0..<0
}

/// What `apply` does with the rows of its second input.
public enum ApplyKind: Sendable {
  /// All of them, joined with the outer row.
  case inner
  /// All of them; an outer row without any stays once with null in the slots.
  case optional(nulls: [Slot])
  /// The outer row if there is one (or, negated, none): semi-join.
  case exists(negated: Bool)
}

/// One aggregate of a projection.
public struct AggregateCall: Sendable {
  /// The function; `nil` for `count(*)`.
  public var function: AggregateFunction?
  /// Its arguments, evaluated on the input rows.
  public var arguments: [BoundExpression]
  /// Whether each distinct value counts once.
  public var isDistinct: Bool
}

/// One key of a sort.
public struct SortKey: Sendable {
  /// The key.
  public var expression: BoundExpression
  /// Whether small comes first.
  public var isAscending: Bool
}

/// A call of a procedure.
public struct ProcedureInvocation: Sendable {
  /// What is called.
  public var procedure: Procedure
  /// Its arguments.
  public var arguments: [BoundExpression]
  /// Output columns by position and the slots they fill.
  public var yields: [(column: Int, slot: Slot)]
  /// How many of the rows are enough for each input row; `nil` where all are wanted.
  public var first: BoundExpression?

  /// A call that gives all rows.
  public init(
    procedure: Procedure, arguments: [BoundExpression], yields: [(column: Int, slot: Slot)]
  ) {
    self.procedure = procedure
    self.arguments = arguments
    self.yields = yields
  }
}

/// One thing to create; later ones may refer to nodes of earlier ones.
public enum CreateItem: Sendable {
  /// A node.
  case node(Slot, labels: [Text], properties: BoundExpression?)
  /// A relationship between two bound nodes.
  case relationship(
    Slot, type: Text, from: Slot, to: Slot, properties: BoundExpression?, span: Span)
}

/// One thing to set.
public enum SetOperation: Sendable {
  /// A property of a node or relationship.
  case property(of: BoundExpression, key: Text, value: BoundExpression)
  /// All properties.
  case replace(Slot, BoundExpression)
  /// The properties named by a map.
  case merge(Slot, BoundExpression)
  /// Labels.
  case labels(Slot, [Text], Span)
}

/// One thing to remove.
public enum RemoveOperation: Sendable {
  /// A property of a node or relationship.
  case property(of: BoundExpression, key: Text)
  /// Labels.
  case labels(Slot, [Text], Span)
}
