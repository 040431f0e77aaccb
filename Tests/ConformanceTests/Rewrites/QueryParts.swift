import Diagnostics
import GraphQuery
import PropertyGraph

/// Everything in a query that a rewrite may want to change, with its place.
struct QueryParts {
  /// Expressions that may stand in parentheses.
  var expressions: [Expression] = []
  /// Values written out where a parameter may stand.
  var constants: [(value: Value, span: Span)] = []
  /// Literals that are texts.
  var texts: [(value: Text, span: Span)] = []
  /// Names of variables where they are declared and used.
  var variables: [Name] = []
  /// Labels, types and keys.
  var otherNames: [Name] = []
  /// Names of functions.
  var functions: [Name] = []
  /// Paths that are matched (not created).
  var matchedPaths: [PathPattern] = []
  /// `WITH` and `RETURN`.
  var projections: [(projection: Clause.Projection, isReturn: Bool)] = []
  /// `MATCH` clauses, also in subqueries.
  var matches: [Clause.Match] = []
  /// Predicates of `WHERE`.
  var predicates: [Expression] = []
  /// Variables that must keep their names, because a key or a column has the same.
  var pinned: Set<Text> = []
  /// Whether something depends on all names in scope.
  var usesAllNames = false

  init(_ query: Query) { add(query) }

  private mutating func add(_ query: Query) {
    for single in [query.first] + query.rest.map(\.query) {
      for clause in single.clauses { add(clause) }
    }
  }

  private mutating func add(_ clause: Clause) {
    switch clause {
    case .match(let match):
      matches.append(match)
      for path in match.pattern { add(path, isMatched: true) }
      addPredicate(match.predicate)
    case .unwind(let unwind):
      add(unwind.list)
      variables.append(unwind.variable)
    case .with(let projection): add(projection, isReturn: false)
    case .return(let projection): add(projection, isReturn: true)
    case .create(let create): for path in create.pattern { add(path, isMatched: false) }
    case .merge(let merge):
      add(merge.pattern, isMatched: false)
      for item in merge.onCreate + merge.onMatch { add(item) }
    case .set(let items, _): for item in items { add(item) }
    case .remove(let items, _): for item in items { add(item) }
    case .delete(let delete): for expression in delete.expressions { add(expression) }
    case .call(let call):
      for argument in call.arguments ?? [] { add(argument) }
      usesAllNames = usesAllNames || call.yield?.includesAll ?? false
      for item in call.yield?.items ?? [] {
        if let alias = item.alias {
          variables.append(alias)
        } else {
          pinned.insert(item.column.text)
        }
      }
      addPredicate(call.yield?.predicate)
    case .subquery(let query, _):
      usesAllNames = true
      add(query)
    case .extension: usesAllNames = true
    }
  }

  private mutating func add(_ projection: Clause.Projection, isReturn: Bool) {
    projections.append((projection, isReturn))
    usesAllNames = usesAllNames || projection.includesAll
    for item in projection.items {
      add(item.expression)
      guard let alias = item.alias else { continue }
      if !isReturn {
        variables.append(alias)
      } else if !projection.order.isEmpty {
        pinned.insert(alias.text)
      }
    }
    for item in projection.order { add(item.expression) }
    for expression in [projection.skip, projection.limit] { add(expression) }
    addPredicate(projection.predicate)
  }

  private mutating func add(_ item: Clause.SetItem) {
    switch item {
    case .property(let subject, let key, let value, _):
      add(subject)
      otherNames.append(key)
      add(value)
    case .replace(let name, let value, _), .merge(let name, let value, _):
      variables.append(name)
      add(value)
    case .labels(let name, let labels, _):
      variables.append(name)
      otherNames += labels
    }
  }

  private mutating func add(_ item: Clause.RemoveItem) {
    switch item {
    case .property(let subject, let key, _):
      add(subject)
      otherNames.append(key)
    case .labels(let name, let labels, _):
      variables.append(name)
      otherNames += labels
    }
  }

  private mutating func addPredicate(_ predicate: Expression?) {
    guard let predicate else { return }
    predicates.append(predicate)
    add(predicate)
  }

  // MARK: Patterns

