import PropertyGraph

/// Titles inside sentences. A title may be a clause or a name; in quotation marks either reads well.
enum Quoted {
  /// `“Resources are tight”`; an id where there is no title.
  static func title(_ title: Text?, id: Text) -> String {
    guard let title, !title.isEmpty else { return "`\(id)`" }
    var words = title.string
    while let last = words.last, last == "." || last == " " || last == "\n" { words.removeLast() }
    return "“\(words)”"
  }
}
