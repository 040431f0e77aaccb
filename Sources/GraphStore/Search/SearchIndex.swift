public import PropertyGraph

/// A full-text index of a graph: texts of some properties of the nodes with a label, or of all
/// nodes. Its terms stand in an FTS5 table without content: the texts are in the rows already.
public struct SearchIndex: Sendable, Hashable {
  /// Counts from 1.
  let number: Int
  /// The label; `nil` for every node.
  public let label: Text?
  /// The properties, one column each, so that a phrase never runs from one into the next.
  public let properties: [Text]

  var table: String { "search_\(number)" }
  var key: Text { Text("\(Self.keyPrefix)\(number)") }

  static let keyPrefix = "search."

  /// What `meta` keeps of it.
  var encoded: Text {
    Text(
      String(
        decoding: JSONWriter.text(
          .list([label.map { .text($0) } ?? .null, .list(properties.map { .text($0) })])
        ).utf8, as: UTF8.self))
  }

  init(number: Int, label: Text?, properties: [Text]) {
    self.number = number
    self.label = label
    self.properties = properties
  }

  /// `nil` if the text is none of ours.
  init?(key: Text, encoded: Text) {
    guard key.string.hasPrefix(Self.keyPrefix),
      let number = Int(key.string.dropFirst(Self.keyPrefix.count)),
      let value = try? JSONReader.value(from: Array(encoded.utf8)),
      case .list(let parts) = value, parts.count == 2, case .list(let names) = parts[1]
    else { return nil }
    self.number = number
    if case .text(let name) = parts[0] { label = name } else { label = nil }
    properties = names.compactMap { if case .text(let name) = $0 { name } else { nil } }
  }

  /// Whether nodes with these labels are in it.
  func covers(_ labels: [Text]) -> Bool { label.map { labels.contains($0) } ?? true }

  /// The texts of a node, a column each; `nil` if none of them has one.
  func texts(labels: [Text], property: (Text) -> Value?) -> [Text?]? {
    guard covers(labels) else { return nil }
    let texts = properties.map { name -> Text? in
      if case .text(let text)? = property(name) { text } else { nil }
    }
    return texts.allSatisfy { $0 == nil } ? nil : texts
  }
}
