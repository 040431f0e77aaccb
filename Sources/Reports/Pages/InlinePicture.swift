/// A picture of Graphviz put into a page.
enum InlinePicture {
  /// The SVG element without the XML declaration and the document type, which a page must not
  /// have; Graphviz escapes every label in it.
  static func html(_ svg: [UInt8]) -> HTML {
    let text = String(decoding: svg, as: UTF8.self)
    // Declaration, document type and comments come before the element; labels come after.
    let opening = Array("<svg".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count >= opening.count else { return "" }
    for start in 0...(bytes.count - opening.count)
    where bytes[start..<start + opening.count].elementsEqual(opening) {
      return HTML(trusted: String(decoding: bytes[start...], as: UTF8.self))
    }
    return ""
  }
}
