import Diagnostics

/// Turns the events of a YAML file into a tree.
struct YAMLTreeBuilder {
  private let source: SourceText
  private let reader: YAMLEventReader
  private var anchors: [String: (tree: YAMLTree, parts: Int)] = [:]
  /// Parts that may still come: without aliases a file has fewer of them than bytes, with aliases a
  /// few lines can stand for billions.
  private var budget: Int

  init(_ source: SourceText) throws(Diagnostic) {
    self.source = source
    reader = try YAMLEventReader(source)
    budget = source.bytes.count + 16
  }

  /// The only document of the file; `nil` if there is none.
  mutating func document() throws(Diagnostic) -> YAMLTree? {
    var document: YAMLTree?
    while true {
      let event = try reader.next()
      switch event.kind {
      case .streamEnd: return document
      case .documentStart:
        guard document == nil else {
          throw Wording.yamlSyntax(
            "another document begins", while: "a file holds one document", at: event.span,
            in: source)
        }
        document = try tree(from: try reader.next(), depth: 0)
      default: break
      }
    }
  }

  private mutating func tree(
    from event: YAMLEventReader.Event, depth: Int
  ) throws(Diagnostic) -> YAMLTree {
    let start = event.span.lowerBound
    guard depth < 64 else { throw Wording.tooDeep(at: start, in: source) }
    let before = budget
    try spend(1, at: start)
    let tree: YAMLTree
    switch event.kind {
    case .scalar(let text, let isQuoted):
      tree = YAMLTree(
        content: .scalar(text, isQuoted: isQuoted), span: start..<endOfLine(in: event.span))
    case .sequenceStart:
      tree = YAMLTree(content: .sequence(try elements(depth)), span: place(start))
    case .mappingStart:
      tree = YAMLTree(content: .mapping(try entries(depth)), span: place(start))
    case .alias(let name):
      guard let known = anchors[name] else {
        throw Wording.yamlSyntax(
          "nothing above is named &\(name)", while: "an alias must repeat a named part",
          at: event.span, in: source)
      }
      try spend(known.parts, at: start)
      return known.tree
    default: throw Wording.unreadableYAML("its parts do not nest", in: source)
    }
    if let anchor = event.anchor { anchors[anchor] = (tree, before - budget) }
    return tree
  }

  private mutating func spend(_ parts: Int, at start: Int) throws(Diagnostic) {
    budget -= parts
    guard budget > 0 else { throw Wording.alias(at: start, in: source) }
  }

  private mutating func elements(_ depth: Int) throws(Diagnostic) -> [YAMLTree] {
    var elements: [YAMLTree] = []
    while true {
      let event = try reader.next()
      if case .sequenceEnd = event.kind { return elements }
      elements.append(try tree(from: event, depth: depth + 1))
    }
  }

  private mutating func entries(_ depth: Int) throws(Diagnostic) -> [YAMLTree.Entry] {
    var entries: [YAMLTree.Entry] = []
    var keys: Set<String> = []
    while true {
      let event = try reader.next()
      if case .mappingEnd = event.kind { return entries }
      let key = try tree(from: event, depth: depth + 1)
      if let name = key.scalar, !keys.insert(name).inserted {
        throw Wording.duplicateKey(name, at: key.span, in: source)
      }
      entries.append(
        YAMLTree.Entry(key: key, value: try tree(from: try reader.next(), depth: depth + 1)))
    }
  }

  private func place(_ start: Int) -> Range<Int> { start..<min(start + 1, source.bytes.count) }

  /// A scalar over several lines is shown by its first.
  private func endOfLine(in span: Range<Int>) -> Int {
    source.bytes[span].firstIndex(of: UInt8(ascii: "\n")) ?? span.upperBound
  }
}
