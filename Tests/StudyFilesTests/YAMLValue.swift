import Diagnostics
import PropertyGraph

@testable import StudyFiles

/// A YAML file as a value, as an editor sees it.
enum YAMLValue {
  static func read(_ source: SourceText) throws(Diagnostic) -> Value? {
    try YAMLParser.parse(source).map(value)
  }

  private static func value(_ tree: YAMLTree) -> Value {
    switch tree.content {
    case .scalar(let text, let isQuoted):
      if isQuoted { return Value(text) }
      if tree.isNull { return .null }
      if text == "true" || text == "false" { return .boolean(text == "true") }
      return Int64(text).map { .integer($0) } ?? Double(text).map { .float($0) } ?? Value(text)
    case .sequence(let elements): return .list(elements.map(value))
    case .mapping(let entries):
      return .map(PropertyMap(entries.map { (Text($0.key.scalar ?? ""), value($0.value)) }))
    }
  }
}
