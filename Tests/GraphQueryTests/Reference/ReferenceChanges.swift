import PropertyGraph

@testable import GraphQuery

/// Clauses that change the graph. What they read is the graph before them, except for MERGE.
extension ReferenceEvaluator {
  mutating func create(_ create: Clause.Create, _ row: inout Row) throws {
    for path in create.pattern { try self.create(path, &row) }
  }

  private mutating func create(_ path: PathPattern, _ row: inout Row) throws {
    var left: Int?
    var pending: StepPattern?
    for element in path.elements {
      switch element {
      case .step(let step): pending = step
      case .node(let node):
        let index = try createdNode(node, &row)
        if let from = left, let step = pending {
          let isIncoming = step.direction == .incoming
          graph.relationships.append(
            ReferenceGraph.Relationship(
              type: step.types[0].string, start: isIncoming ? index : from,
              end: isIncoming ? from : index, properties: try properties(step.properties, row)))
          if let name = step.variable {
            row[name.string] = .relationship(graph.relationships.count - 1)
          }
        }
        left = index
      case .group: throw Unknown(what: "group")
      }
    }
  }

  private mutating func createdNode(_ node: NodePattern, _ row: inout Row) throws -> Int {
    if let name = node.variable?.string, let known = row[name] {
      guard case .node(let index) = known else { throw Unknown(what: "null node") }
      return index
    }
    graph.nodes.append(
      ReferenceGraph.Node(
        labels: Set(node.labels.map(\.string)), properties: try properties(node.properties, row)))
    if let name = node.variable { row[name.string] = .node(graph.nodes.count - 1) }
    return graph.nodes.count - 1
  }

  private func properties(
    _ expression: Expression?, _ row: Row
  ) throws -> [String: ReferenceValue] {
    guard case .map(let entries) = expression?.kind else { return [:] }
    var result: [String: ReferenceValue] = [:]
    for entry in entries {
      let value = try value(entry.value, row)
      if value.key != "null" { result[entry.key.string] = value }
    }
    return result
  }

  mutating func merge(_ merge: Clause.Merge, _ row: Row) throws -> [Row] {
    let found = try matches([merge.pattern], row)
    guard found.isEmpty else {
      try set(merge.onMatch, found)
      return found
    }
    var created = row
    try create(merge.pattern, &created)
    try set(merge.onCreate, [created])
    return [created]
  }

  mutating func set(_ items: [Clause.SetItem], _ rows: [Row]) throws {
    let before = self
    for row in rows {
      for item in items {
        switch item {
        case .property(let subject, let key, let expression, _):
          let new = try before.value(expression, row)
          let kept: ReferenceValue? = new.key == "null" ? nil : new
          switch try before.value(subject, row) {
          case .node(let index): graph.nodes[index].properties[key.string] = kept
          case .relationship(let index): graph.relationships[index].properties[key.string] = kept
          default: break
          }
        case .labels(let name, let labels, _):
          if case .node(let index) = row[name.string] {
            graph.nodes[index].labels.formUnion(labels.map(\.string))
          }
        case .replace, .merge: throw Unknown(what: "maps in SET")
        }
      }
    }
  }

  mutating func remove(_ items: [Clause.RemoveItem], _ rows: [Row]) throws {
    for row in rows {
      for item in items {
        switch item {
        case .property(let subject, let key, _):
          switch try value(subject, row) {
          case .node(let index): graph.nodes[index].properties[key.string] = nil
          case .relationship(let index): graph.relationships[index].properties[key.string] = nil
          default: break
          }
        case .labels(let name, let labels, _):
          if case .node(let index) = row[name.string] {
            graph.nodes[index].labels.subtract(labels.map(\.string))
          }
        }
      }
    }
  }

  mutating func delete(_ delete: Clause.Delete, _ rows: [Row]) throws {
    guard delete.isDetaching else { throw Unknown(what: "DELETE") }
    for row in rows {
      for expression in delete.expressions {
        switch try value(expression, row) {
        case .node(let index):
          graph.nodes[index].isDeleted = true
          for position in graph.relationships.indices
          where graph.relationships[position].start == index
            || graph.relationships[position].end == index
          {
            graph.relationships[position].isDeleted = true
          }
        case .relationship(let index): graph.relationships[index].isDeleted = true
        default: break
        }
      }
    }
  }
}
