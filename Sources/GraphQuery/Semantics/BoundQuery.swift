import PropertyGraph

/// A query after semantic analysis, before it is planned: every name is resolved, every rule of the
/// language is checked, nothing is decided about how to run it.
struct BoundQuery {
  /// The parts of a `UNION`, or one.
  var parts: [BoundSingleQuery]
  /// Whether the union keeps duplicates.
  var keepsDuplicates: Bool
  /// Result columns. In a union these slots are written by each part from its own columns.
  var columns: [(name: Text, slot: Slot)]
  /// Slots of enclosing queries that the rows coming in hold; of a subquery in an expression.
  var outer: [Slot] = []
}

/// A sequence of clauses.
struct BoundSingleQuery {
  /// In order.
  var clauses: [BoundClause]
  /// Columns of the final `RETURN`.
  var columns: [(name: Text, slot: Slot)]
}

/// One clause.
indirect enum BoundClause {
  case match(BoundPattern, isOptional: Bool)
  case unwind(BoundExpression, Slot)
  case project(BoundProjection)
  case call(ProcedureInvocation, predicate: BoundExpression?)
  case `extension`(any BoundExtension, [(column: Int, slot: Slot)], predicate: BoundExpression?)
  /// `CALL { }`: the query, whether it gives rows, and whether it changes the graph.
  case subquery(BoundQuery, givesRows: Bool, isUpdating: Bool)
  case create([CreateItem])
  case merge(BoundPattern, [CreateItem], onCreate: [SetOperation], onMatch: [SetOperation])
  case set([SetOperation])
  case remove([RemoveOperation])
  case delete([BoundExpression], isDetaching: Bool)
  /// Predicates that rows must satisfy; planning makes it of a `WITH` that does nothing else.
  case filter([BoundExpression])
  /// Values added to each row; nothing is forgotten.
  case compute([(slot: Slot, expression: BoundExpression)])

  /// Whether the clause changes the graph.
  var isUpdating: Bool {
    switch self {
    case .match, .unwind, .project, .extension, .filter, .compute: false
    case .call(let invocation, _): invocation.procedure.isUpdating
    case .subquery(_, _, let isUpdating): isUpdating
    case .create, .merge, .set, .remove, .delete: true
    }
  }
}

/// `WITH` or `RETURN`.
struct BoundProjection {
  /// Grouping keys and aggregates, if it aggregates.
  var aggregation: BoundAggregation? = nil
  /// What is computed from the rows (after the aggregation, if there is one).
  var computed: [(slot: Slot, expression: BoundExpression)]
  /// Whether duplicates are dropped.
  var isDistinct: Bool = false
  /// Slots that later clauses see.
  var outputs: [Slot]
  /// Slots of enclosing queries that must survive.
  var outer: [Slot] = []
  /// `ORDER BY`.
  var order: [SortKey] = []
  /// `SKIP`.
  var skip: BoundExpression? = nil
  /// `LIMIT`.
  var limit: BoundExpression? = nil
  /// `WHERE`.
  var predicate: BoundExpression? = nil
}

/// The aggregating half of a projection.
struct BoundAggregation {
  /// Keys.
  var keys: [(slot: Slot, expression: BoundExpression)]
  /// Aggregates.
  var aggregates: [(slot: Slot, call: AggregateCall)]
}

/// The pattern of one `MATCH` with its predicates: labels, inline properties and `WHERE` are all
/// conjuncts, so that the planner places each of them on its own.
struct BoundPattern {
  /// Every node, in the order of first mention.
  var nodes: [Slot] = []
  /// Nodes, relationships and lists that were bound before the pattern.
  var boundBefore: Set<Slot> = []
  /// Steps, groups and shortest paths in the order written.
  var edges: [BoundEdge] = []
  /// Path variables and what they are made of.
  var paths: [(slot: Slot, elements: [Slot])] = []
  /// What must hold.
  var predicates: [BoundExpression] = []
}

/// A connection between two nodes of a pattern.
struct BoundEdge {
  /// What kind of connection.
  enum Form {
    /// One relationship.
    case step
    /// A repetition.
    case group(BoundGroup)
    /// Shortest paths over a repetition.
    case shortest(BoundGroup, isAll: Bool)
  }

  /// What kind of connection.
  var form: Form
  /// The node written first.
  var left: Slot
  /// The node written last.
  var right: Slot
  /// The relationship of a step, or the list of relationships of a repetition.
  var relationship: Slot
  /// Whether that slot was bound before.
  var isRelationshipBound: Bool
  /// Types of a step; none means any.
  var types: [Text]
  /// Seen from `left`.
  var direction: TraversalDirection
  /// Of shortest paths: whether predicates about the path belong to the search.
  var searchesWithPredicates = false
  /// Which of several `MATCH` clauses planned as one it belongs to: relationships differ within one.
  var clause = 0
  /// Where it stands with both its nodes.
  var span: Span = 0..<0

  /// Every type that a relationship of this edge may have; `nil` for any.
  var possibleTypes: Set<Text>? {
    switch form {
    case .step: return types.isEmpty ? nil : Set(types)
    case .group(let group), .shortest(let group, _):
      var all: Set<Text> = []
      for step in group.steps {
        if step.types.isEmpty { return nil }
        all.formUnion(step.types)
      }
      return all
    }
  }
}

/// What is repeated, in the order written.
struct BoundGroup {
  /// Fewest repetitions.
  var minimum: Int
  /// Most repetitions.
  var maximum: Int?
  /// The local node that a repetition begins with.
  var entry: Slot
  /// Its steps.
  var steps: [ExpandGroup.Step]
  /// What must hold in each repetition.
  var predicate: BoundExpression?
  /// Local variables that become lists.
  var lists: [(local: Slot, list: Slot)]
}
