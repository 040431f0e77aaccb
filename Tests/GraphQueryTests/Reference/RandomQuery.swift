import PropertyGraph

@testable import GraphQuery

/// Makes queries from chance: legal ones, over the labels, types and properties of
/// ``RandomGraph``, that raise no error in any order of evaluation.
struct RandomQuery {
  private enum Kind { case node, relationship, number, numbers, path }

  private var generator: SeededGenerator
  private var scope: [(name: String, kind: Kind)] = []
  private var names = 0

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// The text of a query.
  mutating func text() -> String {
    var parts = [single()]
    if chance(6) {
      // The parts of a UNION have the same columns.
      let width = Int.random(in: 1...2, using: &generator)
      parts = (0..<2).map { _ in single(width: width) }
      return parts.joined(separator: chance(50) ? " UNION " : " UNION ALL ")
    }
    return parts.joined()
  }

  // MARK: Chance

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func newName(_ prefix: String) -> String {
    names += 1
    return "\(prefix)\(names)"
  }

  private func names(of kind: Kind) -> [String] {
    scope.filter { $0.kind == kind }.map(\.name)
  }

  // MARK: Clauses

  private mutating func single(width: Int? = nil) -> String {
    scope = []
    var clauses = [match(isOptional: chance(10))]
    for _ in 0..<number(0...2) {
      switch number(0...9) {
      case 0...3: clauses.append(match(isOptional: chance(45)))
      case 4...5:
        let name = newName("u")
        clauses.append("UNWIND \(list(1)) AS \(name)")
        scope.append((name, .number))
      default: clauses.append(with())
      }
    }
    clauses.append(returning(width))
    return clauses.joined(separator: "\n")
  }

  private mutating func match(isOptional: Bool) -> String {
    var bound: [(name: String, kind: Kind)] = []
    let patterns = (0..<(chance(25) ? 2 : 1)).map { _ in path(&bound, isNamed: chance(15)) }
    var text = (isOptional ? "OPTIONAL MATCH " : "MATCH ") + patterns.joined(separator: ", ")
    scope += bound
    if chance(40) { text += " WHERE \(predicate(2))" }
    return text
  }

  private mutating func with() -> String {
    if chance(25) { return aggregate("WITH", alias: nil) }
    var items: [String] = []
    var kept: [(name: String, kind: Kind)] = []
    for entry in scope where chance(75) {
      items.append(entry.name)
      kept.append(entry)
    }
    if chance(50) || items.isEmpty {
      let name = newName("c")
      items.append("\(value(2)) AS \(name)")
      kept.append((name, .number))
    }
    var text = "WITH \(chance(25) ? "DISTINCT " : "")" + items.joined(separator: ", ")
    scope = kept
    if chance(20) {
      text += " ORDER BY \(order(kept.map(\.name))) SKIP \(number(0...1)) LIMIT \(number(0...4))"
    }
    if chance(30) { text += " WHERE \(predicate(1))" }
    return text
  }

  private mutating func aggregate(_ word: String, alias columns: [String]?) -> String {
    var items: [String] = []
    var kept: [(name: String, kind: Kind)] = []
    let total = columns?.count ?? number(1...3)
    for index in 0..<total {
      let name = columns?[index] ?? newName("g")
      switch number(0...4) {
      case 0 where columns == nil && !names(of: .node).isEmpty:
        let node = pick(names(of: .node))
        items.append("\(node) AS \(name)")
        kept.append((name, .node))
        continue
      case 0...1 where index > 0: items.append("\(value(1)) AS \(name)")
      case 2: items.append("count(*) AS \(name)")
      default:
        let function = pick(["count", "sum", "min", "max"])
        items.append("\(function)(\(chance(25) ? "DISTINCT " : "")\(value(1))) AS \(name)")
      }
      kept.append((name, .number))
    }
    scope = kept
    return "\(word) " + items.joined(separator: ", ")
  }

  private mutating func returning(_ width: Int?) -> String {
    let columns = (1...(width ?? number(1...3))).map { "r\($0)" }
    if chance(20) { return aggregate("RETURN", alias: columns) }
    let items = columns.map { column in
      let entity =
        names(of: .node) + names(of: .relationship) + names(of: .path)
        + names(of: .numbers)
      return width == nil && !entity.isEmpty && chance(35)
        ? "\(pick(entity)) AS \(column)" : "\(value(3)) AS \(column)"
    }
    var text = "RETURN \(chance(20) ? "DISTINCT " : "")" + items.joined(separator: ", ")
    if width == nil, chance(35) {
      text += " ORDER BY \(order(columns))"
      if chance(50) { text += " SKIP \(number(0...2))" }
      if chance(70) { text += " LIMIT \(pick([0, 2, 3, 5, 8]))" }
    }
    return text
  }

  /// Every column, so that the order is total up to rows that are alike.
  private mutating func order(_ columns: [String]) -> String {
    columns.map { chance(40) ? "\($0) DESC" : $0 }.joined(separator: ", ")
  }

  // MARK: Patterns

  private mutating func path(
    _ bound: inout [(name: String, kind: Kind)], isNamed: Bool, mayBind: Bool = true
  ) -> String {
    var text = node(&bound, mayBind: mayBind)
    for _ in 0..<pick([0, 1, 1, 1, 2, 2]) {
      text += step(&bound, mayBind: mayBind) + node(&bound, mayBind: mayBind)
    }
    guard isNamed, mayBind else { return text }
    let name = newName("p")
    bound.append((name, .path))
    return "\(name) = \(text)"
  }

