/// A part of a YAML file to be written.
indirect enum YAMLNode {
  /// How a text stands in the file.
  enum Style {
    /// As it is, or quoted where YAML needs it.
    case plain
    case singleQuoted, doubleQuoted
    /// On lines of its own, folded.
    case folded
  }

  case scalar(String, Style)
  /// On lines of its own, or in brackets.
  case sequence([YAMLNode], isFlow: Bool)
  case mapping([(key: YAMLNode, value: YAMLNode)], isFlow: Bool)

  /// A word that YAML reads as itself: a key, a number, a flag.
  static func word(_ text: String) -> YAMLNode { .scalar(text, .plain) }
}
