import PropertyGraph

/// What a part of a plan reads of the graph, as far as it matters to an update.
struct GraphReads {
  /// A set of names, or all there are.
  enum Names {
    case some(Set<Text>)
    case all

    mutating func insert(_ names: some Sequence<Text>) {
      if case .some(var set) = self {
        set.formUnion(names)
        self = .some(set)
      }
    }

    func meets(_ names: Set<Text>) -> Bool {
      switch self {
      case .all: !names.isEmpty
      case .some(let set): !set.isDisjoint(with: names)
      }
    }

    var isEmpty: Bool {
      if case .some(let set) = self { return set.isEmpty }
      return false
    }
  }

  /// Labels that nodes are looked up or tested by.
  var labels: Names = .some([])
  /// Whether nodes are found without a label.
  var findsAnyNode = false
  /// Types of relationships followed.
  var types: Names = .some([])
  /// Properties read.
  var keys: Names = .some([])

  /// Whether nothing of the graph is read.
  var isEmpty: Bool { labels.isEmpty && !findsAnyNode && types.isEmpty && keys.isEmpty }

  /// Everything.
  static var all: GraphReads {
    GraphReads(labels: .all, findsAnyNode: true, types: .all, keys: .all)
  }

  // MARK: Collecting

  /// Adds what a plan reads, down to the last barrier.
  mutating func add(_ plan: PlanNode, _ slots: SlotTable) {
    var open: [PlanNode] = [plan]
    while let node = open.popLast() {
      if case .barrier = node.operator { continue }
      add(node.operator, slots)
      open += node.inputs
    }
  }

  private mutating func add(_ operation: PlanOperator, _ slots: SlotTable) {
    for expression in operation.expressions { add(expression, slots) }
    switch operation {
    case .scanAll, .seekID: findsAnyNode = true
    case .scanLabel(_, let label): labels.insert([label])
    case .seek(_, let label, let key, _):
      keys.insert([key])
      if let label { labels.insert([label]) } else { findsAnyNode = true }
    case .expand(let expand): add(types: expand.types)
    case .expandGroup(let group): group.steps.forEach { add(types: $0.types) }
    case .shortestPath(let path): path.group.steps.forEach { add(types: $0.types) }
    case .meet(let meet):
      add(types: meet.leftTypes)
      add(types: meet.rightTypes)
      labels.insert(meet.labels)
    case .degree(let degree):
      add(types: degree.types)
      labels.insert(degree.labels)
    case .countEnds(_, let ends):
      for step in ends.chains.flatMap(\.steps) {
        add(types: step.types)
        labels.insert(step.labels)
      }
    case .call, .extension, .merge: self = .all
    default: break
    }
  }

  private mutating func add(types names: [Text]) {
    if names.isEmpty { types = .all } else { types.insert(names) }
  }

  /// Adds what an expression reads.
  mutating func add(_ expression: BoundExpression, _ slots: SlotTable) {
    switch expression.kind {
    case .property(_, let key): keys.insert([key])
    case .hasLabels(_, let names): labels.insert(names)
    case .subscripted(let subject, _) where subject.mayHoldEntity(slots): keys = .all
    case .mapProjection: keys = .all
    case .call(_, let arguments) where arguments.contains { $0.mayHoldEntity(slots) }:
      keys = .all
      labels = .all
    case .subquery(_, let plan): add(plan, slots)
    default: break
    }
    expression.forEachPart { add($0, slots) }
  }
}

/// What an updating clause writes.
struct GraphWrites {
  /// Labels of created nodes, and labels set or removed.
  var labels: Set<Text> = []
  /// Whether nodes are created.
  var createsNodes = false
  /// Types of created relationships.
  var types: Set<Text> = []
  /// Properties set on what exists.
  var keys: Set<Text> = []
  /// Whether anything may be changed.
  var isAnything = false

  init(of clause: BoundClause) {
    switch clause {
    case .create(let items):
      for item in items {
        switch item {
        case .node(_, let names, _):
          createsNodes = true
          labels.formUnion(names)
        case .relationship(_, let type, _, _, _, _): types.insert(type)
        }
      }
    case .set(let operations):
      for operation in operations {
        switch operation {
        case .property(_, let key, _): keys.insert(key)
        case .labels(_, let names, _): labels.formUnion(names)
        case .replace, .merge: isAnything = true
        }
      }
    case .remove(let operations):
      for operation in operations {
        switch operation {
        case .property(_, let key): keys.insert(key)
        case .labels(_, let names, _): labels.formUnion(names)
        }
      }
    default: isAnything = true
    }
  }

  /// Whether an update can change what is read.
  func meets(_ reads: GraphReads) -> Bool {
    if reads.isEmpty { return false }
    if isAnything { return true }
    return (createsNodes && reads.findsAnyNode) || reads.labels.meets(labels)
      || reads.types.meets(types) || reads.keys.meets(keys)
  }
}

extension BoundExpression {
  /// Whether a value of the expression may be or hold a node, relationship or path.
  fileprivate func mayHoldEntity(_ slots: SlotTable) -> Bool {
    switch kind {
    case .literal, .property, .comparison, .not, .negate, .plus, .all, .any, .isNull, .hasLabels:
      return false
    case .parameter: return false
    case .slot(let slot): return slots[slot].type.mayHoldEntity
    case .binary(let operation, let left, let right):
      return operation == .add && (left.mayHoldEntity(slots) || right.mayHoldEntity(slots))
    case .call(let function, let arguments):
      switch function.result {
      case .boolean, .integer, .float, .number, .text, .temporal, .null: return false
      default: return arguments.contains { $0.mayHoldEntity(slots) }
      }
    case .path, .subquery: return true
    default:
      var found = false
      forEachPart { found = found || $0.mayHoldEntity(slots) }
      return found
    }
  }
}

extension InferredType {
  fileprivate var mayHoldEntity: Bool {
    switch self {
    case .boolean, .integer, .float, .number, .text, .temporal, .null: false
    case .any, .map, .node, .relationship, .path: true
    case .list(let element): element.mayHoldEntity
    }
  }
}