  private mutating func node(
    _ bound: inout [(name: String, kind: Kind)], mayBind: Bool
  ) -> String {
    let known = names(of: .node) + bound.filter { $0.kind == .node }.map(\.name)
    if !known.isEmpty, chance(30) { return "(\(pick(known)))" }
    var text = "("
    if mayBind, chance(75) {
      let name = newName("n")
      bound.append((name, .node))
      text += name
    }
    if chance(20) { text += pick([":A", ":B", ":A", ":B", ":A:B"]) }
    if chance(4) { text += " {v: \(number(0...2))}" }
    return text + ")"
  }

  private mutating func step(
    _ bound: inout [(name: String, kind: Kind)], mayBind: Bool
  ) -> String {
    let arrows = pick([("-", "->"), ("-", "->"), ("<-", "-"), ("-", "-")])
    let types = pick(["", "", "", ":R", ":S", ":R|S"])
    if chance(8) {
      return " (()\(arrows.0)[\(types)]\(arrows.1)()){\(number(0...1)),\(number(1...2))} "
    }
    if chance(22) {
      let range = pick(["*", "*0..1", "*1..2", "*0..", "*2", "*2..3"])
      return "\(arrows.0)[\(types)\(range)]\(arrows.1)"
    }
    var inner = types
    if mayBind, chance(45) {
      let name = newName("e")
      bound.append((name, .relationship))
      inner = name + types
    }
    if chance(4) { inner += " {w: \(number(0...3))}" }
    return "\(arrows.0)[\(inner)]\(arrows.1)"
  }

  // MARK: Expressions

  private mutating func predicate(_ depth: Int) -> String {
    if depth > 0, chance(35) {
      switch number(0...3) {
      case 0: return "(\(predicate(depth - 1)) AND \(predicate(depth - 1)))"
      case 1: return "(\(predicate(depth - 1)) OR \(predicate(depth - 1)))"
      case 2: return "NOT (\(predicate(depth - 1)))"
      default: return "(\(predicate(depth - 1)) XOR \(predicate(depth - 1)))"
      }
    }
    let nodes = names(of: .node)
    switch number(0...11) {
    case 0 where !nodes.isEmpty: return "\(pick(nodes)):\(pick(["A", "B", "A:B"]))"
    case 1: return "\(value(1)) IS \(chance(50) ? "NOT " : "")NULL"
    case 2: return "\(value(1)) IN \(list(1))"
    case 3 where nodes.count > 1: return "\(pick(nodes)) \(pick(["=", "<>"])) \(pick(nodes))"
    case 4 where !nodes.isEmpty:
      return "(\(pick(nodes)))\(pick(["-[:R]->", "<-[:S]-", "--", "-[*1..2]->"]))()"
    case 5:
      var bound: [(name: String, kind: Kind)] = []
      let outer = scope
      let pattern = path(&bound, isNamed: false)
      scope += bound
      let filter = chance(50) ? " WHERE \(predicate(0))" : ""
      scope = outer
      return "EXISTS { MATCH \(pattern)\(filter) }"
    case 6:
      let variable = newName("x")
      return "\(pick(["all", "any", "none", "single"]))(\(variable) IN \(list(0)) "
        + "WHERE \(variable) \(pick(["<", "=", ">"])) \(value(0)))"
    default: return "\(value(1)) \(pick(["=", "<>", "<", "<=", ">", ">="])) \(value(1))"
    }
  }

  /// A number or null.
  private mutating func value(_ depth: Int) -> String {
    if depth > 0, chance(40) {
      switch number(0...8) {
      case 0...2: return "(\(value(depth - 1)) \(pick(["+", "-", "*"])) \(value(depth - 1)))"
      case 3: return "coalesce(\(value(depth - 1)), \(value(depth - 1)))"
      case 4:
        return "CASE WHEN \(predicate(depth - 1)) THEN \(value(depth - 1)) "
          + "ELSE \(value(depth - 1)) END"
      case 5: return "size(\(list(depth - 1)))"
      case 6: return reduction(depth)
      default: return subquery()
      }
    }
    let nodes = names(of: .node)
    let edges = names(of: .relationship)
    let numbers = names(of: .number)
    switch number(0...7) {
    case 0...2 where !nodes.isEmpty:
      return "\(pick(nodes)).\(pick(["i", "i", "v", "v", "v", "none"]))"
    case 3 where !edges.isEmpty: return "\(pick(edges)).w"
    case 4...5 where !numbers.isEmpty: return pick(numbers)
    case 6: return pick(["null", "0", "1", "1", "2", "3"])
    default: return "\(number(0...3))"
    }
  }

  private mutating func reduction(_ depth: Int) -> String {
    let (sum, element) = (newName("s"), newName("x"))
    return "reduce(\(sum) = \(value(0)), \(element) IN \(list(0)) | \(sum) + \(element))"
  }

  private mutating func subquery() -> String {
    let outer = scope
    defer { scope = outer }
    var bound: [(name: String, kind: Kind)] = []
    let pattern = path(&bound, isNamed: false)
    guard pattern.contains("[") else { return "1" }
    scope += bound
    let filter = chance(40) ? " WHERE \(predicate(0))" : ""
    return chance(50) ? "COUNT { MATCH \(pattern)\(filter) }" : "size([\(pattern)\(filter) | 1])"
  }

  private mutating func list(_ depth: Int) -> String {
    if depth > 0, chance(30) {
      let variable = newName("x")
      let source = list(depth - 1)
      let filter = chance(50) ? " WHERE \(variable) > \(number(0...1))" : ""
      return "[\(variable) IN \(source)\(filter) | \(variable) * \(number(0...2))]"
    }
    return "[" + (0..<pick([0, 1, 2, 2, 3])).map { _ in value(0) }.joined(separator: ", ") + "]"
  }
}
