import PropertyGraph

@testable import GraphQuery

/// Names that a pattern binds.
enum ReferencePattern {
  static func names(_ paths: [PathPattern]) -> [String] {
    paths.flatMap { path in path.elements.flatMap(names) }
  }

  private static func names(_ element: PatternElement) -> [String] {
    switch element {
    case .node(let node): node.variable.map { [$0.string] } ?? []
    case .step(let step): step.variable.map { [$0.string] } ?? []
    case .group(let group): group.elements.flatMap(names)
    }
  }
}

/// Patterns, by trying everything from left to right.
extension ReferenceEvaluator {
  private struct State {
    var row: Row
    var used: Set<Int> = []
    var node = 0
  }

  func matches(_ paths: [PathPattern], _ row: Row) throws -> [Row] {
    var states = [State(row: row)]
    for path in paths {
      guard path.variable == nil, path.selector == .all, case .node(let first) = path.elements[0]
      else { throw Unknown(what: "path") }
      states = try states.flatMap { state in
        try graph.nodes.indices.compactMap { try bind(first, $0, state) }
      }
      for index in stride(from: 1, to: path.elements.count, by: 2) {
        guard case .node(let end) = path.elements[index + 1] else { throw Unknown(what: "path") }
        states = try states.flatMap { state -> [State] in
          switch path.elements[index] {
          case .step(let step):
            return try walk(step, state).compactMap { relationship, reached in
              guard let bound = bind(step.variable, .relationship(relationship), reached) else {
                return nil
              }
              return try bind(end, bound.node, bound)
            }
          case .group(let group): return try repeated(group, end, state)
          case .node: throw Unknown(what: "path")
          }
        }
      }
    }
    return states.map(\.row)
  }

  /// `-[r:T*1..3]->` from where a state stands.
  private func repeated(
    _ group: GroupPattern, _ end: NodePattern, _ start: State
  ) throws -> [State] {
    guard group.elements.count == 1, case .step(let step) = group.elements[0] else {
      throw Unknown(what: "group")
    }
    var arrived: [State] = []
    var level: [(state: State, taken: [Int])] = [(start, [])]
    for count in 0...(group.maximum ?? graph.relationships.count) {
      if count >= group.minimum {
        for (state, taken) in level {
          let list = ReferenceValue.list(taken.map { .relationship($0) })
          if let bound = bind(step.variable, list, state),
            let done = try bind(end, bound.node, bound)
          {
            arrived.append(done)
          }
        }
      }
      level = try level.flatMap { state, taken in
        try walk(step, state).map { relationship, reached in (reached, taken + [relationship]) }
      }
    }
    return arrived
  }

  /// Every relationship that a step may take.
  private func walk(_ step: StepPattern, _ state: State) throws -> [(Int, State)] {
    var found: [(Int, State)] = []
    for (index, relationship) in graph.relationships.enumerated() {
      guard !relationship.isDeleted, !state.used.contains(index),
        step.types.isEmpty || step.types.contains(where: { $0.string == relationship.type }),
        try holds(step.properties, relationship.properties, state.row)
      else { continue }
      var ends: Set<Int> = []
      if step.direction != .incoming, relationship.start == state.node {
        ends.insert(relationship.end)
      }
      if step.direction != .outgoing, relationship.end == state.node {
        ends.insert(relationship.start)
      }
      for end in ends {
        var reached = state
        reached.used.insert(index)
        reached.node = end
        found.append((index, reached))
      }
    }
    return found
  }

  private func bind(_ pattern: NodePattern, _ index: Int, _ state: State) throws -> State? {
    let node = graph.nodes[index]
    guard !node.isDeleted, pattern.labels.allSatisfy({ node.labels.contains($0.string) }),
      var bound = bind(pattern.variable, .node(index), state),
      try holds(pattern.properties, node.properties, bound.row)
    else { return nil }
    bound.node = index
    return bound
  }

  /// Binds a variable, or keeps the state if the variable already has that very value.
  private func bind(_ variable: Name?, _ value: ReferenceValue, _ state: State) -> State? {
    guard let name = variable?.string else { return state }
    if let known = state.row[name] { return known.key == value.key ? state : nil }
    var bound = state
    bound.row[name] = value
    return bound
  }

  private func holds(
    _ wanted: Expression?, _ properties: [String: ReferenceValue], _ row: Row
  ) throws -> Bool {
    guard let wanted else { return true }
    guard case .map(let entries) = wanted.kind else { throw Unknown(what: "properties") }
    return try entries.allSatisfy { entry in
      let has = properties[entry.key.string] ?? .null
      return has.equals(try value(entry.value, row)) == true
    }
  }
}
