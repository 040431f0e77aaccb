import Glibc
import SystemFiles

/// A page of the language reference, read for what can be checked: examples, headings, links.
struct ReferencePage: Sendable {
  /// The name of the file.
  var name: String
  /// The page as it stands.
  var text = ""
  /// The runnable examples in order.
  var examples: [ReferenceExample] = []
  /// What `page.md#anchor` can point at.
  var anchors: [String] = []
  /// The targets of all links.
  var links: [String] = []
  /// What breaks the rules of a page.
  var problems: [String] = []

  /// All pages, by name. The folder is found from where this file stands.
  static let all: [ReferencePage] = {
    let root = #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }
    let folder = "\(root)/Sources/GraphQuery/Reference"
    return Folder.names(in: folder, ending: ".md").map { name in
      let bytes = (try? WholeFile.read("\(folder)/\(name)")) ?? []
      return ReferencePage(name: name, text: String(decoding: bytes, as: UTF8.self))
    }
  }()

  init(name: String, text: String) {
    self.name = name
    self.text = text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var position = 0
    while position < lines.count {
      let line = lines[position]
      position += 1
      if line.hasPrefix("```") {
        let start = position
        let block = Self.block(in: lines, from: &position)
        switch line {
        case "```cypher": readExample(block, line: start, lines: lines, next: &position)
        case "```result", "```error": problems.append("\(name):\(start): a result of no query")
        default: break
        }
      } else {
        if line.hasPrefix("#") { anchors.append(Self.anchor(of: line)) }
        links += Self.links(in: line)
      }
    }
  }

  /// The lines up to the closing fence.
  private static func block(in lines: [String], from position: inout Int) -> [String] {
    var block: [String] = []
    while position < lines.count, lines[position] != "```" {
      block.append(lines[position])
      position += 1
    }
    position += 1
    return block
  }

  private mutating func readExample(
    _ block: [String], line: Int, lines: [String], next position: inout Int
  ) {
    let fence = position < lines.count ? lines[position] : ""
    guard fence == "```result" || fence == "```error" else {
      problems.append("\(name):\(line): an example without result")
      return
    }
    position += 1
    let answer = Self.block(in: lines, from: &position)
    examples.append(
      ReferenceExample(
        place: "\(name):\(line)", block: block, answer: answer, isError: fence == "```error"))
  }

  /// The anchor that a heading gets: lower case, without punctuation, hyphens for spaces.
  private static func anchor(of heading: String) -> String {
    let title = heading.drop { $0 == "#" }.drop { $0 == " " }
    return String(
      title.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
        .map { $0 == " " ? "-" : $0 })
  }

  private static func links(in line: String) -> [String] {
    line.split(separator: "](").dropFirst().compactMap { part in
      part.split(separator: ")", omittingEmptySubsequences: false).first.map(String.init)
    }
  }
}
