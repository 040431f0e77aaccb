import Glibc
import GraphTesting
import PropertyGraph
import RealistEvaluation
import SystemFiles
import Testing

/// The tables of the reference pages are what the program itself says. `RECORD=1` writes them anew.
@Suite("Generated pages")
struct GeneratedPagesTests {
  /// Compares what stands between the two marks of a page, or writes it.
  private func expect(_ generated: String, in page: String) throws {
    let mark = "<!-- generated; RECORD=1 swift test --filter GeneratedPages -->\n"
    let end = "<!-- end of generated -->\n"
    let text = try DocumentationTests.text(page)
    let start = try #require(text.firstRange(of: mark), "\(page): no mark")
    let stop = try #require(text.firstRange(of: end), "\(page): no end")
    if getenv("RECORD") != nil {
      let whole = text[..<start.upperBound] + "\n" + generated + "\n" + text[stop.lowerBound...]
      try WholeFile.write(Array(whole.utf8), to: "\(DocumentationTests.folder)/\(page)")
    } else {
      let isCurrent = text[start.upperBound..<stop.lowerBound] == "\n" + generated + "\n"
      #expect(isCurrent, "\(page) is out of date: RECORD=1 swift test --filter GeneratedPages")
    }
  }

  @Test("every kind and link type is in the reference of study files")
  func vocabulary() throws {
    let vocabulary = Vocabulary.standard
    var text = ""
    for kind in vocabulary.kinds {
      text += "### \(kind.name)\n\n\(kind.meaning). "
      text += "Section `\(kind.section)`, kind key `\(kind.key)`.\n\n"
      text += "| Key | Holds | Meaning |\n|---|---|---|\n"
      for property in kind.properties { text += Self.row(property, in: kind) }
      for link in vocabulary.linkTypes(ownedBy: kind.name) {
        let targets = link.targets(whenOwnedBy: kind.name).map { "\($0)" }
        let ends = targets.isEmpty ? "any kind" : targets.joined(separator: ", ")
        let other = link.owner == .to ? "from " : "to "
        text += "| `\(link.key)` | link `\(link.name)` \(other)\(ends) | \(link.meaning) |\n"
      }
      text += "\n"
    }
    text += "## Link types\n\n"
    text += "| Link | From | To | Written by, key | Keys of its own |\n|---|---|---|---|---|\n"
    for link in vocabulary.linkTypes {
      let keys = link.properties.map { "`\($0.key)`" }.joined(separator: ", ")
      let key = link.referenceKey.map { "`\(link.key)`: `\($0)`" } ?? "`\(link.key)`"
      text += "| `\(link.name)` | \(Self.kinds(link.from)) | \(Self.kinds(link.to)) "
      text += "| \(link.owner == .from ? "from" : "to"), \(key) | \(keys) |\n"
    }
    text += "\n## Keys of links\n\n| Key | Holds | Meaning | Links |\n|---|---|---|---|\n"
    var seen: Set<Property> = []
    for property in vocabulary.linkTypes.flatMap(\.properties)
    where seen.insert(property).inserted {
      let links = vocabulary.linkTypes.filter { $0.properties.contains(property) }
      text += "| `\(property.key)` | \(property.type.expectation) | \(property.meaning) "
      text += "| \(links.map { "`\($0.name)`" }.joined(separator: ", ")) |\n"
    }
    try expect(text, in: "StudyFiles.md")
  }

  private static func kinds(_ names: [Text]) -> String {
    names.isEmpty ? "any" : names.map { "\($0)" }.joined(separator: ", ")
  }

  private static func row(_ property: Property, in kind: Kind) -> String {
    var meaning = property.meaning.string
    if property.isRequired { meaning += " (required)" }
    if let value = property.defaultValue { meaning += " (default: \(value))" }
    return "| `\(property.key)` | \(property.type.expectation) | \(meaning) |\n"
  }

  @Test("every setting is in the reference of rules")
  func rules() throws {
    var text = "| Setting | Default | May be | Meaning |\n|---|---|---|---|\n"
    for setting in RuleSetting.all {
      let value = setting.value(in: .standard).map { "`\($0)`" } ?? "not set"
      text += "| `\(setting.path)` | \(value) | \(setting.expectation) | \(setting.meaning) |\n"
    }
    try expect(text, in: "Rules.md")
  }

  @Test("every command and every option is in the reference of commands")
  func commands() throws {
    let page = try DocumentationTests.text("Commands.md")
    let temporary = try TemporaryFolder()
    let shell = try Shell(in: temporary.path, own: temporary.path)
    let help = try shell.run("realist --help").text
    let list = try #require(help.firstRange(of: "SUBCOMMANDS:\n"))
    let names = help[list.upperBound...].split(separator: "\n").filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("realist help")
    }.compactMap { $0.split(separator: " ").first }
    #expect(names.count >= 12)
    for name in names {
      let heading = page.contains("\n## \(name)\n")
      #expect(heading, "Commands.md says nothing of `\(name)`")
      let options = try shell.run("realist \(name) --help").text
        .split { !($0.isLetter || $0 == "-") }.filter { $0.hasPrefix("--") && $0.count > 2 }
      for option in options {
        let isSaid = page.contains("`\(option)")
        #expect(isSaid, "Commands.md: \(name) has \(option)")
      }
    }
  }
}
