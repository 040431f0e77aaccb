import PropertyGraph

/// Finds a text in another in time proportional to the length of both, whatever they are (Knuth,
/// Morris and Pratt, "Fast pattern matching in strings", 1977). Bytes of one UTF-8 sequence never
/// occur inside another, so bytes can be searched.
struct ByteSearch {
  /// How far one step goes before somebody may want to stop.
  static let bytesAtOnce = 262_144

  let pattern: [UInt8]
  /// For each length of what has matched: how much of it still matches one place further on.
  private let fallback: [Int]
  private var matched = 0
  /// Where the search stands.
  private(set) var position = 0

  /// A search for a text that is not empty.
  init(_ pattern: Text) {
    self.pattern = Array(pattern.utf8)
    var fallback = [0, 0]
    var length = 0
    for byte in self.pattern.dropFirst() {
      while length > 0, self.pattern[length] != byte { length = fallback[length] }
      if self.pattern[length] == byte { length += 1 }
      fallback.append(length)
    }
    self.fallback = fallback
  }

  /// Starts again, in another text.
  mutating func reset() {
    matched = 0
    position = 0
  }

  /// Goes on; whether an occurrence ends at ``position`` now. False at the end of the text, and
  /// after so many bytes that it is time to ask whether to go on. Occurrences do not overlap.
  mutating func advance(in text: Text) -> Bool {
    text.withBytes { bytes in
      let end = min(bytes.count, position + Self.bytesAtOnce)
      while position < end {
        let byte = bytes[position]
        position += 1
        while matched > 0, pattern[matched] != byte { matched = fallback[matched] }
        if pattern[matched] == byte { matched += 1 }
        if matched == pattern.count {
          matched = 0
          return true
        }
      }
      return false
    }
  }
}

extension ByteSearch {
  /// Whether the text holds the pattern.
  mutating func isFound(
    in text: Text, poll: () throws(EvaluationError) -> Void
  ) throws(EvaluationError) -> Bool {
    reset()
    let count = text.utf8.count
    while position < count {
      if advance(in: text) { return true }
      if position < count { try poll() }
    }
    return false
  }

  /// Where the occurrences end.
  mutating func ends(
    in text: Text, poll: () throws(EvaluationError) -> Void
  ) throws(EvaluationError) -> [Int] {
    reset()
    var ends: [Int] = []
    let count = text.utf8.count
    while position < count {
      if advance(in: text) { ends.append(position) }
      if ends.count & 0xFFF == 0 { try poll() }
    }
    return ends
  }
}
