import PropertyGraph

/// Patterns.
extension Printer {
  mutating func append(_ pattern: [PathPattern]) {
    appendList(pattern) { $0.append($1) }
  }

  mutating func append(_ path: PathPattern) {
    if let variable = path.variable {
      append(variable: variable)
      text += " = "
    }
    if path.searchesWithPredicates { return append(function: path) }
    switch path.selector {
    case .all: break
    case .anyShortest: text += "ANY SHORTEST "
    case .allShortest: text += "ALL SHORTEST "
    }
    append(path.elements)
  }

  /// A shortest path as a function.
  mutating func append(function path: PathPattern) {
    text += path.selector == .allShortest ? "allShortestPaths(" : "shortestPath("
    append(path.elements)
    text += ")"
  }

  private mutating func append(_ elements: [PatternElement]) {
    for element in elements {
      switch element {
      case .node(let node): append(node)
      case .step(let step): append(step, length: nil)
      case .group(let group): append(group)
      }
    }
  }

  private mutating func append(_ node: NodePattern) {
    text += "("
    if let variable = node.variable { append(variable: variable) }
    append(labels: node.labels)
    append(
      properties: node.properties, predicate: node.predicate,
      isFirst: node.variable == nil && node.labels.isEmpty)
    text += ")"
  }

  private mutating func append(_ step: StepPattern, length: String?) {
    text += step.direction == .incoming ? "<-" : "-"
    let isBare =
      step.variable == nil && step.types.isEmpty && step.properties == nil
      && step.predicate == nil && length == nil
    if !isBare {
      text += "["
      if let variable = step.variable { append(variable: variable) }
      for (index, type) in step.types.enumerated() {
        text += index == 0 ? ":" : "|"
        append(name: type)
      }
      text += length ?? ""
      append(
        properties: step.properties, predicate: step.predicate,
        isFirst: step.variable == nil && step.types.isEmpty && length == nil)
      text += "]"
    }
    text += step.direction == .outgoing ? "->" : "-"
  }

  private mutating func append(
    properties: Expression?, predicate: Expression?, isFirst: Bool
  ) {
    if let properties {
      if !isFirst { text += " " }
      append(properties)
    }
    append(where: predicate)
  }

  private mutating func append(_ group: GroupPattern) {
    if group.elements.count == 1, case .step(let step) = group.elements[0] {
      append(step, length: Self.length(group.minimum, group.maximum))
      return
    }
    text += " ("
    append(group.elements)
    append(where: group.predicate)
    text += "){\(group.minimum)"
    if group.maximum != group.minimum {
      text += ",\(group.maximum.map(String.init) ?? "")"
    }
    text += "} "
  }

  private static func length(_ minimum: Int, _ maximum: Int?) -> String {
    switch (minimum, maximum) {
    case (1, nil): "*"
    case (_, nil): "*\(minimum).."
    case (_, let maximum?) where maximum == minimum: "*\(minimum)"
    case (_, let maximum?): "*\(minimum)..\(maximum)"
    }
  }
}
