/// Takes the time of drawing out of a PDF, so that one figure always gives the same bytes: the cairo
/// that Graphviz uses knows no `SOURCE_DATE_EPOCH`.
enum PDFDate {
  private static let key = Array("/CreationDate (".utf8)

  /// The document with blanks where the date stood; every offset in it stays right. O(bytes).
  static func removed(from bytes: [UInt8]) -> [UInt8] {
    // Only what follows the last object of the drawing can be the information dictionary.
    var start = bytes.count - key.count
    while start >= 0 {
      if bytes[start] == key[0], bytes[start..<start + key.count].elementsEqual(key) { break }
      start -= 1
    }
    guard start >= 0, let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")) else {
      return bytes
    }
    var blanked = bytes
    for index in start...end { blanked[index] = UInt8(ascii: " ") }
    return blanked
  }
}
