import PropertyGraph

/// Clauses.
extension Printer {
  mutating func append(_ clause: Clause) {
    switch clause {
    case .match(let match):
      text += match.isOptional ? "OPTIONAL MATCH " : "MATCH "
      append(match.pattern)
      append(where: match.predicate)
    case .unwind(let unwind):
      text += "UNWIND "
      append(unwind.list)
      text += " AS "
      append(variable: unwind.variable)
    case .with(let projection): append("WITH", projection)
    case .return(let projection): append("RETURN", projection)
    case .create(let create):
      text += "CREATE "
      append(create.pattern)
    case .merge(let merge): append(merge)
    case .set(let items, _):
      text += "SET "
      appendList(items) { $0.append($1) }
    case .remove(let items, _):
      text += "REMOVE "
      appendList(items) { $0.append($1) }
    case .delete(let delete):
      text += delete.isDetaching ? "DETACH DELETE " : "DELETE "
      appendList(delete.expressions) { $0.append($1) }
    case .call(let call): append(call)
    case .subquery(let query, _):
      text += "CALL { "
      append(query, separator: " ")
      text += " }"
    case .extension(let call): append(call)
    }
  }

  mutating func append(where predicate: Expression?) {
    guard let predicate else { return }
    text += " WHERE "
    append(predicate)
  }

  private mutating func append(_ word: String, _ projection: Clause.Projection) {
    text += word + (projection.isDistinct ? " DISTINCT " : " ")
    if projection.includesAll { text += projection.items.isEmpty ? "*" : "*, " }
    appendList(projection.items) { $0.append($1) }
    if !projection.order.isEmpty {
      text += " ORDER BY "
      appendList(projection.order) { printer, item in
        printer.append(item.expression)
        if !item.isAscending { printer.text += " DESC" }
      }
    }
    if let skip = projection.skip {
      text += " SKIP "
      append(skip)
    }
    if let limit = projection.limit {
      text += " LIMIT "
      append(limit)
    }
    append(where: projection.predicate)
  }

  private mutating func append(_ item: Clause.ProjectionItem) {
    guard let alias = item.alias else {
      if item.text.isEmpty { append(item.expression) } else { text += item.text.string }
      return
    }
    append(item.expression)
    text += " AS "
    append(variable: alias)
  }

  private mutating func append(_ merge: Clause.Merge) {
    text += "MERGE "
    append(merge.pattern)
    if !merge.onCreate.isEmpty {
      text += " ON CREATE SET "
      appendList(merge.onCreate) { $0.append($1) }
    }
    if !merge.onMatch.isEmpty {
      text += " ON MATCH SET "
      appendList(merge.onMatch) { $0.append($1) }
    }
  }

  private mutating func append(_ item: Clause.SetItem) {
    switch item {
    case .property(let owner, let key, let value, _):
      append(owner, key: key)
      text += " = "
      append(value)
    case .replace(let variable, let value, _):
      append(variable: variable)
      text += " = "
      append(value)
    case .merge(let variable, let value, _):
      append(variable: variable)
      text += " += "
      append(value)
    case .labels(let variable, let labels, _):
      append(variable: variable)
      append(labels: labels)
    }
  }

  private mutating func append(_ item: Clause.RemoveItem) {
    switch item {
    case .property(let owner, let key, _): append(owner, key: key)
    case .labels(let variable, let labels, _):
      append(variable: variable)
      append(labels: labels)
    }
  }

  private mutating func append(_ owner: Expression, key: Name) {
    append(owner, atLeast: .postfix)
    text += "."
    append(name: key)
  }

  // MARK: - Calls

  private mutating func append(_ call: Clause.ProcedureCall) {
    text += "CALL "
    append(dotted: call.name)
    if let arguments = call.arguments {
      text += "("
      appendList(arguments) { $0.append($1) }
      text += ")"
    }
    append(call.yield)
  }

  private mutating func append(_ yield: Clause.Yield?) {
    guard let yield else { return }
    text += " YIELD "
    if yield.includesAll {
      text += "*"
    } else if yield.items.isEmpty {
      text += "-"
    }
    appendList(yield.items) { printer, item in
      printer.append(name: item.column)
      guard let alias = item.alias else { return }
      printer.text += " AS "
      printer.append(variable: alias)
    }
    append(where: yield.predicate)
  }

  /// The arguments of an extension are written in their order, those of one name that follow each
  /// other with commas; so an extension that also keeps its keywords as arguments prints as it
  /// reads.
  private mutating func append(_ call: Clause.ExtensionCall) {
    text += call.name.string
    var previous: Text?
    for argument in call.arguments {
      var isKeyword = false
      if case .keyword = argument.content { isKeyword = true }
      text += !isKeyword && argument.name == previous ? ", " : " "
      previous = isKeyword ? nil : argument.name
      switch argument.content {
      case .expression(let expression): append(expression)
      case .reference(let reference): text += Self.quotedText(reference)
      case .keyword(let keyword): text += keyword.string
      case .pattern(let pattern, let predicate):
        append(pattern)
        append(where: predicate)
      }
    }
    append(call.yield)
  }
}
