public import Diagnostics

/// Reads a file of settings: nested maps of single values, such as a style file.
public enum SettingsReader {
  /// One setting with its path (`colours.ink`) and where it stands.
  public struct Setting: Sendable {
    /// The keys from the outside in, joined by dots.
    public let path: String
    /// Its value as written.
    public let value: String
    /// Bytes of its key.
    public let keySpan: Range<Int>
    /// Bytes of its value.
    public let valueSpan: Range<Int>
  }

  /// All settings of a file, in order; none of an empty one. Throws `UnexpectedShape` and what the
  /// YAML reader throws.
  public static func read(_ source: SourceText) throws(Diagnostic) -> [Setting] {
    guard let tree = try YAMLParser.parse(source) else { return [] }
    var settings: [Setting] = []
    try read(tree, path: "", keySpan: tree.span, into: &settings, source)
    return settings
  }

  private static func read(
    _ tree: YAMLTree, path: String, keySpan: Range<Int>, into settings: inout [Setting],
    _ source: SourceText
  ) throws(Diagnostic) {
    switch tree.content {
    case .mapping(let entries):
      for entry in entries {
        let key = entry.key.scalar ?? ""
        try read(
          entry.value, path: path.isEmpty ? key : "\(path).\(key)", keySpan: entry.key.span,
          into: &settings, source)
      }
    case .scalar(let text, _) where !path.isEmpty:
      settings.append(
        Setting(path: path, value: text, keySpan: keySpan, valueSpan: tree.span))
    case .scalar, .sequence:
      let what = path.isEmpty ? "a file of settings" : "`\(path)`"
      throw Wording.unexpectedShape(
        what, expected: path.isEmpty ? "a map" : "a value", found: tree.shape
      ).at(tree.span, in: source)
    }
  }
}
