import CYAML
import Diagnostics

/// The events of a YAML file, one by one, with their places as bytes. A thin layer over libyaml.
final class YAMLEventReader {
  /// What a part of the file is.
  enum Kind {
    case scalar(String, isQuoted: Bool)
    case sequenceStart, sequenceEnd
    case mappingStart, mappingEnd
    case alias(String)
    case documentStart, documentEnd
    case streamStart, streamEnd
  }

  /// One event.
  struct Event {
    var kind: Kind
    /// The name that `&name` gives to this part.
    var anchor: String?
    var span: Range<Int>
  }

  private let source: SourceText
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  /// Where each line begins, so that a mark becomes an offset without walking the file again.
  private let lineStarts: [Int]

  init(_ source: SourceText) throws(Diagnostic) {
    self.source = source
    bytes = .allocate(capacity: max(source.bytes.count, 1))
    _ = bytes.initialize(from: source.bytes)
    var starts = [0]
    for (offset, byte) in source.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
    guard yaml_parser_initialize(parser) == 1 else {
      parser.initialize(to: yaml_parser_t())
      throw Wording.unreadableYAML("there is no memory left", in: source)
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, source.bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  /// The next event. After the end of the stream it must not be called again.
  ///
  /// Throws for what is not YAML, with its place.
  func next() throws(Diagnostic) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }
    let span =
      offset(
        of: event.start_mark)..<max(
        offset(of: event.start_mark), offset(of: event.end_mark))
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let isQuoted =
        scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE
        || scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return Event(
        kind: .scalar(text, isQuoted: isQuoted), anchor: Self.text(scalar.anchor), span: span)
    case YAML_SEQUENCE_START_EVENT:
      return Event(
        kind: .sequenceStart, anchor: Self.text(event.data.sequence_start.anchor), span: span)
    case YAML_MAPPING_START_EVENT:
      return Event(
        kind: .mappingStart, anchor: Self.text(event.data.mapping_start.anchor), span: span)
    case YAML_ALIAS_EVENT:
      return Event(kind: .alias(Self.text(event.data.alias.anchor) ?? ""), span: span)
    case YAML_SEQUENCE_END_EVENT: return Event(kind: .sequenceEnd, span: span)
    case YAML_MAPPING_END_EVENT: return Event(kind: .mappingEnd, span: span)
    case YAML_STREAM_START_EVENT: return Event(kind: .streamStart, span: span)
    case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, span: span)
    case YAML_DOCUMENT_END_EVENT: return Event(kind: .documentEnd, span: span)
    default: return Event(kind: .streamEnd, span: span)
    }
  }

  private static func text(_ bytes: UnsafePointer<UInt8>?) -> String? {
    bytes.map { String(cString: $0) }
  }

  /// Marks count lines and characters from 0.
  private func offset(of mark: yaml_mark_t) -> Int {
    guard mark.line < lineStarts.count else { return source.bytes.count }
    var index = lineStarts[mark.line]
    var remaining = mark.column
    while remaining > 0, index < source.bytes.count {
      index += 1
      while index < source.bytes.count, source.bytes[index] & 0xC0 == 0x80 { index += 1 }
      remaining -= 1
    }
    return min(index, source.bytes.count)
  }

  private func failure() -> Diagnostic {
    let state = parser.pointee
    let problem = state.problem.map { String(cString: $0) } ?? "it is not YAML"
    switch state.error {
    case YAML_MEMORY_ERROR:
      return Wording.unreadableYAML("there is no memory left", in: source)
    case YAML_READER_ERROR:
      let offset = min(Int(state.problem_offset), source.bytes.count)
      return Wording.yamlSyntax(problem, while: nil, at: offset..<offset, in: source)
    default:
      let context = state.context.map { String(cString: $0) }
      // What never ends is mended where it begins.
      let isOpen = problem.contains("end of stream") && context != nil
      let start = offset(of: isOpen ? state.context_mark : state.problem_mark)
      return Wording.yamlSyntax(
        problem, while: context, at: start..<min(start + 1, source.bytes.count), in: source)
    }
  }
}
