import Diagnostics
import PropertyGraph

/// Values as YAML nodes in the one form that canonical files have.
enum YAMLForm {
  /// Columns at which texts are folded.
  static let width = 100

  /// The text of a tree.
  static func bytes(of pairs: [(key: YAMLNode, value: YAMLNode)]) throws(Diagnostic) -> [UInt8] {
    try YAMLEmitter(width: width).bytes(of: .mapping(pairs, isFlow: false))
  }

  /// A text: plain where YAML allows, quoted where it would be read as something else, folded where
  /// it is long.
  static func text(_ text: Text, isInFlow: Bool = false) -> YAMLNode {
    let string = text.string
    if !isInFlow, string.unicodeScalars.count > 70, isFoldable(string) {
      return .scalar(string, .folded)
    }
    let isUnusual = string.unicodeScalars.contains { scalar in
      scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value)
        || scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0xFEFF
    }
    if isUnusual { return .scalar(string, .doubleQuoted) }
    return .scalar(string, PlainText.isReadAsText(string) ? .plain : .singleQuoted)
  }

  /// A property's value.
  static func node(of value: Value, isInFlow: Bool = false) -> YAMLNode {
    switch value {
    case .boolean(let flag): return .word(flag ? "true" : "false")
    case .integer(let number): return .word(String(number))
    case .float(let number): return .word("\(number)")
    case .list(let elements):
      return .sequence(elements.map { node(of: $0, isInFlow: true) }, isFlow: true)
    case .text(let text): return self.text(text, isInFlow: isInFlow)
    default: return .word("null")
    }
  }

  /// Folding keeps a text only if single spaces part its words.
  private static func isFoldable(_ string: String) -> Bool {
    var previous: Unicode.Scalar = " "
    for scalar in string.unicodeScalars {
      if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) { return false }
      if scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0xFEFF { return false }
      if scalar == " ", previous == " " { return false }
      previous = scalar
    }
    return previous != " "
  }
}
