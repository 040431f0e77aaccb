import PropertyGraph

extension Expression {
  /// Whether two expressions are written alike, wherever they stand. Function names ignore case.
  func isSame(as other: Expression) -> Bool {
    switch (kind, other.kind) {
    case (.literal(let a), .literal(let b)): a.isIdentical(to: b)
    case (.parameter(let a), .parameter(let b)): a == b
    case (.variable(let a), .variable(let b)): a == b
    case (.property(let a, let key), .property(let b, let other)):
      key.text == other.text && a.isSame(as: b)
    case (.subscripted(let a, let i), .subscripted(let b, let j)):
      a.isSame(as: b) && i.isSame(as: j)
    case (.slice(let a, let i, let j), .slice(let b, let k, let l)):
      a.isSame(as: b) && Self.isSame(i, k) && Self.isSame(j, l)
    case (.list(let a), .list(let b)), (.all(let a), .all(let b)), (.any(let a), .any(let b)):
      Self.isSame(a, b)
    case (.map(let a), .map(let b)):
      a.count == b.count
        && zip(a, b).allSatisfy { $0.key.text == $1.key.text && $0.value.isSame(as: $1.value) }
    case (.unary(let a, let x), .unary(let b, let y)): a == b && x.isSame(as: y)
    case (.binary(let a, let x, let v), .binary(let b, let y, let w)):
      a == b && x.isSame(as: y) && v.isSame(as: w)
    case (.comparison(let a, let x), .comparison(let b, let y)): x == y && Self.isSame(a, b)
    case (.isNull(let a, let x), .isNull(let b, let y)): x == y && a.isSame(as: b)
    case (.hasLabels(let a, let x), .hasLabels(let b, let y)):
      x.map(\.text) == y.map(\.text) && a.isSame(as: b)
    case (.function(let a, let x, let d), .function(let b, let y, let e)):
      d == e && a.text.isSameFunctionName(as: b.text) && Self.isSame(x, y)
    case (.countAll, .countAll): true
    case (.conditional(let s, let a, let x), .conditional(let t, let b, let y)):
      Self.isSame(s, t) && Self.isSame(x, y) && a.count == b.count
        && zip(a, b).allSatisfy {
          $0.condition.isSame(as: $1.condition) && $0.result.isSame(as: $1.result)
        }
    case (
      .listComprehension(let v, let a, let p, let r),
      .listComprehension(let w, let b, let q, let s)
    ):
      v.text == w.text && a.isSame(as: b) && Self.isSame(p, q) && Self.isSame(r, s)
    case (.quantifier(let k, let v, let a, let p), .quantifier(let l, let w, let b, let q)):
      k == l && v.text == w.text && a.isSame(as: b) && p.isSame(as: q)
    default: false
    }
  }

  private static func isSame(_ left: Expression?, _ right: Expression?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): left.isSame(as: right)
    default: false
    }
  }

  private static func isSame(_ left: [Expression], _ right: [Expression]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
  }

  /// Calls `visit` with every expression directly inside this one; those of subqueries and patterns
  /// are left out.
  func forEachPart(_ visit: (Expression) -> Void) {
    switch kind {
    case .literal, .parameter, .variable, .countAll, .pattern, .shortestPath, .exists, .count,
      .patternComprehension:
      break
    case .property(let subject, _), .unary(_, let subject), .isNull(let subject, _),
      .hasLabels(let subject, _):
      visit(subject)
    case .subscripted(let subject, let index):
      visit(subject)
      visit(index)
    case .slice(let subject, let from, let to):
      visit(subject)
      from.map(visit)
      to.map(visit)
    case .list(let parts), .all(let parts), .any(let parts), .comparison(let parts, _),
      .function(_, let parts, _):
      parts.forEach(visit)
    case .map(let entries): entries.forEach { visit($0.value) }
    case .mapProjection(let subject, let items):
      visit(subject)
      for case .entry(_, let value) in items { visit(value) }
    case .binary(_, let left, let right):
      visit(left)
      visit(right)
    case .conditional(let subject, let branches, let otherwise):
      subject.map(visit)
      for branch in branches {
        visit(branch.condition)
        visit(branch.result)
      }
      otherwise.map(visit)
    case .listComprehension(_, let list, let predicate, let result):
      visit(list)
      predicate.map(visit)
      result.map(visit)
    case .quantifier(_, _, let list, let predicate):
      visit(list)
      visit(predicate)
    case .reduce(_, let initial, _, let list, let result):
      visit(initial)
      visit(list)
      visit(result)
    }
  }

  /// Whether this expression or a part of it satisfies the condition.
  func contains(_ condition: (Expression) -> Bool) -> Bool {
    if condition(self) { return true }
    var found = false
    forEachPart { part in
      if !found { found = part.contains(condition) }
    }
    return found
  }

  /// Names of variables mentioned, local ones included.
  var mentionedVariables: Set<Text> {
    var names: Set<Text> = []
    _ = contains { part in
      if case .variable(let name) = part.kind { names.insert(name) }
      return false
    }
    return names
  }
}

extension Text {
  /// Whether two names name the same function.
  func isSameFunctionName(as other: Text) -> Bool {
    self == other || string.lowercased() == other.string.lowercased()
  }
}
