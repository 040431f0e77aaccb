import Diagnostics
import Yams

/// Reads YAML with Yams and keeps every place, so that a message can point at it.
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
    let text = String(decoding: source.bytes, as: UTF8.self)
    do {
      guard let node = try Yams.compose(yaml: text) else { return nil }
      var builder = TreeBuilder(source: source)
      return try builder.tree(of: node, depth: 0)
    } catch let error as YamlError {
      throw diagnostic(of: error, in: source)
    } catch let error as Diagnostic {
      throw error
    } catch {
      throw Wording.unreadableYAML("\(error)", in: source)
    }
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

  private static func diagnostic(of error: YamlError, in source: SourceText) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // What never ends is mended where it begins.
      let isOpen = problem.contains("end of stream")
      let place = isOpen ? context?.mark ?? mark : mark
      let offset = source.offset(line: place.line, column: place.column)
      return Wording.yamlSyntax(
        problem, while: context?.text, at: offset..<min(offset + 1, source.bytes.count), in: source)
    case .reader(let problem, let offset, _, _):
      return Wording.yamlSyntax(problem, while: nil, at: (offset ?? 0)..<(offset ?? 0), in: source)
    case .duplicatedKeysInMapping(let duplicates, _):
      let key = duplicates.first ?? ""
      return Wording.duplicateKey(
        key, at: DuplicateKeyFinder.secondPlace(of: key, in: source), in: source)
    default:
      return Wording.unreadableYAML("\(error)", in: source)
    }
  }
}

/// Turns Yams nodes into our tree, with byte spans from their marks.
private struct TreeBuilder {
  let source: SourceText
  /// Where each line begins, so that a mark becomes an offset without walking the file again.
  private let lineStarts: [Int]
  /// Parts that may still come: without aliases a file has fewer of them than bytes, with aliases a
  /// few lines can stand for billions.
  private var budget: Int

  init(source: SourceText) {
    self.source = source
    var starts = [0]
    for (offset, byte) in source.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
    budget = source.bytes.count + 16
  }

  mutating func tree(of node: Node, depth: Int) throws(Diagnostic) -> YAMLTree {
    let start = offset(of: node.mark)
    guard depth < 64 else { throw Wording.tooDeep(at: start, in: source) }
    budget -= 1
    guard budget > 0 else { throw Wording.alias(at: start, in: source) }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      let content = YAMLTree.Content.scalar(scalar.string, isQuoted: isQuoted)
      return YAMLTree(content: content, span: start..<endOfScalar(scalar, from: start))
    case .sequence(let sequence):
      var elements: [YAMLTree] = []
      elements.reserveCapacity(sequence.count)
      for element in sequence { elements.append(try tree(of: element, depth: depth + 1)) }
      return YAMLTree(
        content: .sequence(elements), span: start..<min(start + 1, source.bytes.count))
    case .mapping(let mapping):
      var entries: [YAMLTree.Entry] = []
      entries.reserveCapacity(mapping.count)
      for (key, value) in mapping {
        entries.append(
          YAMLTree.Entry(
            key: try tree(of: key, depth: depth + 1), value: try tree(of: value, depth: depth + 1)))
      }
      return YAMLTree(content: .mapping(entries), span: start..<min(start + 1, source.bytes.count))
    case .alias:
      throw Wording.alias(at: start, in: source)
    }
  }

  private func offset(of mark: Mark?) -> Int {
    guard let mark, mark.line >= 1, mark.line <= lineStarts.count else { return source.bytes.count }
    var index = lineStarts[mark.line - 1]
    var remaining = mark.column - 1
    while remaining > 0, index < source.bytes.count {
      index += 1
      while index < source.bytes.count, source.bytes[index] & 0xC0 == 0x80 { index += 1 }
      remaining -= 1
    }
    return min(index, source.bytes.count)
  }

  private func endOfScalar(_ scalar: Node.Scalar, from start: Int) -> Int {
    let quotes = scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 2 : 0
    let end = min(start + scalar.string.utf8.count + quotes, source.bytes.count)
    let lineEnd = source.bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
    return lineEnd
  }
}

/// Finds the second of two equal keys of one map: the library names the key but not the place.
private enum DuplicateKeyFinder {
  static func secondPlace(of key: String, in source: SourceText) -> Range<Int> {
    let wanted = [Array(key.utf8), Array("\"\(key)\"".utf8), Array("'\(key)'".utf8)]
    var seenAt: [(indent: Int, line: Int)] = []
    var start = 0
    var line = 0
    for part in source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      let indent = part.prefix { $0 == UInt8(ascii: " ") }.count
      let body = part.dropFirst(indent)
      if !body.isEmpty, body.first != UInt8(ascii: "#") {
        seenAt.removeAll { $0.indent > indent }
        for form in wanted where body.starts(with: form) {
          let after = body.dropFirst(form.count).first { $0 != UInt8(ascii: " ") }
          guard after == UInt8(ascii: ":") else { continue }
          if seenAt.contains(where: { $0.indent == indent }) {
            return start + indent..<start + indent + form.count
          }
          seenAt.append((indent, line))
        }
      }
      start += part.count + 1
      line += 1
    }
    return 0..<0
  }
}
