import Diagnostics

/// Reads YAML and keeps every place, so that a message can point at it.
enum YAMLParser {
  /// The tree of the file; `nil` if it holds nothing but comments.
  ///
  /// Throws for invalid UTF-8, for syntax errors, for a key that stands twice in one map, and for
  /// more than one document.
  static func parse(_ source: SourceText) throws(Diagnostic) -> YAMLTree? {
    if let offset = UTF8Check.firstInvalidByte(in: source.bytes) {
      throw Wording.invalidUTF8(at: offset, in: source)
    }
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw Wording.byteOrderMark(in: source) }
    if let offset = tabInIndentation(source.bytes) {
      throw Wording.tab(at: offset, in: source)
    }
    var builder = try YAMLTreeBuilder(source)
    return try builder.document()
  }

  /// YAML forbids tabs in indentation; its own message does not name the tab.
  private static func tabInIndentation(_ bytes: [UInt8]) -> Int? {
    var isIndentation = true
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"): isIndentation = true
      case UInt8(ascii: " "): break
      case UInt8(ascii: "\t") where isIndentation: return offset
      default: isIndentation = false
      }
    }
    return nil
  }
}
