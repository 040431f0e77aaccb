import PropertyGraph

@testable import GraphQuery

/// The rewrites that change a text by the places of its tree.
extension Rewrite {
  func edit(
    _ edits: inout TextEdits, _ text: String, _ query: Query, _ parts: QueryParts,
    _ parameters: inout PropertyMap
  ) {
    switch self {
    case .letterCase: changeCase(&edits, text, parts)
    case .parameters: useParameters(&edits, text, parts, &parameters)
    case .quotes:
      for text in parts.texts {
        edits.replace(text.span, with: Self.quoted(text.value.string, quote: "\""))
      }
    case .withAll: addWithAll(&edits, query, parts)
    case .unwind: addUnwind(&edits, query, parts)
    case .rename: rename(&edits, parts)
    case .quotedNames:
      for name in parts.variables + parts.otherNames {
        edits.replace(name.span, with: Self.backQuoted(name.text))
      }
    case .parentheses:
      for expression in parts.expressions { edits.wrap(expression.span, "(", ")") }
    case .reversed: for path in parts.matchedPaths { reverse(path, &edits, text) }
    case .split: for match in parts.matches { split(match, &edits, text, parts) }
    case .whereTrue:
      for predicate in parts.predicates { edits.wrap(predicate.span, "true AND (", ")") }
      for match in parts.matches where match.predicate == nil {
        edits.insert(" WHERE true", after: match.span.upperBound)
      }
    case .doubleNegation:
      for predicate in parts.predicates { edits.wrap(predicate.span, "NOT NOT (", ")") }
    case .predicates:
      for match in parts.matches { separatePredicates(match, &edits, text, parts) }
    case .pathOrder:
      for match in parts.matches { turnPathOrder(match, &edits, text) }
    case .turnedComparisons:
      for expression in parts.expressions { turn(expression, &edits, text) }
    case .carried: for single in [query.first] + query.rest.map(\.query) { carry(single, &edits) }
    case .alias, .spacing, .tight, .printed, .semicolon, .everything: break
    }
  }

  private static func backQuoted(_ name: Text) -> String {
    "`" + name.string.replacing("`", with: "``") + "`"
  }

