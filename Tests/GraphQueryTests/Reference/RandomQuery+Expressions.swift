@testable import GraphQuery

/// Patterns and expressions of random queries.
extension RandomQuery {
  mutating func label() -> String { dealer.pick(["A", "B", "C"], or: "A") }
  mutating func type() -> String { dealer.pick(["T", "U"], or: "T") }

  // MARK: Patterns

  /// A path that may use the nodes in scope and names new ones.
  mutating func path(edges: Int) -> String {
    var text = node()
    for _ in 0..<edges {
      let isRepeated = dealer.chance(1, of: 4)
      let types = dealer.below(3) == 0 ? ":\(type())" : dealer.below(4) == 0 ? ":T|U" : ""
      let low = dealer.below(3)
      let bounds = isRepeated ? "*\(low)..\(low + dealer.below(2))" : ""
      let properties = dealer.chance(1, of: 6) ? " {x: \(dealer.below(2))}" : ""
      var name = ""
      if dealer.chance(1, of: 2), !isRepeated {
        name = fresh("r")
        relationships.append(name)
      }
      let inside = name + types + bounds + properties
      switch dealer.below(3) {
      case 0: text += "-[\(inside)]->"
      case 1: text += "<-[\(inside)]-"
      default: text += "-[\(inside)]-"
      }
      text += node()
    }
    return text
  }

  private mutating func node() -> String {
    if !nodes.isEmpty, dealer.chance(1, of: 3) { return "(\(dealer.pick(nodes, or: "a")))" }
    let name = fresh("a")
    nodes.append(name)
    let labels = dealer.chance(1, of: 3) ? ":\(label())" : ""
    let properties = dealer.chance(1, of: 6) ? " {x: \(dealer.below(3))}" : ""
    return "(\(name)\(labels)\(properties))"
  }

  /// A pattern from a node in scope that names nothing.
  mutating func shape() -> String {
    let types = dealer.chance(1, of: 2) ? ":\(type())" : ""
    let bounds = dealer.chance(1, of: 4) ? "*1..2" : ""
    let arrow = dealer.pick(["-[@]->", "<-[@]-", "-[@]-"], or: "-[@]-")
      .replacing("@", with: types + bounds)
    let far = dealer.chance(1, of: 3) ? ":\(label())" : ""
    let end = dealer.chance(1, of: 5) ? "(\(dealer.pick(nodes, or: "a")))" : "(\(far))"
    return "(\(dealer.pick(nodes, or: "a")))\(arrow)\(end)"
  }

  // MARK: Expressions

  mutating func integer(_ depth: Int) -> String {
    let names = nodes + relationships
    switch dealer.below(depth > 0 ? 9 : 4) {
    case 0: return "\(dealer.below(4))"
    case 1 where !integers.isEmpty: return dealer.pick(integers, or: "0")
    case 2, 3: return names.isEmpty ? "2" : "\(dealer.pick(names, or: "a")).x"
    case 4: return "(\(integer(depth - 1)) + \(integer(depth - 1)))"
    case 5:
      return "(\(integer(depth - 1)) \(dealer.pick(["-", "*"], or: "-")) \(integer(depth - 1)))"
    case 6: return "size(\(list(depth - 1)))"
    case 7 where !nodes.isEmpty:
      return dealer.chance(1, of: 2)
        ? "COUNT { \(shape()) }" : "size([\(shape()) | 1])"
    case 8: return "CASE WHEN \(boolean(depth - 1)) THEN \(integer(0)) ELSE \(integer(0)) END"
    default: return "coalesce(\(integer(0)), \(dealer.below(3)))"
    }
  }

  /// Anything but a node.
  mutating func scalar(_ depth: Int) -> String {
    switch dealer.below(8) {
    case 0 where !others.isEmpty: return dealer.pick(others, or: "0")
    case 1 where !nodes.isEmpty:
      return "\(dealer.pick(nodes, or: "a")).\(dealer.pick(["s", "i", "none"], or: "i"))"
    case 2 where !relationships.isEmpty: return "type(\(dealer.pick(relationships, or: "r")))"
    case 3 where depth > 0: return boolean(depth - 1)
    case 4 where depth > 0: return list(depth - 1)
    case 5 where depth > 0: return "\(list(depth - 1))[\(dealer.below(4) - 2)]"
    case 6: return dealer.pick(["null", "'b'", "true", "[]", "''"], or: "null")
    default: return integer(depth)
    }
  }

  mutating func list(_ depth: Int) -> String {
    let items = (0..<dealer.below(4)).map { _ in scalar(0) }.joined(separator: ", ")
    switch dealer.below(4) {
    case 0: return "range(0, \(dealer.below(4)))"
    case 1 where depth > 0:
      let name = fresh("x")
      let outer = others
      let source = list(depth - 1)
      others.append(name)
      defer { others = outer }
      return "[\(name) IN \(source) WHERE \(boolean(depth - 1)) | \(scalar(depth - 1))]"
    default: return "[\(items)]"
    }
  }

  mutating func boolean(_ depth: Int) -> String {
    switch dealer.below(depth > 0 ? 14 : 5) {
    case 0, 1, 2:
      let operation = dealer.pick(["=", "<>", "<", "<=", ">", ">="], or: "=")
      return "(\(scalar(0)) \(operation) \(scalar(0)))"
    case 3 where !nodes.isEmpty: return "\(dealer.pick(nodes, or: "a")):\(label())"
    case 4: return "\(scalar(0)) IS \(dealer.chance(1, of: 2) ? "NOT " : "")NULL"
    case 5: return "(\(boolean(depth - 1)) AND \(boolean(depth - 1)))"
    case 6: return "(\(boolean(depth - 1)) OR \(boolean(depth - 1)))"
    case 7: return "(NOT \(boolean(depth - 1)))"
    case 8: return "(\(boolean(depth - 1)) XOR \(boolean(depth - 1)))"
    case 9: return "\(scalar(0)) IN \(list(depth - 1))"
    case 10,
      11 where !nodes.isEmpty:
      return "EXISTS { \(shape()) }"
    case 12 where nodes.count > 1:
      return "\(dealer.pick(nodes, or: "a")) <> \(dealer.pick(nodes, or: "a"))"
    case 13:
      let kind = dealer.pick(["any", "all", "none", "single"], or: "any")
      let name = fresh("x")
      let outer = others
      let source = list(depth - 1)
      others.append(name)
      defer { others = outer }
      return "\(kind)(\(name) IN \(source) WHERE \(boolean(depth - 1)))"
    default: return "(\(integer(depth - 1)) > \(integer(0)))"
    }
  }
}
