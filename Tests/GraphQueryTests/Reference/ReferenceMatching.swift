import PropertyGraph

@testable import GraphQuery

/// MATCH by trying everything: each element of each path is bound to every node or relationship
/// that fits, and no relationship is walked twice.
extension ReferenceEvaluator {
  /// Where a walk through a pattern has come to.
  struct Walk {
    var row: Row
    var used: [RelationshipRow] = []
    /// Nodes and relationships of the current path.
    var nodes: [NodeRow] = []
    var relationships: [RelationshipRow] = []
  }

  func match(_ match: Clause.Match, _ row: Row) throws -> [Row] {
    var found = try rows(matching: match.pattern, row)
    if let predicate = match.predicate { found = try found.filter { try isTrue(predicate, $0) } }
    guard found.isEmpty, match.isOptional else { return found }
    var nulls = row
    for variable in match.pattern.flatMap(Self.variables) where nulls[variable] == nil {
      nulls[variable] = Value.null
    }
    return [nulls]
  }

  /// The rows that a pattern gives, without its WHERE.
  func rows(matching pattern: [PathPattern], _ row: Row) throws -> [Row] {
    var walks = [Walk(row: row)]
    for path in pattern {
      var next: [Walk] = []
      for walk in walks {
        var start = walk
        start.nodes = []
        start.relationships = []
        var found: [Walk] = []
        try follow(path.elements[...], start) { found.append($0) }
        if path.selector != .all { found = Self.shortest(found, path.selector) }
        for var walk in found {
          if let variable = path.variable {
            walk.row[variable.text] = .path(
              Path(nodes: walk.nodes, relationships: walk.relationships))
          }
          next.append(walk)
        }
      }
      walks = next
      try count(walks.count)
    }
    return walks.map(\.row)
  }

  private static func shortest(_ walks: [Walk], _ selector: PathPattern.Selector) -> [Walk] {
    var kept: [Walk] = []
    for walk in walks {
      let rivals = walks.filter {
        $0.nodes.first == walk.nodes.first && $0.nodes.last == walk.nodes.last
      }
      let length = rivals.map(\.relationships.count).min()
      if walk.relationships.count == length { kept.append(walk) }
    }
    return kept
  }

  private func follow(
    _ elements: ArraySlice<PatternElement>, _ walk: Walk, _ found: (Walk) throws -> Void
  ) throws {
    try count()
    guard let element = elements.first else { return try found(walk) }
    let rest = elements.dropFirst()
    switch element {
    case .node(let pattern):
      // After a step the node is given; at the beginning of a path it is any.
      for node in walk.nodes.last.map({ [$0] }) ?? nodes {
        guard var next = try bind(pattern, node, walk) else { continue }
        if next.nodes.isEmpty { next.nodes = [node] }
        try follow(rest, next, found)
      }
    case .step(let pattern):
      try step(pattern, walk) { try follow(rest, $0, found) }
    case .group(let pattern):
      try repetitions(pattern, walk, done: 0, lists: []) { try follow(rest, $0, found) }
    }
  }

  private func step(
    _ pattern: StepPattern, _ walk: Walk, _ found: (Walk) throws -> Void
  ) throws {
    guard let from = walk.nodes.last else { return }
    for edge in edges where !walk.used.contains(edge.row) {
      guard pattern.types.isEmpty || pattern.types.contains(where: { $0.text == edge.type }) else {
        continue
      }
      var ends: [NodeRow] = []
      if pattern.direction != .incoming, edge.start == from { ends.append(edge.end) }
      if pattern.direction != .outgoing, edge.end == from,
        !(pattern.direction == .either && edge.start == edge.end)
      {
        ends.append(edge.start)
      }
      for end in ends {
        guard var next = try bind(pattern, edge.row, walk) else { continue }
        next.used.append(edge.row)
        next.relationships.append(edge.row)
        next.nodes.append(end)
        try found(next)
      }
    }
  }

  /// Repeats a group as often as it may, collecting the values of its variables into lists.
  private func repetitions(
    _ pattern: GroupPattern, _ walk: Walk, done: Int, lists: [Row], _ found: (Walk) throws -> Void
  ) throws {
    let variables = pattern.elements.flatMap(Self.variables)
    if done >= pattern.minimum {
      var complete = walk
      for variable in variables {
        complete.row[variable] = .list(lists.map { $0[variable] ?? .null })
      }
      // A variable bound before is a list that must be met.
      let agrees = variables.allSatisfy { variable in
        guard let before = walk.row[variable], let now = complete.row[variable] else { return true }
        return before.equals(now) == true
      }
      if agrees { try found(complete) }
    }
    if let maximum = pattern.maximum, done >= maximum { return }
    var inner = walk
    for variable in variables { inner.row[variable] = nil as Value? }
    try follow(pattern.elements[...], inner) { once in
      if let predicate = pattern.predicate, try !isTrue(predicate, once.row) { return }
      var next = once
      next.row = walk.row
      try repetitions(pattern, next, done: done + 1, lists: lists + [once.row], found)
    }
  }

  private func bind(_ pattern: NodePattern, _ node: NodeRow, _ walk: Walk) throws -> Walk? {
    let labels = graph.labels(of: node)
    guard pattern.labels.allSatisfy({ labels.contains($0.text) }) else { return nil }
    return try bind(
      pattern.variable, .node(node), graph.properties(of: node), pattern.properties,
      pattern.predicate, walk)
  }

  private func bind(
    _ pattern: StepPattern, _ relationship: RelationshipRow, _ walk: Walk
  ) throws -> Walk? {
    try bind(
      pattern.variable, .relationship(relationship), graph.properties(of: relationship),
      pattern.properties, pattern.predicate, walk)
  }

  private func bind(
    _ variable: Name?, _ value: Value, _ properties: PropertyMap, _ wanted: Expression?,
    _ predicate: Expression?, _ walk: Walk
  ) throws -> Walk? {
    var walk = walk
    if let variable {
      if let bound = walk.row[variable.text] {
        guard bound.equals(value) == true else { return nil }
      }
      walk.row[variable.text] = value
    }
    if let wanted {
      guard case .map(let map) = try evaluate(wanted, walk.row) else { return nil }
      for (key, value) in map where (properties[key] ?? .null).equals(value) != true { return nil }
    }
    if let predicate, try !isTrue(predicate, walk.row) { return nil }
    return walk
  }

  // MARK: Variables of a pattern

  static func variables(_ path: PathPattern) -> [Text] {
    (path.variable.map { [$0.text] } ?? []) + path.elements.flatMap(variables)
  }

  static func variables(_ element: PatternElement) -> [Text] {
    switch element {
    case .node(let node): node.variable.map { [$0.text] } ?? []
    case .step(let step): step.variable.map { [$0.text] } ?? []
    case .group(let group): group.elements.flatMap(variables)
    }
  }
}
