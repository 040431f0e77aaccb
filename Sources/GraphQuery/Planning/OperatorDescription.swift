import PropertyGraph

/// One operator as a title and query text.
struct OperatorDescription {
  let printer: BoundExpressionPrinter

  func describe(_ operation: PlanOperator) -> (title: String, details: String) {
    switch operation {
    case .unit: return ("Start", "")
    case .argument: return ("Argument", "")
    case .empty: return ("Nothing", "")
    case .scanAll(let slot): return ("All nodes", node(slot))
    case .scanLabel(let slot, let label): return ("Nodes by label", node(slot, [label]))
    case .seek(let slot, let label, let key, let value):
      return (
        "Nodes by index",
        "\(node(slot, label.map { [$0] } ?? [])) where \(name(key)) = \(printer.text(value))"
      )
    case .seekID(let slot, let value):
      return ("Node by id", "\(node(slot)) where id = \(printer.text(value))")
    case .expand(let expand): return (expand.isInto ? "Expand into" : "Expand", text(expand))
    case .expandGroup(let group):
      let title = group.mode == .reachability ? "Reach" : "Expand group"
      return (group.isInto ? "\(title) into" : title, text(group))
    case .shortestPath(let path):
      let condition = path.predicate.map { " if \(printer.text($0))" } ?? ""
      return (
        path.isAll ? "All shortest paths" : "Shortest path", text(path.group) + condition
      )
    case .meet(let meet): return (meet.isOnce ? "Keep if they meet" : "Meet", text(meet))
    case .degree(let degree): return ("Count steps", text(degree))
    case .filter(let predicate): return ("Filter", printer.text(predicate))
    case .project(let items, let keeps):
      guard !items.isEmpty else { return ("Keep", keeps.isEmpty ? "(nothing)" : names(keeps)) }
      return ("Project", assignments(items))
    case .aggregate(let keys, let aggregates):
      let calls = aggregates.map { assignment($0.slot, text($0.call)) }
      let groups = keys.isEmpty ? "" : "by \(assignments(keys))"
      return (
        "Aggregate",
        ([calls.joined(separator: ", "), groups].filter { !$0.isEmpty }).joined(separator: " ")
      )
    case .countEnds(let keys, let ends):
      let counts = ends.counts.map { "\(printer.name($0.slot)) = \(printer.name($0.node))" }
      let groups = keys.isEmpty ? "" : " by \(assignments(keys))"
      return ("Count ends", "\(counts.joined(separator: ", "))\(groups) over \(text(ends))")
    case .distinct(let slots): return ("Distinct", names(slots))
    case .sort(let keys): return ("Sort", text(keys))
    case .top(let keys, let limit):
      return ("Top", "\(printer.text(limit)) by \(text(keys))")
    case .skip(let count): return ("Skip", printer.text(count))
    case .limit(let count): return ("Limit", printer.text(count))
    case .unwind(let list, let slot):
      return ("Unwind", "\(printer.text(list)) AS \(printer.name(slot))")
    case .apply(.inner): return ("For each", "")
    case .apply(.optional(let nulls)):
      return ("Optional", nulls.compactMap(printer.variable).joined(separator: ", "))
    case .apply(.exists(let negated)):
      return (negated ? "Keep if none" : "Keep if any", "")
    case .union: return ("Union", "")
    case .hashJoin(let slots):
      return slots.isEmpty ? ("All pairs", "") : ("Hash join", "on \(names(slots))")
    case .call(let invocation):
      return (
        "Call",
        "\(invocation.procedure.name)(\(printer.list(invocation.arguments)))"
          + yields(
            invocation.yields.map {
              (invocation.procedure.outputs[$0.column].name, $0.slot)
            }) + (invocation.first.map { ", first \(printer.text($0))" } ?? "")
      )
    case .extension(let bound, let columns):
      return (
        "Extension",
        String(yields(columns.map { (bound.columns[$0.column].name, $0.slot) }).dropFirst())
      )
    default: return describeUpdate(operation)
    }
  }

  private func describeUpdate(_ operation: PlanOperator) -> (title: String, details: String) {
    switch operation {
    case .barrier: ("Barrier", "")
    case .create(let items): ("Create", items.map(text).joined(separator: ", "))
    case .merge(let items, let onCreate, let onMatch):
      (
        "Merge",
        ([items.map(text).joined(separator: ", ")]
          + (onCreate.isEmpty ? [] : ["on create \(onCreate.map(text).joined(separator: ", "))"])
          + (onMatch.isEmpty ? [] : ["on match \(onMatch.map(text).joined(separator: ", "))"]))
          .joined(separator: " ")
      )
    case .set(let operations): ("Set", operations.map(text).joined(separator: ", "))
    case .remove(let operations): ("Remove", operations.map(text).joined(separator: ", "))
    case .delete(let expressions, let isDetaching):
      (isDetaching ? "Detach delete" : "Delete", printer.list(expressions))
    default: ("", "")
    }
  }

  // MARK: Patterns

  private func name(_ text: Text) -> String { printer.name(text) }

  private func names(_ slots: [Slot]) -> String {
    slots.map(printer.name).joined(separator: ", ")
  }

  private func node(_ slot: Slot, _ labels: [Text] = []) -> String {
    "(\(printer.variable(slot) ?? "")\(labels.map { ":\(name($0))" }.joined()))"
  }

