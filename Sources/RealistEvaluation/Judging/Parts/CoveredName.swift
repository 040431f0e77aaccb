import PropertyGraph

/// One entry of `covers`, read: an element, a link `a -> b`, a slot `x.resource`, or `thread`.
struct CoveredName {
  /// The entry with one space on each side of the arrow.
  let text: Text
  /// Whether it means all required parts, told as connected.
  var isThread: Bool { text == Self.thread }

  /// What means all required parts.
  static let thread: Text = "thread"

  private let ends: [Text]

  init(_ entry: Text) {
    let bytes = Array(entry.utf8)
    var ends: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: ">") {
        ends.append(bytes[start..<index])
        start = index + 2
        index = start
      } else {
        index += 1
      }
    }
    ends.append(bytes[start...])
    self.ends = ends.map { Text(utf8: Self.trimmed($0)) }
    text = self.ends.dropFirst().reduce(self.ends[0]) { ConfigurationParts.link($0, $1) }
  }

  /// A link's name with the slots of its ends left off; `nil` for an element, or if there are none.
  var withoutSlots: Text? {
    guard ends.count == 2 else { return nil }
    let bare = ends.map(Self.withoutSlot)
    return bare == ends ? nil : ConfigurationParts.link(bare[0], bare[1])
  }

  private static func withoutSlot(_ end: Text) -> Text {
    for suffix in [".resource", ".reasoning"] where end.string.utf8.count > suffix.utf8.count {
      if end.string.hasSuffix(suffix) {
        return Text(utf8: Array(end.utf8.dropLast(suffix.utf8.count)))
      }
    }
    return end
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let space = UInt8(ascii: " ")
    let head = bytes.drop { $0 == space }
    let end = head.lastIndex { $0 != space }.map { $0 + 1 } ?? head.startIndex
    return head[head.startIndex..<end]
  }
}
