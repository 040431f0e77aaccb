/// A YAML document as read, every part with its bytes in the file.
struct YAMLTree: Sendable {
  /// The three shapes of YAML; anchors have been followed.
  indirect enum Content: Sendable {
    case scalar(String, isQuoted: Bool)
    case sequence([YAMLTree])
    case mapping([Entry])
  }

  /// A key and its value.
  struct Entry: Sendable {
    var key: YAMLTree
    var value: YAMLTree
  }

  var content: Content
  /// Bytes of the file: exact for scalars and keys on one line, else the place it begins.
  var span: Range<Int>

  /// The characters of a scalar.
  var scalar: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// Whether nothing stands here (`key:` without a value, `null`, `~`).
  var isNull: Bool {
    if case .scalar(let text, isQuoted: false) = content {
      ["", "~", "null", "Null", "NULL"].contains(text)
    } else {
      false
    }
  }

  /// What it is, for a message.
  var shape: String {
    switch content {
    case .scalar: isNull ? "nothing" : "a single value"
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }
}
