extension JSONWriter {
  /// Appends plain data (no entities, no temporal values) as a person writes JSON: one member a line,
  /// two spaces deeper each time, short lists on one line, and a line break at the end. Keys are
  /// written as they are. O(size of the value).
  public static func appendPretty(_ value: Value, to bytes: inout [UInt8]) {
    appendPretty(value, indent: 0, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func appendPretty(_ value: Value, indent: Int, to bytes: inout [UInt8]) {
    switch value {
    case .map(let map) where !map.isEmpty:
      appendLines(Array(map), "{", "}", indent: indent, to: &bytes) { member, bytes in
        append(member.key, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        appendPretty(member.value, indent: indent + 2, to: &bytes)
      }
    case .list(let elements) where elements.contains(where: isNested):
      appendLines(elements, "[", "]", indent: indent, to: &bytes) { element, bytes in
        appendPretty(element, indent: indent + 2, to: &bytes)
      }
    case .list(let elements):
      bytes.append(UInt8(ascii: "["))
      for (number, element) in elements.enumerated() {
        if number > 0 { bytes.append(contentsOf: ", ".utf8) }
        append(element, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    default: append(value, to: &bytes)
    }
  }

  private static func isNested(_ value: Value) -> Bool {
    switch value {
    case .map, .list: true
    default: false
    }
  }

  private static func appendLines<Element>(
    _ elements: [Element], _ open: String, _ close: String, indent: Int, to bytes: inout [UInt8],
    each: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(contentsOf: open.utf8)
    for (number, element) in elements.enumerated() {
      bytes.append(contentsOf: (number > 0 ? ",\n" : "\n").utf8)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent + 2))
      each(element, &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    bytes.append(contentsOf: close.utf8)
  }
}
