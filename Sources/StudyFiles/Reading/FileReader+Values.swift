import Diagnostics
import PropertyGraph
import RealistEvaluation

extension FileReader {
  /// The value of a property as its type wants it; a finding and `nil` if it is none.
  mutating func value(of tree: YAMLTree, for property: Property) -> Value? {
    if tree.isNull {
      report(Wording.emptyValue(property.key.string), tree)
      return nil
    }
    let value: Value?
    switch (property.type, tree.content) {
    case (.textList, .sequence(let elements)):
      value = .list(elements.compactMap { $0.scalar.map { .text(Self.normalized($0)) } })
      if elements.contains(where: { $0.scalar == nil }) { return reject(tree, property) }
    case (.textList, .scalar(let text, _)):
      value = .list([.text(Self.normalized(text))])
    case (.text, .scalar(let text, _)), (.date, .scalar(let text, _)),
      (.oneOf, .scalar(let text, _)):
      value = .text(Self.normalized(text))
    case (.integer, .scalar(let text, isQuoted: false)):
      value = Int64(text).map { .integer($0) }
    case (.number, .scalar(let text, isQuoted: false)):
      value = Int64(text).map { .integer($0) } ?? Double(text).map { .float($0) }
    case (.boolean, .scalar(let text, isQuoted: false)):
      value = text == "true" ? .boolean(true) : (text == "false" ? .boolean(false) : nil)
    default:
      value = nil
    }
    guard let value, property.type.accepts(value) else { return reject(tree, property) }
    return value
  }

  private mutating func reject(_ tree: YAMLTree, _ property: Property) -> Value? {
    let found = tree.scalar ?? tree.shape
    if case .oneOf(let words) = property.type {
      let nearest = NearestName.of(found, among: words.map(\.string))
      report(
        Wording.wrongWord(
          property.key.string, found: found, expected: property.type.expectation,
          help: nearest.map { "did you mean `\($0)`?" }), tree)
    } else {
      report(
        Wording.wrongType(
          property.key.string, expected: property.type.expectation, found: found), tree)
    }
    return nil
  }

  /// Text of a study is brought to NFC once, at the door.
  static func normalized(_ text: String) -> Text {
    Text(CanonicalComposition.nfc(text))
  }
}
