import PropertyGraph

/// A value as the kit's tables write it, in a form that compares as text: map keys and labels
/// sorted, numbers as the shortest text of their value.
struct ExpectedValue {
  private var scalars: [Unicode.Scalar]
  private var index = 0

  struct Malformed: Error { var text: String }

  /// The canonical text of a table cell.
  static func canonical(_ cell: String, ignoringListOrder: Bool) throws -> String {
    var reader = ExpectedValue(scalars: Array(cell.unicodeScalars))
    let value = try reader.value()
    reader.skipSpaces()
    guard reader.index == reader.scalars.count else { throw Malformed(text: cell) }
    return CanonicalValue.text(value, ignoringListOrder: ignoringListOrder)
  }

  /// The value of a table cell that holds no entity: parameters and rows of procedures.
  static func plain(_ cell: String) throws -> Value {
    var reader = ExpectedValue(scalars: Array(cell.unicodeScalars))
    return try reader.value().plain
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func value() throws -> CanonicalValue {
    skipSpaces()
    guard let next = peek() else { throw malformed() }
    switch next {
    case "'": return .text(try string())
    case "[":
      return scalars.indices.contains(index + 1) && scalars[index + 1] == ":"
        ? try relationship() : try list()
    case "{": return .map(try map())
    case "(": return try node()
    case "<": return try path()
    default: return try word()
    }
  }

  private mutating func string() throws -> String {
    index += 1
    var text = String.UnicodeScalarView()
    while let scalar = peek() {
      index += 1
      if scalar == "'" { return String(text) }
      if scalar == "\\", let escaped = peek() {
        index += 1
        text.append(escaped)
      } else {
        text.append(scalar)
      }
    }
    throw malformed()
  }

  private mutating func list() throws -> CanonicalValue {
    index += 1
    var elements: [CanonicalValue] = []
    while true {
      skipSpaces()
      if take("]") { return .list(elements) }
      if !elements.isEmpty { try expect(",") }
      elements.append(try value())
    }
  }

  private mutating func map() throws -> [(String, CanonicalValue)] {
    try expect("{")
    var entries: [(String, CanonicalValue)] = []
    while true {
      skipSpaces()
      if take("}") { return entries }
      if !entries.isEmpty { try expect(",") }
      skipSpaces()
      let key = name()
      skipSpaces()
      try expect(":")
      entries.append((key, try value()))
    }
  }

  private mutating func node() throws -> CanonicalValue {
    try expect("(")
    skipSpaces()
    var labels: [String] = []
    while take(":") {
      labels.append(name())
      skipSpaces()
    }
    let properties = peek() == "{" ? try map() : []
    skipSpaces()
    try expect(")")
    return .node(labels: labels, properties: properties)
  }

  private mutating func relationship() throws -> CanonicalValue {
    try expect("[")
    try expect(":")
    let type = name()
    skipSpaces()
    let properties = peek() == "{" ? try map() : []
    skipSpaces()
    try expect("]")
    return .relationship(type: type, properties: properties)
  }

  private mutating func path() throws -> CanonicalValue {
    try expect("<")
    var parts = [try node()]
    while !take(">") {
      let isBackwards = take("<")
      try expect("-")
      parts.append(try relationship())
      try expect("-")
      if !isBackwards { try expect(">") }
      parts.append(.text(isBackwards ? "<-" : "->"))
      parts.append(try node())
    }
    return .path(parts)
  }

  private mutating func word() throws -> CanonicalValue {
    var text = ""
    while let scalar = peek(), !",]}|".unicodeScalars.contains(scalar) {
      text.unicodeScalars.append(scalar)
      index += 1
    }
    text = text.trimmed
    switch text {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "NaN": return .float(.nan)
    default: break
    }
    if let integer = Int64(text) { return .integer(integer) }
    if let float = Double(text) { return .float(float) }
    throw malformed()
  }

  private mutating func name() -> String {
    if take("`") {
      var text = ""
      while let scalar = peek(), scalar != "`" {
        text.unicodeScalars.append(scalar)
        index += 1
      }
      index += 1
      return text
    }
    var text = ""
    while let scalar = peek(), !" :{})]>,".unicodeScalars.contains(scalar) {
      text.unicodeScalars.append(scalar)
      index += 1
    }
    return text
  }

  private func peek() -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek() == scalar else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws {
    guard take(scalar) else { throw malformed() }
  }

  private mutating func skipSpaces() {
    while let scalar = peek(), scalar == " " { index += 1 }
  }

  private func malformed() -> Malformed {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return Malformed(text: String(text))
  }
}
