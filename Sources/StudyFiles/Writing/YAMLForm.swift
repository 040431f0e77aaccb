import Diagnostics
import PropertyGraph
import Yams

/// Values as YAML nodes in the one form that canonical files have.
enum YAMLForm {
  /// Columns at which texts are folded.
  static let width = 100

  /// The text of a tree.
  static func bytes(of node: Node) throws(Diagnostic) -> [UInt8] {
    do {
      let text = try Yams.serialize(
        node: node, indent: 2, width: width, allowUnicode: true, lineBreak: .ln)
      return Array(text.utf8)
    } catch {
      throw Wording.unwritableFile("YAML", "\(error)")
    }
  }

  /// A text: plain where YAML allows, quoted where it would be read as something else, folded where
  /// it is long.
  static func text(_ text: Text, isInFlow: Bool = false) -> Node {
    let string = text.string
    if !isInFlow, string.unicodeScalars.count > 70, isFoldable(string) {
      return .scalar(Node.Scalar(string, Tag(.str), .folded))
    }
    let isUnusual = string.unicodeScalars.contains { scalar in
      scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value)
        || scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0xFEFF
    }
    if isUnusual { return .scalar(Node.Scalar(string, Tag(.str), .doubleQuoted)) }
    let plain = Node.Scalar(string)
    let staysText = Node.scalar(plain).tag == Tag(.str)
    return .scalar(staysText ? plain : Node.Scalar(string, Tag(.str), .singleQuoted))
  }

  /// A property's value.
  static func node(of value: Value, isInFlow: Bool = false) -> Node {
    switch value {
    case .boolean(let flag): return Node(flag ? "true" : "false", Tag(.bool))
    case .integer(let number): return Node(String(number), Tag(.int))
    case .float(let number): return Node("\(number)", Tag(.float))
    case .list(let elements):
      return Node(elements.map { node(of: $0, isInFlow: true) }, .implicit, .flow)
    case .text(let text): return self.text(text, isInFlow: isInFlow)
    default: return Node("null", Tag(.null))
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