  /// A literal with everything beyond ASCII escaped.
  private static func quoted(_ text: String, quote: String) -> String {
    var result = quote
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "\"", "'": result += "\\\(scalar)"
      case " "..."~": result.unicodeScalars.append(scalar)
      case _ where scalar.value <= 0xFFFF: result += "\\u" + hexadecimal(scalar.value, digits: 4)
      default: result += "\\U" + hexadecimal(scalar.value, digits: 8)
      }
    }
    return result + quote
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: digits - text.count) + text
  }

  // MARK: Words

  private func changeCase(_ edits: inout TextEdits, _ text: String, _ parts: QueryParts) {
    let bytes = Array(text.utf8)
    let tokens = Self.tokens(text)
    let functions = Set(parts.functions.filter { !$0.text.utf8.contains(0x2E) }.map(\.span))
    let names = Set((parts.variables + parts.otherNames).map(\.span))
    for (index, token) in tokens.enumerated() where token.kind == .word {
      let before = index > 0 ? tokens[index - 1].kind : nil
      let after = index + 1 < tokens.count ? tokens[index + 1].kind : nil
      let isName =
        names.contains(token.span) || before == .dot || before == .colon || after == .dot
      guard functions.contains(token.span) || (token.isReservedWord && !isName) else { continue }
      var letters = Array(bytes[token.span])
      for position in letters.indices {
        let isLetter = (0x41...0x5A).contains(letters[position] & 0xDF)
        if isLetter { letters[position] = letters[position] & 0xDF | (position % 2 == 0 ? 32 : 0) }
      }
      edits.replace(token.span, with: String(decoding: letters, as: UTF8.self))
    }
  }

  private func useParameters(
    _ edits: inout TextEdits, _ text: String, _ parts: QueryParts,
    _ parameters: inout PropertyMap
  ) {
    // One parameter for each value, so that equal expressions stay equal.
    let bytes = Array(text.utf8)
    var names: [Text: String] = [:]
    for constant in parts.constants {
      let written = Text(utf8: bytes[constant.span])
      let name = names[written] ?? "lifted\(names.count)"
      names[written] = name
      parameters[Text(name)] = constant.value
      edits.replace(constant.span, with: " $\(name) ")
    }
  }

  private func rename(_ edits: inout TextEdits, _ parts: QueryParts) {
    guard !parts.usesAllNames else { return }
    var names: [Text: String] = [:]
    for variable in parts.variables where !parts.pinned.contains(variable.text) {
      let name = names[variable.text] ?? "étage_\(names.count)"
      names[variable.text] = name
      edits.replace(variable.span, with: name)
    }
  }

  // MARK: Clauses

  private func addWithAll(_ edits: inout TextEdits, _ query: Query, _ parts: QueryParts) {
    for single in [query.first] + query.rest.map(\.query) {
      for (clause, next) in zip(single.clauses, single.clauses.dropFirst()) {
        let hasName =
          parts.variables.contains {
            single.span.lowerBound <= $0.span.lowerBound
              && $0.span.upperBound <= clause.span.upperBound
          } && !clause.isCallWithoutYield
        if clause.isReading, hasName {
          edits.insert("WITH * ", before: next.span.lowerBound)
        }
      }
    }
  }

  private func addUnwind(_ edits: inout TextEdits, _ query: Query, _ parts: QueryParts) {
    guard !parts.usesAllNames else { return }
    for (number, single) in ([query.first] + query.rest.map(\.query)).enumerated() {
      guard let first = single.clauses.first, let last = single.clauses.last else { continue }
      if case .call = first, single.clauses.count == 1 { continue }
      edits.insert("UNWIND [1] AS fresh\(number) ", before: first.span.lowerBound)
      if single.clauses.count > 1, single.clauses[single.clauses.count - 2].isReading {
        edits.insert("UNWIND [[]] AS last\(number) ", before: last.span.lowerBound)
      }
    }
  }
}

/// The rewrites of comparisons and columns.
extension Rewrite {
  private func turn(_ expression: Expression, _ edits: inout TextEdits, _ text: String) {
    guard case .comparison(let operands, let operators) = expression.kind, operands.count == 2,
      operands[0].span.upperBound <= operands[1].span.lowerBound
    else { return }
    let bytes = Array(text.utf8)
    let sides = operands.map { String(decoding: bytes[$0.span], as: UTF8.self) }
    let turned =
      switch operators[0] {
      case .equal: "="
      case .notEqual: "<>"
      case .less: ">"
      case .lessOrEqual: ">="
      case .greater: "<"
      case .greaterOrEqual: "<="
      }
    edits.replace(expression.span, with: "((\(sides[1])) \(turned) (\(sides[0])))")
  }

  private func carry(_ single: SingleQuery, _ edits: inout TextEdits) {
    guard case .return(let projection) = single.clauses.last, !projection.includesAll else {
      return
    }
    let names = projection.items.compactMap(\.alias)
    guard names.count == projection.items.count, Set(names.map(\.text)).count == names.count else {
      return
    }
    let start = projection.span.lowerBound
    edits.replace(start..<start + 6, with: "WITH")
    let columns = names.map { Printer.text(ofName: $0.text).string }.joined(separator: ", ")
    edits.insert(" RETURN \(columns)", after: projection.span.upperBound)
  }
}

extension Token {
  /// Whether it is a keyword that cannot name a variable.
  fileprivate var isReservedWord: Bool { keyword?.isReserved ?? false }
}

extension Clause {
  fileprivate var isReading: Bool {
    switch self {
    case .match, .unwind, .call: true
    default: false
    }
  }

  fileprivate var isCallWithoutYield: Bool {
    if case .call(let call) = self { call.yield == nil } else { false }
  }
}