  private func arrow(
    _ variable: String, _ types: [Text], _ direction: TraversalDirection, _ suffix: String = ""
  ) -> String {
    let names = types.map(name).joined(separator: "|")
    let inside = "[\(variable)\(names.isEmpty ? "" : ":\(names)")\(suffix)]"
    switch direction {
    case .outgoing: return "-\(inside)->"
    case .incoming: return "<-\(inside)-"
    case .either: return "-\(inside)-"
    }
  }

  private func text(_ expand: Expand) -> String {
    node(expand.from)
      + arrow(
        printer.variable(expand.relationship) ?? "", expand.types, expand.direction)
      + node(expand.to) + distinct(expand.distinctFrom)
  }

  private func text(_ meet: Meet) -> String {
    let left = meet.isOnce ? "" : printer.variable(meet.leftRelationship) ?? ""
    let right = meet.isOnce ? "" : printer.variable(meet.rightRelationship) ?? ""
    return node(meet.left) + arrow(left, meet.leftTypes, meet.leftDirection)
      + node(meet.node, meet.labels) + arrow(right, meet.rightTypes, meet.rightDirection.reversed)
      + node(meet.right) + distinct(meet.leftDistinctFrom + meet.rightDistinctFrom)
  }

  private func text(_ degree: Degree) -> String {
    let labels = degree.labels.map { ":\(name($0))" }.joined()
    return "\(printer.name(degree.count)) = " + node(degree.from)
      + arrow("", degree.types, degree.direction) + "(\(labels))"
  }

  private func text(_ ends: CountedEnds) -> String {
    ends.chains.map { chain in
      var text = chain.isOptional ? "optional " : ""
      if let first = chain.steps.first { text += node(first.from) }
      for step in chain.steps {
        text += arrow("", step.types, step.direction) + node(step.to, step.labels)
      }
      return text
    }.joined(separator: ", ")
  }

  private func text(_ group: ExpandGroup) -> String {
    let bounds = "\(group.minimum)..\(group.maximum.map(String.init) ?? "")"
    let list = (group.relationships ?? group.boundRelationships).flatMap(printer.variable) ?? ""
    var text: String
    if group.steps.count == 1, let step = group.steps.first {
      text =
        node(group.from) + arrow(list, step.types, step.direction, "*\(bounds)") + node(group.to)
    } else {
      let steps = group.steps.map { step in
        arrow(printer.variable(step.relationship) ?? "", step.types, step.direction)
          + node(step.node)
      }
      text =
        "\(node(group.from)) (\(node(group.entry))\(steps.joined())){\(bounds)} \(node(group.to))"
    }
    if let predicate = group.predicate { text += " where \(printer.text(predicate))" }
    return text + distinct(group.distinctFrom)
  }

  private func distinct(_ slots: [Slot]) -> String {
    slots.isEmpty ? "" : " apart from \(names(slots))"
  }

  // MARK: Rows

  private func assignments(_ items: [(slot: Slot, expression: BoundExpression)]) -> String {
    items.map { item in
      if case .slot(item.slot) = item.expression.kind { return printer.name(item.slot) }
      return assignment(item.slot, printer.text(item.expression))
    }.joined(separator: ", ")
  }

  /// A column without an alias is called as its expression is written: once is enough.
  private func assignment(_ slot: Slot, _ text: String) -> String {
    if printer.names.indices.contains(slot.index), printer.names[slot.index]?.string == text {
      return text
    }
    return "\(printer.name(slot)) = \(text)"
  }

  private func text(_ keys: [SortKey]) -> String {
    keys.map { printer.text($0.expression) + ($0.isAscending ? "" : " DESC") }
      .joined(separator: ", ")
  }

  private func text(_ call: AggregateCall) -> String {
    guard let function = call.function else { return "count(*)" }
    return "\(function.name)(\(call.isDistinct ? "DISTINCT " : "")\(printer.list(call.arguments)))"
  }

  private func yields(_ columns: [(Text, Slot)]) -> String {
    guard !columns.isEmpty else { return "" }
    let items = columns.map { column, slot in
      let variable = printer.name(slot)
      return variable == name(column) ? variable : "\(name(column)) AS \(variable)"
    }
    return " YIELD \(items.joined(separator: ", "))"
  }

  // MARK: Updates

  private func text(_ item: CreateItem) -> String {
    switch item {
    case .node(let slot, let labels, let properties):
      let inside = [
        (printer.variable(slot) ?? "") + labels.map { ":\(name($0))" }.joined(),
        properties.map(printer.text) ?? "",
      ]
      return "(\(inside.filter { !$0.isEmpty }.joined(separator: " ")))"
    case .relationship(let slot, let type, let from, let to, let properties, _):
      return node(from)
        + arrow(
          printer.variable(slot) ?? "", [type], .outgoing,
          properties.map { " \(printer.text($0))" } ?? "") + node(to)
    }
  }

  private func text(_ operation: SetOperation) -> String {
    switch operation {
    case .property(let owner, let key, let value):
      "\(printer.text(owner)).\(name(key)) = \(printer.text(value))"
    case .replace(let slot, let map): "\(printer.name(slot)) = \(printer.text(map))"
    case .merge(let slot, let map): "\(printer.name(slot)) += \(printer.text(map))"
    case .labels(let slot, let labels, _):
      printer.name(slot) + labels.map { ":\(name($0))" }.joined()
    }
  }

  private func text(_ operation: RemoveOperation) -> String {
    switch operation {
    case .property(let owner, let key): "\(printer.text(owner)).\(name(key))"
    case .labels(let slot, let labels, _):
      printer.name(slot) + labels.map { ":\(name($0))" }.joined()
    }
  }
}
