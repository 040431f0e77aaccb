import CYAML
import Diagnostics

/// Writes a tree as the text of a YAML file. A thin layer over libyaml.
struct YAMLEmitter {
  /// Columns at which texts are folded.
  let width: Int

  private final class Output {
    var bytes: [UInt8] = []
  }

  /// The text of a tree.
  func bytes(of node: YAMLNode) throws(Diagnostic) -> [UInt8] {
    let output = Output()
    let emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
    defer { emitter.deallocate() }
    guard yaml_emitter_initialize(emitter) == 1 else {
      throw Wording.unwritableFile("YAML", "there is no memory left")
    }
    defer { yaml_emitter_delete(emitter) }
    yaml_emitter_set_output(
      emitter,
      { context, buffer, size in
        guard let context, let buffer else { return 0 }
        Unmanaged<Output>.fromOpaque(context).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeBufferPointer(start: buffer, count: size))
        return 1
      }, Unmanaged.passUnretained(output).toOpaque())
    yaml_emitter_set_encoding(emitter, YAML_UTF8_ENCODING)
    yaml_emitter_set_indent(emitter, 2)
    yaml_emitter_set_width(emitter, Int32(width))
    yaml_emitter_set_unicode(emitter, 1)
    yaml_emitter_set_break(emitter, YAML_LN_BREAK)
    try emit(emitter) { yaml_stream_start_event_initialize(&$0, YAML_UTF8_ENCODING) }
    try emit(emitter) { yaml_document_start_event_initialize(&$0, nil, nil, nil, 1) }
    try write(node, emitter)
    try emit(emitter) { yaml_document_end_event_initialize(&$0, 1) }
    try emit(emitter) { yaml_stream_end_event_initialize(&$0) }
    return withExtendedLifetime(output) { output.bytes }
  }

  private func write(
    _ node: YAMLNode, _ emitter: UnsafeMutablePointer<yaml_emitter_t>
  ) throws(Diagnostic) {
    switch node {
    case .scalar(let text, let style):
      var bytes = Array(text.utf8)
      try emit(emitter) { event in
        bytes.withUnsafeMutableBufferPointer { buffer in
          yaml_scalar_event_initialize(
            &event, nil, nil, buffer.baseAddress, Int32(buffer.count), 1, 1, Self.style(style))
        }
      }
    case .sequence(let elements, let isFlow):
      let style = isFlow ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE
      try emit(emitter) { yaml_sequence_start_event_initialize(&$0, nil, nil, 1, style) }
      for element in elements { try write(element, emitter) }
      try emit(emitter) { yaml_sequence_end_event_initialize(&$0) }
    case .mapping(let entries, let isFlow):
      let style = isFlow ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE
      try emit(emitter) { yaml_mapping_start_event_initialize(&$0, nil, nil, 1, style) }
      for entry in entries {
        try write(entry.key, emitter)
        try write(entry.value, emitter)
      }
      try emit(emitter) { yaml_mapping_end_event_initialize(&$0) }
    }
  }

  private static func style(_ style: YAMLNode.Style) -> yaml_scalar_style_t {
    switch style {
    case .plain: YAML_ANY_SCALAR_STYLE
    case .singleQuoted: YAML_SINGLE_QUOTED_SCALAR_STYLE
    case .doubleQuoted: YAML_DOUBLE_QUOTED_SCALAR_STYLE
    case .folded: YAML_FOLDED_SCALAR_STYLE
    }
  }

  private func emit(
    _ emitter: UnsafeMutablePointer<yaml_emitter_t>, _ make: (inout yaml_event_t) -> Int32
  ) throws(Diagnostic) {
    var event = yaml_event_t()
    // The emitter takes the event over, also when it fails.
    guard make(&event) == 1, yaml_emitter_emit(emitter, &event) == 1 else {
      let problem = emitter.pointee.problem.map { String(cString: $0) }
      throw Wording.unwritableFile("YAML", problem ?? "there is no memory left")
    }
  }
}
