/// One item of the RAMESES II reporting standards for realist evaluations (Wong et al. 2016), in our
/// own words: what a study's graph can fill in of it, and what only its authors can say.
public struct RamesesItem: Sendable, Hashable {
  /// Its number in the standards.
  public let number: Int
  /// What it is about.
  public let name: String
  /// What the graph knows, one paragraph or list entry each; empty if nothing.
  public let known: [String]
  /// What the graph cannot know, to be written by the authors.
  public let unknown: String

  /// Items that a graph can say anything about; the others (title, summary, ethics, funding, …) are
  /// the authors' alone.
  public static let coveredNumbers = [4, 5, 7, 10, 11, 12, 13, 14, 15, 17]
}

extension RamesesItem {
  /// The items as Markdown, ending in a line break. Same items: same bytes.
  public static func markdown(_ items: [RamesesItem], title: String, rules: String) -> String {
    var lines = ["# RAMESES II: \(escaped(title))", ""]
    lines += [
      "What this study's graph can fill in of the reporting standards for realist evaluations "
        + "(Wong et al. 2016), and what is left to its authors. Items that are not listed are "
        + "theirs alone.", "",
      "Rules: \(escaped(rules))", "",
      "*Verdicts say how the recorded evidence bears on the theory; they are not effect sizes and "
        + "not probabilities.*",
    ]
    for item in items {
      lines += ["", "## Item \(item.number): \(item.name)", ""]
      lines +=
        item.known.isEmpty
        ? ["The graph knows nothing of this."]
        : item.known.map { "- \(escaped($0))" }
      lines += ["", "**Not in the graph:** \(item.unknown)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    MarkdownEscape.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
