import PropertyGraph
import Testing

@testable import GraphQuery

/// The language reference is true: every example is run, and everything has one.
@Suite("Language reference")
struct LanguageReferenceTests {
  private static let pages = ReferencePage.all
  private static let examples = pages.flatMap(\.examples)

  @Test("every example gives what the page says", arguments: examples)
  func example(_ example: ReferenceExample) throws {
    let actual = try example.run()
    #expect(
      example.isAnswered(by: actual),
      "\(example.query)\n\ngives\n\n\(actual.joined(separator: "\n"))")
  }

  @Test("the pages are there, and every query has a result")
  func pagesAreThere() {
    #expect(Self.pages.count >= 8)
    #expect(Self.examples.count > 150)
    let problems = Self.pages.flatMap(\.problems)
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
  }

  @Test("every function has an example")
  func functions() {
    let called = Set(Self.examples.filter { !$0.isError }.flatMap { Self.calls(in: $0.query) })
    let missing = FunctionCatalogue.standard.names.map(\.string).filter {
      !called.contains($0.lowercased())
    }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test("every keyword has an example")
  func keywords() {
    let words = Set(Self.examples.flatMap { Self.words(in: $0.query) })
    let missing = Keyword.allCases.map(\.rawValue).filter { !words.contains($0) }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test("every procedure has an example")
  func procedures() {
    let called = Set(Self.examples.flatMap { Self.calls(in: $0.query) })
    let missing = Procedure.standard.map(\.name.string).filter {
      !called.contains($0.lowercased())
    }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test("links between the pages lead somewhere")
  func links() {
    for page in Self.pages {
      for link in page.links where !link.contains("/") {
        let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let target = parts[0].isEmpty ? page : Self.pages.first { $0.name == parts[0] }
        #expect(target != nil, "\(page.name) links to \(link)")
        if parts.count > 1 {
          #expect(target?.anchors.contains(parts[1]) ?? false, "\(page.name) links to \(link)")
        }
      }
    }
  }

  // MARK: Reading queries

  /// The dotted names in lower case that stand before an opening parenthesis.
  private static func calls(in query: String) -> [String] {
    var names: [String] = []
    var name = ""
    for character in query.lowercased() {
      if character.isLetter || character.isNumber || "._".contains(character) {
        name.append(character)
      } else {
        if character == "(", !name.isEmpty { names.append(name) }
        name = ""
      }
    }
    return names
  }

  private static func words(in query: String) -> [String] {
    query.lowercased().split { !$0.isLetter }.map(String.init)
  }
}
