import PropertyGraph

/// Names and literals.
extension Printer {
  /// A variable: a reserved word needs back quotes.
  mutating func append(variable: Name) { append(variable: variable.text) }

  mutating func append(variable: Text) {
    // `call` is free for variables but, where a subquery begins, reads as a clause.
    text += Self.quoted(variable) { $0.isReserved || $0 == .call }
  }

  /// A label, type, key or column: any word will do.
  mutating func append(name: Name) { text += Self.quoted(name.text) { _ in false } }

  mutating func append(labels: [Name]) {
    for label in labels {
      text += ":"
      append(name: label)
    }
  }

  /// The name of a function or procedure, part by part. Words that begin another form when a
  /// parenthesis follows stand in back quotes.
  mutating func append(dotted name: Name) {
    let parts = name.text.string.split(separator: ".", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index > 0 { text += "." }
      text += Self.quoted(Text(String(part))) { keyword in
        guard index == 0, parts.count == 1 else { return index == 0 && keyword.isReserved }
        switch keyword {
        case .all, .any, .none, .single, .reduce, .shortestPath, .allShortestPaths: return true
        default: return keyword.isReserved
        }
      }
    }
  }

  mutating func append(parameter name: Text) {
    let isPlain =
      !name.isEmpty && name.string.unicodeScalars.allSatisfy(CharacterClasses.continuesName)
    text += "$" + (isPlain ? name.string : Self.inBackQuotes(name))
  }

  static func quoted(_ name: Text, isReserved: (Keyword) -> Bool) -> String {
    let scalars = name.string.unicodeScalars
    guard let first = scalars.first, CharacterClasses.startsName(first),
      scalars.allSatisfy(CharacterClasses.continuesName)
    else { return inBackQuotes(name) }
    if let keyword = Keyword.spelled(by: Array(name.utf8)[...]), isReserved(keyword) {
      return inBackQuotes(name)
    }
    return name.string
  }

  private static func inBackQuotes(_ name: Text) -> String {
    var quoted = "`"
    for scalar in name.string.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "`" { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "`"
  }

  // MARK: - Literals

  mutating func append(literal value: Value) {
    switch value {
    case .null: text += "null"
    case .boolean(let boolean): text += boolean ? "true" : "false"
    case .integer(let integer): text += String(integer)
    case .float(let float): append(float)
    case .text(let string): text += Self.quotedText(string)
    case .list(let elements):
      text += "["
      appendList(elements) { $0.append(literal: $1) }
      text += "]"
    case .map(let entries):
      text += "{"
      appendList(Array(entries)) { printer, entry in
        printer.append(name: Name(entry.key, 0..<0))
        printer.text += ": "
        printer.append(literal: entry.value)
      }
      text += "}"
    case .temporal, .node, .relationship, .path:
      append(parameter: Text(value.typeName))
    }
  }

  private mutating func append(_ float: Double) {
    if float.isNaN {
      text += "(0.0 / 0.0)"
    } else if float.isInfinite {
      text += float < 0 ? "(-1.0 / 0.0)" : "(1.0 / 0.0)"
    } else {
      text += float.description
    }
  }

  /// A text in single quotes, control characters escaped.
  static func quotedText(_ text: Text) -> String {
    var quoted = "'"
    for scalar in text.string.unicodeScalars {
      switch scalar {
      case "'": quoted += "\\'"
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.properties.generalCategory == .control:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "'"
  }
}
