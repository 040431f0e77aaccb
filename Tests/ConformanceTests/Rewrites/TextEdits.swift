import GraphQuery

/// Changes of a text by place, made all at once.
struct TextEdits {
  private struct Edit {
    var span: Span
    var text: String
    /// Of edits at one place, what closes comes before what opens.
    var rank: Int
  }

  private var edits: [Edit] = []

  mutating func replace(_ span: Span, with text: String) {
    edits.append(Edit(span: span, text: text, rank: 2))
  }

  mutating func insert(_ text: String, before offset: Int) {
    edits.append(Edit(span: offset..<offset, text: text, rank: 1))
  }

  mutating func insert(_ text: String, after offset: Int) {
    edits.append(Edit(span: offset..<offset, text: text, rank: 0))
  }

  mutating func wrap(_ span: Span, _ opening: String, _ closing: String) {
    insert(opening, before: span.lowerBound)
    insert(closing, after: span.upperBound)
  }

  /// The text with the edits; those inside a replaced part are left out.
  func applied(to text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    let ordered = edits.enumerated().sorted {
      ($0.element.span.lowerBound, $0.element.rank, $0.offset)
        < ($1.element.span.lowerBound, $1.element.rank, $1.offset)
    }
    for (_, edit) in ordered where edit.span.lowerBound >= position {
      result += bytes[position..<edit.span.lowerBound]
      result += edit.text.utf8
      position = edit.span.upperBound
    }
    result += bytes[position...]
    return String(decoding: result, as: UTF8.self)
  }
}