  private mutating func add(_ path: PathPattern, isMatched: Bool) {
    if isMatched { matchedPaths.append(path) }
    if let variable = path.variable { variables.append(variable) }
    add(path.elements)
  }

  private mutating func add(_ elements: [PatternElement]) {
    for element in elements {
      switch element {
      case .node(let node):
        addPart(node.variable, node.labels, node.properties, node.predicate)
      case .step(let step):
        addPart(step.variable, step.types, step.properties, step.predicate)
      case .group(let group):
        add(group.elements)
        addPredicate(group.predicate)
      }
    }
  }

  private mutating func addPart(
    _ variable: Name?, _ names: [Name], _ properties: Expression?, _ predicate: Expression?
  ) {
    if let variable { variables.append(variable) }
    otherNames += names
    // The map of a pattern stays a map; its values are free.
    if case .map(let entries) = properties?.kind {
      for entry in entries {
        otherNames.append(entry.key)
        add(entry.value)
      }
    }
    addPredicate(predicate)
  }

  // MARK: Expressions

  private mutating func add(_ expression: Expression?) {
    guard let expression else { return }
    expressions.append(expression)
    if let value = expression.constant { constants.append((value, expression.span)) }
    if case .literal(.text(let text)) = expression.kind { texts.append((text, expression.span)) }
    addInside(expression)
  }

  private mutating func addInside(_ expression: Expression) {
    switch expression.kind {
    case .literal, .parameter, .countAll: break
    case .variable(let name): variables.append(Name(name, expression.span))
    case .property(let subject, let key):
      add(subject)
      otherNames.append(key)
    case .subscripted(let one, let other), .binary(_, let one, let other):
      add(one)
      add(other)
    case .slice(let subject, let from, let to): for part in [subject, from, to] { add(part) }
    case .list(let items), .all(let items), .any(let items), .comparison(let items, _):
      for item in items { add(item) }
    case .map(let entries):
      for entry in entries {
        otherNames.append(entry.key)
        add(entry.value)
      }
    case .mapProjection(let subject, let items):
      addInside(subject)
      for item in items {
        switch item {
        case .property(let key): otherNames.append(key)
        case .allProperties: break
        case .entry(let key, let value):
          otherNames.append(key)
          add(value)
        case .variable(let name): pinned.insert(name.text)
        }
      }
    case .unary(_, let operand), .isNull(let operand, _): add(operand)
    case .hasLabels(let subject, let labels):
      add(subject)
      otherNames += labels
    case .function(let name, let arguments, _):
      functions.append(name)
      for argument in arguments { add(argument) }
    case .conditional(let subject, let branches, let otherwise):
      add(subject)
      for branch in branches {
        add(branch.condition)
        add(branch.result)
      }
      add(otherwise)
    case .listComprehension(let variable, let list, let predicate, let result):
      variables.append(variable)
      add(list)
      addPredicate(predicate)
      add(result)
    case .quantifier(_, let variable, let list, let predicate):
      variables.append(variable)
      add(list)
      addPredicate(predicate)
    case .reduce(let accumulator, let initial, let variable, let list, let result):
      variables += [accumulator, variable]
      for part in [initial, list, result] { add(part) }
    case .patternComprehension(let path, let predicate, let result):
      add(path, isMatched: true)
      addPredicate(predicate)
      add(result)
    case .pattern(let path), .shortestPath(let path): add(path, isMatched: true)
    case .exists(.pattern(let paths, let predicate)), .count(.pattern(let paths, let predicate)):
      for path in paths { add(path, isMatched: true) }
      addPredicate(predicate)
    case .exists(.query(let query)), .count(.query(let query)): add(query)
    }
  }
}

extension Expression {
  /// Its name if it is a variable.
  var variable: Text? { if case .variable(let name) = kind { name } else { nil } }

  /// Its value if it is made of literals alone.
  var constant: Value? {
    switch kind {
    case .literal(let value): return value
    case .list(let items):
      let values = items.compactMap(\.constant)
      return values.count == items.count ? .list(values) : nil
    case .map(let entries):
      let values = entries.compactMap { entry in entry.value.constant.map { (entry.key.text, $0) } }
      let keys = Set(values.map(\.0))
      return keys.count == entries.count ? .map(PropertyMap(values)) : nil
    default: return nil
    }
  }
}
