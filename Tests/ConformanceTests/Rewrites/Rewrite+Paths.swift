import GraphQuery
import PropertyGraph

/// The rewrites of paths.
extension Rewrite {
  /// Writes a path from its other end. Its variable, and the lists of repetitions, would notice.
  func reverse(_ path: PathPattern, _ edits: inout TextEdits, _ text: String) {
    guard path.variable == nil, path.selector == .all, path.elements.count > 1,
      path.elements.allSatisfy(\.isReversible),
      let first = path.elements.first, let last = path.elements.last
    else { return }
    let bytes = Array(text.utf8)
    let reversed = path.elements.reversed().map { element in
      let written = String(decoding: bytes[element.span], as: UTF8.self)
      return element.isNode ? written : Self.turned(written)
    }
    edits.replace(first.span.lowerBound..<last.span.upperBound, with: reversed.joined())
  }

  private static func turned(_ step: String) -> String {
    var core = Substring(step)
    let pointsLeft = core.first == "<"
    let pointsRight = core.last == ">"
    if pointsLeft { core = core.dropFirst() }
    if pointsRight { core = core.dropLast() }
    return (pointsRight ? "<" : "") + core + (pointsLeft ? ">" : "")
  }

  /// `(a)-->(b)-->(c)` as `(a)-->(b), (b)-->(c)`.
  func split(
    _ match: Clause.Match, _ edits: inout TextEdits, _ text: String, _ parts: QueryParts
  ) {
    for (number, path) in match.pattern.enumerated() {
      guard path.variable == nil, path.selector == .all, path.elements.count > 3 else { continue }
      for (index, element) in path.elements.enumerated().dropFirst().dropLast() {
        guard case .node(let node) = element else { continue }
        if let name = node.variable {
          edits.insert(", (\(Printer.text(ofName: name.text).string))", after: node.span.upperBound)
        } else if !parts.usesAllNames {
          let name = "between_\(match.span.lowerBound)_\(number)_\(index)"
          edits.insert(name, before: node.span.lowerBound + 1)
          edits.insert(", (\(name))", after: node.span.upperBound)
        }
      }
    }
  }

  func turnPathOrder(_ match: Clause.Match, _ edits: inout TextEdits, _ text: String) {
    // A path may use what a path before it names.
    let isPlain = match.pattern.allSatisfy {
      $0.variable == nil && $0.elements.allSatisfy(\.isPlain)
    }
    guard match.pattern.count > 1, isPlain else { return }
    let bytes = Array(text.utf8)
    for (path, other) in zip(match.pattern, match.pattern.reversed()) {
      edits.replace(path.span, with: String(decoding: bytes[other.span], as: UTF8.self))
    }
  }

  /// `(a:L {k: 1})-[r:T]->()` as `(a)-[r]->()` with `WHERE a:L AND a.k = 1 AND r:T`.
  func separatePredicates(
    _ match: Clause.Match, _ edits: inout TextEdits, _ text: String, _ parts: QueryParts
  ) {
    let bytes = Array(text.utf8)
    var conditions: [String] = []
    for path in match.pattern where path.selector == .all {
      for (index, element) in path.elements.enumerated() {
        guard case .node(let node) = element, node.predicate == nil,
          !node.labels.isEmpty || node.properties != nil
        else { continue }
        var name = "at_\(path.span.lowerBound)_\(index)"
        if let variable = node.variable {
          name = Printer.text(ofName: variable.text).string
        } else if parts.usesAllNames {
          continue
        }
        var wanted = node.labels.map { "\(name):\(Printer.text(ofName: $0.text).string)" }
        if let properties = node.properties {
          guard case .map(let entries) = properties.kind else { continue }
          wanted += entries.map { entry in
            let value = String(decoding: bytes[entry.value.span], as: UTF8.self)
            return "\(name).\(Printer.text(ofName: entry.key.text).string) = (\(value))"
          }
        }
        conditions += wanted
        edits.replace(node.span, with: "(\(name))")
      }
    }
    guard !conditions.isEmpty else { return }
    let all = conditions.joined(separator: " AND ")
    if let predicate = match.predicate {
      edits.wrap(predicate.span, "\(all) AND (", ")")
    } else {
      edits.insert(" WHERE \(all)", after: match.span.upperBound)
    }
  }
}

extension PatternElement {
  var span: Span {
    switch self {
    case .node(let node): node.span
    case .step(let step): step.span
    case .group(let group): group.span
    }
  }

  var isNode: Bool { if case .node = self { true } else { false } }

  /// Whether its properties are constants.
  fileprivate var isPlain: Bool {
    switch self {
    case .node(let node): Self.isPlain(node.properties)
    case .step(let step): Self.isPlain(step.properties)
    case .group(let group): group.elements.allSatisfy(\.isPlain)
    }
  }

  /// Whether nothing in it depends on the direction of reading.
  fileprivate var isReversible: Bool {
    switch self {
    case .node(let node): Self.isPlain(node.properties) && node.predicate == nil
    case .step(let step): Self.isPlain(step.properties) && step.predicate == nil
    case .group(let group):
      if group.elements.count == 1, case .step(let step) = group.elements[0] {
        step.variable == nil && Self.isPlain(step.properties)
      } else {
        false
      }
    }
  }

  /// Properties that are constants refer to nothing else in the pattern.
  private static func isPlain(_ properties: Expression?) -> Bool {
    guard let properties else { return true }
    return properties.constant != nil
  }
}
