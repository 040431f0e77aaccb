@testable import GraphQuery

/// Random statements whose answers do not depend on the order of rows, as text.
struct RandomQuery {
  var dealer: Dealer
  /// Names in scope by what they hold.
  var nodes: [String] = []
  var relationships: [String] = []
  var integers: [String] = []
  var others: [String] = []
  private var count = 0

  init(_ dealer: Dealer) { self.dealer = dealer }

  mutating func fresh(_ letter: String) -> String {
    count += 1
    return "\(letter)\(count)"
  }

  mutating func forgetNames() { (nodes, relationships, integers, others) = ([], [], [], []) }

  // MARK: Statements

  /// A query that only reads.
  mutating func reading() -> String {
    let columns = 1 + dealer.below(3)
    let first = readingPart(columns)
    guard dealer.chance(1, of: 6) else { return first }
    return first + (dealer.chance(1, of: 2) ? " UNION " : " UNION ALL ") + readingPart(columns)
  }

  private mutating func readingPart(_ columns: Int) -> String {
    forgetNames()
    return readingClauses(1 + dealer.below(3)) + result(columns)
  }

  /// A statement that changes the graph, and perhaps looks at the change.
  mutating func updating() -> String {
    forgetNames()
    if dealer.chance(1, of: 4) {
      return """
        UNWIND [0, 1, 2, 1] AS k MERGE (n:\(label()) {x: k}) \
        ON CREATE SET n.i = 500 + k ON MATCH SET n.s = 'met', n:C
        """
    }
    let start = match(isOptional: dealer.chance(1, of: 6))
    let target = dealer.pick(nodes, or: "a")
    switch dealer.below(6) {
    case 0: return "\(start) DETACH DELETE \(target)"
    case 1: return "\(start) REMOVE \(target).x, \(target):\(label())"
    case 2:
      let number = 100 + dealer.below(100)
      // A null node has no place in CREATE.
      return """
        \(start) WITH \(target) WHERE \(target) IS NOT NULL \
        CREATE (\(target))-[:\(type()) {i: \(number), x: \(target).x}]->(:B {i: \(number), x: 1})
        """
    case 3:
      return "\(start) SET \(target).x = coalesce(\(target).x, 0) + 1, \(target).s = null"
    default:
      let change = dealer.pick(
        ["\(target):C", "\(target).x = 7", "\(target).s = 'new'", "\(target).x = null"], or: "")
      nodes = [target]
      (relationships, integers, others) = ([], [], [])
      return "\(start) SET \(change) WITH DISTINCT \(target) "
        + readingClauses(1 + dealer.below(2)) + result(2)
    }
  }

  // MARK: Clauses

  private mutating func readingClauses(_ count: Int) -> String {
    (0..<count).map { _ in
      switch dealer.below(8) {
      case 0...3: match(isOptional: false)
      case 4: match(isOptional: true)
      case 5: unwind()
      case 6: collected()
      default: with()
      }
    }.joined(separator: " ") + " "
  }

  private mutating func match(isOptional: Bool) -> String {
    let paths = (0..<(1 + dealer.below(2))).map { _ in path(edges: dealer.below(3)) }
    var predicate = dealer.chance(1, of: 2) ? " WHERE \(boolean(2))" : ""
    // A pattern is a predicate and no value.
    if dealer.chance(1, of: 4) {
      predicate += predicate.isEmpty ? " WHERE " : dealer.chance(1, of: 2) ? " AND " : " OR "
      predicate += (dealer.chance(1, of: 2) ? "NOT " : "") + shape()
    }
    return (isOptional ? "OPTIONAL " : "") + "MATCH \(paths.joined(separator: ", "))\(predicate)"
  }

  private mutating func unwind() -> String {
    let list = list(1)
    let name = fresh("v")
    others.append(name)
    return "UNWIND \(list) AS \(name)"
  }

  /// Values gathered and spread again.
  private mutating func collected() -> String {
    let distinct = dealer.chance(1, of: 2) ? "DISTINCT " : ""
    let list = fresh("v")
    let item = fresh("v")
    let gathered = "WITH collect(\(distinct)\(scalar(1))) AS \(list) UNWIND \(list) AS \(item)"
    forgetNames()
    others.append(item)
    return gathered
  }

  private mutating func with() -> String {
    if dealer.chance(1, of: 3) { return grouped() }
    let nodes = nodes.filter { _ in dealer.chance(2, of: 3) }
    let relationships = relationships.filter { _ in dealer.chance(1, of: 2) }
    let kept = others.filter { _ in dealer.chance(1, of: 2) }
    let number = fresh("n")
    let value = fresh("v")
    let items = nodes + relationships + kept + ["\(integer(2)) AS \(number)"]
    let last = "\(scalar(2)) AS \(value)"
    (self.nodes, self.relationships) = (nodes, relationships)
    (integers, others) = ([number], kept + [value])
    let distinct = dealer.chance(1, of: 3) ? "DISTINCT " : ""
    return "WITH \(distinct)\((items + [last]).joined(separator: ", "))" + filter()
  }

  private mutating func grouped() -> String {
    let key = fresh("v")
    let number = fresh("n")
    let extreme = fresh("v")
    let keyText = scalar(1)
    let aggregate =
      switch dealer.below(4) {
      case 0: "count(*)"
      case 1: "count(\(scalar(1)))"
      case 2: "count(DISTINCT \(scalar(1)))"
      default: "sum(\(integer(1)))"
      }
    let outer = dealer.chance(1, of: 2) ? "min" : "max"
    let text =
      "WITH \(keyText) AS \(key), \(aggregate) AS \(number), \(outer)(\(scalar(1))) AS \(extreme)"
    forgetNames()
    integers = [number]
    others = [key, extreme]
    return text + filter()
  }

  private mutating func filter() -> String {
    dealer.chance(1, of: 3) ? " WHERE \(boolean(1))" : ""
  }

  private mutating func result(_ columns: Int) -> String {
    let names = (0..<columns).map { "c\($0)" }
    if dealer.chance(1, of: 4) {
      let items = names.enumerated().map { index, name in
        index == 0 ? "count(*) AS \(name)" : "\(scalar(1)) AS \(name)"
      }
      return "RETURN \(items.joined(separator: ", "))"
    }
    let items = names.map { "\(scalar(2)) AS \($0)" }
    let distinct = dealer.chance(1, of: 3) ? "DISTINCT " : ""
    var text = "RETURN \(distinct)\(items.joined(separator: ", "))"
    if dealer.chance(1, of: 3) {
      // Rows that are equal in all columns are equal rows: any cut is the same.
      text += " ORDER BY "
      text += names.map { "\($0)\(dealer.chance(1, of: 2) ? " DESC" : "")" }.joined(separator: ", ")
      if dealer.chance(1, of: 2) { text += " SKIP \(dealer.below(3))" }
      if dealer.chance(1, of: 2) { text += " LIMIT \(dealer.below(5))" }
    }
    return text
  }
}
