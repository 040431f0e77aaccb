import Diagnostics

/// The comments of a study file, each with the part of the file that it speaks about, so that they
/// find their place again when the file is written anew.
struct FileComments {
  /// What stands above everything.
  private var head: [String] = []
  /// What stands below everything.
  private var tail: [String] = []
  /// Comments by the part below them, or beside them.
  private var others: [(path: [String], text: String)] = []

  /// The comments of a file that is YAML.
  init(of source: SourceText) throws(Diagnostic) {
    let outline = try FileOutline(of: source)
    for comment in Self.comments(in: source, outside: outline.scalars) {
      let nodes = outline.nodes
      guard let first = nodes.first, comment.line >= first.line else {
        head.append(comment.text)
        continue
      }
      let beside =
        comment.isBeside
        ? nodes.first { $0.line == comment.line } ?? nodes.last { $0.line < comment.line } : nil
      if let node = beside ?? nodes.first(where: { $0.line > comment.line }) {
        others.append((node.path, comment.text))
      } else {
        tail.append(comment.text)
      }
    }
  }

  /// The text with every comment on a line of its own, above the part that it speaks about; where
  /// that is no longer on lines of its own, above the part around it.
  func inserted(into source: SourceText) throws(Diagnostic) -> [UInt8] {
    if head.isEmpty, tail.isEmpty, others.isEmpty { return source.bytes }
    var lineOfPath: [[String]: Int] = [:]
    for node in try FileOutline(of: source).nodes where !node.isInFlow {
      if lineOfPath[node.path] == nil { lineOfPath[node.path] = node.line }
    }
    var above: [Int: [String]] = [0: head]
    for (path, text) in others {
      var path = path
      while !path.isEmpty, lineOfPath[path] == nil { path.removeLast() }
      above[lineOfPath[path] ?? 0, default: []].append(text)
    }
    let lines = source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var bytes: [UInt8] = []
    for (number, line) in lines.enumerated() where number < lines.count - 1 || !line.isEmpty {
      let indentation = line.prefix { $0 == UInt8(ascii: " ") }
      for text in above[number] ?? [] {
        bytes += indentation + Array(text.utf8) + [UInt8(ascii: "\n")]
      }
      bytes += line + [UInt8(ascii: "\n")]
    }
    for text in tail { bytes += Array(text.utf8) + [UInt8(ascii: "\n")] }
    return bytes
  }

  /// Everything from a `#` to the end of its line that is no part of a text.
  private static func comments(
    in source: SourceText, outside scalars: [Range<Int>]
  ) -> [(line: Int, isBeside: Bool, text: String)] {
    let bytes = source.bytes
    var found: [(line: Int, isBeside: Bool, text: String)] = []
    var line = 0
    var isBeside = false
    var mayBegin = true
    var next = 0
    var index = 0
    while index < bytes.count {
      while next < scalars.count, scalars[next].upperBound <= index { next += 1 }
      if next < scalars.count, scalars[next].contains(index) {
        line += bytes[index..<scalars[next].upperBound].count { $0 == UInt8(ascii: "\n") }
        index = scalars[next].upperBound
        // A folded text ends where the next line begins.
        let endsLine = bytes[index - 1] == UInt8(ascii: "\n")
        isBeside = !endsLine
        mayBegin = endsLine
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "#") where mayBegin:
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        var text = bytes[index..<end]
        while let last = text.last, last == 0x20 || last == 0x0D || last == 0x09 {
          text.removeLast()
        }
        found.append((line, isBeside, String(decoding: text, as: UTF8.self)))
        index = end
        continue
      case UInt8(ascii: "\n"):
        line += 1
        isBeside = false
        mayBegin = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): mayBegin = true
      default:
        isBeside = true
        mayBegin = false
      }
      index += 1
    }
    return found
  }
}

/// Where the keys and list entries of a YAML file begin, and which bytes are texts.
private struct FileOutline {
  struct Node {
    /// Keys, and positions in lists, from the top.
    var path: [String]
    /// From 0.
    var line: Int
    /// Whether it stands in brackets, where a line of its own would break a text.
    var isInFlow: Bool
  }

  private(set) var nodes: [Node] = []
  private(set) var scalars: [Range<Int>] = []
  private let source: SourceText
  private let reader: YAMLEventReader
  private var line = 0
  private var counted = 0

  init(of source: SourceText) throws(Diagnostic) {
    self.source = source
    reader = try YAMLEventReader(source)
    while true {
      let event = try reader.next()
      switch event.kind {
      case .streamEnd: return
      case .documentStart: try walk(try reader.next(), path: [], isInFlow: false)
      default: break
      }
    }
  }

  /// Takes a part in, with everything in it.
  private mutating func walk(
    _ event: YAMLEventReader.Event, path: [String], isInFlow: Bool
  ) throws(Diagnostic) {
    switch event.kind {
    case .scalar: note(event.span)
    case .sequenceStart:
      let isFlow = isInFlow || begins(event, with: "[")
      var position = 0
      while true {
        let element = try reader.next()
        if case .sequenceEnd = element.kind { return }
        let inner = path + ["[\(position)]"]
        add(inner, at: element.span.lowerBound, isInFlow: isFlow)
        try walk(element, path: inner, isInFlow: isFlow)
        position += 1
      }
    case .mappingStart:
      let isFlow = isInFlow || begins(event, with: "{")
      while true {
        let key = try reader.next()
        if case .mappingEnd = key.kind { return }
        var inner = path
        if case .scalar(let name, _) = key.kind { inner.append(name) }
        add(inner, at: key.span.lowerBound, isInFlow: isFlow)
        try walk(key, path: inner, isInFlow: isFlow)
        try walk(try reader.next(), path: inner, isInFlow: isFlow)
      }
    default: break
    }
  }

  private func begins(_ event: YAMLEventReader.Event, with character: Unicode.Scalar) -> Bool {
    event.span.lowerBound < source.bytes.count
      && source.bytes[event.span.lowerBound] == UInt8(ascii: character)
  }

  private mutating func add(_ path: [String], at offset: Int, isInFlow: Bool) {
    if offset > counted {
      line += source.bytes[counted..<offset].count { $0 == UInt8(ascii: "\n") }
      counted = offset
    }
    nodes.append(Node(path: path, line: line, isInFlow: isInFlow))
  }

  /// A comment may stand behind the `>-` that a folded text begins with.
  private mutating func note(_ span: Range<Int>) {
    guard let first = source.bytes[span].first else { return }
    guard first == UInt8(ascii: ">") || first == UInt8(ascii: "|") else {
      scalars.append(span)
      return
    }
    let mark = source.bytes[span].firstIndex { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
    let end = source.bytes[span].firstIndex(of: UInt8(ascii: "\n")) ?? span.upperBound
    scalars.append(span.lowerBound..<(mark ?? end))
    if end < span.upperBound { scalars.append(end..<span.upperBound) }
  }
}
