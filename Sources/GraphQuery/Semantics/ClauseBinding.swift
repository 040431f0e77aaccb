import Diagnostics
import PropertyGraph

/// Where a query stands.
enum QueryPlace {
  /// It is the statement.
  case statement
  /// Inside an expression: it only reads, and may leave out `RETURN`.
  case expression
  /// Inside `CALL { }`.
  case call
}

extension Analyzer {
  /// Binds a query with its unions.
  func bindQuery(
    _ query: Query, scope: Scope, place: QueryPlace
  ) throws(Diagnostic) -> BoundQuery {
    let isAlone = query.rest.isEmpty
    let first = try bindSingle(query.first, scope: scope, place: place, isAlone: isAlone)
    guard let union = query.rest.first?.union else {
      return BoundQuery(parts: [first], keepsDuplicates: true, columns: first.columns)
    }
    var parts = [first]
    for part in query.rest {
      if part.union != union { throw problem(SemanticsWording.mixedUnion(), at: part.span) }
      let bound = try bindSingle(part.query, scope: scope, place: place, isAlone: false)
      let names = bound.columns.map(\.name)
      guard names.sorted() == first.columns.map(\.name).sorted() else {
        throw problem(
          SemanticsWording.differentColumns(first.columns.map(\.name), names), at: part.span)
      }
      parts.append(bound)
    }
    let columns = first.columns.map { column in
      let types = parts.compactMap { part in
        part.columns.first { $0.name == column.name }.map { slots[$0.slot].type }
      }
      let type = types.dropFirst().reduce(types.first ?? .any) { $0.joined(with: $1) }
      let slot = slots.make(type, name: column.name, mayBeNull: true)
      slots[slot].isRead = true
      return (name: column.name, slot: slot)
    }
    for part in parts { for column in part.columns { slots[column.slot].isRead = true } }
    return BoundQuery(parts: parts, keepsDuplicates: union == .all, columns: columns)
  }

  private func bindSingle(
    _ query: SingleQuery, scope start: Scope, place: QueryPlace, isAlone: Bool
  ) throws(Diagnostic) -> BoundSingleQuery {
    var scope = start
    var clauses: [BoundClause] = []
    var columns: [(name: Text, slot: Slot)] = []
    var rest = query.clauses[...]
    if place == .call {
      scope = try importedScope(&rest, start)
    }
    try checkComposition(query, place)
    let isStandalone = place == .statement && isAlone && query.clauses.count == 1
    for clause in rest {
      if case .return(let projection) = clause {
        let bound = try bindProjection(projection, scope: scope, isReturn: true)
        clauses.append(.project(bound.projection))
        columns = bound.columns
      } else {
        columns = try bind(clause, &scope, &clauses, isStandalone: isStandalone)
      }
    }
    return BoundSingleQuery(clauses: clauses, columns: columns)
  }

  /// Binds one clause other than `RETURN`; a call that stands alone gives columns.
  private func bind(
    _ clause: Clause, _ scope: inout Scope, _ clauses: inout [BoundClause], isStandalone: Bool
  ) throws(Diagnostic) -> [(name: Text, slot: Slot)] {
    try checkMayWrite(clause)
    switch clause {
    case .match(let match):
      let known = slots.entries.count
      let bound = try bindPattern(match.pattern, predicate: match.predicate, scope: scope)
      if match.isOptional {
        for index in known..<slots.entries.count { slots[Slot(index)].mayBeNull = true }
      }
      scope = bound.scope
      clauses.append(.match(bound.pattern, isOptional: match.isOptional))
    case .unwind(let unwind):
      let typed = try bind(unwind.list, ExpressionContext(scope))
      try checkIsNew(unwind.variable, scope)
      // A value that is not a list is unwound as a list of itself, so no type is refused.
      let slot = slots.make(typed.type.element, name: unwind.variable.text, mayBeNull: true)
      scope.variables[unwind.variable.text] = slot
      clauses.append(.unwind(typed.expression, slot))
    case .with(let projection):
      let bound = try bindProjection(projection, scope: scope, isReturn: false)
      scope = bound.scope
      clauses.append(.project(bound.projection))
    case .return: break
    case .create(let create): try bindCreate(create, &scope, &clauses)
    case .merge(let merge): try bindMerge(merge, &scope, &clauses)
    case .set(let items, _): clauses.append(.set(try bindSet(items, scope)))
    case .remove(let items, _): clauses.append(.remove(try bindRemove(items, scope)))
    case .delete(let delete): clauses.append(try bindDelete(delete, scope))
    case .call(let call):
      return try bindCall(call, &scope, &clauses, isStandalone: isStandalone)
    case .subquery(let query, let span):
      try bindCallSubquery(query, span, &scope, &clauses)
    case .extension(let call):
      return try bindExtension(call, &scope, &clauses, isStandalone: isStandalone)
    }
    return []
  }

  /// Checks that a variable which a clause introduces is not bound yet.
  func checkIsNew(_ name: Name, _ scope: Scope) throws(Diagnostic) {
    guard scope.variables[name.text] != nil else { return }
    throw problem(
      SemanticsWording.alreadyBound(name.text, help: "choose another name"), at: name.span)
  }

  // MARK: CALL { }

  /// The scope that `CALL { WITH a, b ... }` starts with.
  private func importedScope(
    _ clauses: inout ArraySlice<Clause>, _ outer: Scope
  ) throws(Diagnostic) -> Scope {
    var scope = Scope()
    guard case .with(let projection)? = clauses.first else { return scope }
    if projection.includesAll {
      scope.variables = outer.variables
    }
    var importsOnly = !projection.isDistinct && projection.order.isEmpty
    importsOnly = importsOnly && projection.skip == nil && projection.limit == nil
    importsOnly = importsOnly && projection.predicate == nil
    for item in projection.items {
      guard case .variable(let name) = item.expression.kind else {
        // A first WITH that imports nothing is an ordinary one.
        if item.expression.mentionedVariables.isEmpty, projection.items.count == 1 {
          return scope
        }
        throw problem(SemanticsWording.importingWith(), at: item.expression.span)
      }
      guard importsOnly, item.alias == nil || item.alias?.text == name else {
        throw problem(SemanticsWording.importingWith(), at: item.expression.span)
      }
      scope.variables[name] = try resolve(name, at: item.expression.span, in: outer)
    }
    clauses = clauses.dropFirst()
    return scope
  }

  private func bindCallSubquery(
    _ query: Query, _ span: Span, _ scope: inout Scope, _ clauses: inout [BoundClause]
  ) throws(Diagnostic) {
    let bound = try bindQuery(query, scope: scope, place: .call)
    for column in bound.columns {
      guard scope.variables[column.name] == nil else {
        throw problem(
          SemanticsWording.alreadyBound(
            column.name, help: "return it under another name with AS"),
          at: span)
      }
      scope.variables[column.name] = column.slot
    }
    let givesRows = !bound.columns.isEmpty
    let isUpdating = bound.parts.contains { $0.clauses.contains { $0.isUpdating } }
    clauses.append(.subquery(bound, givesRows: givesRows, isUpdating: isUpdating))
  }
}
