import Diagnostics
import GraphQuery
import PropertyGraph
import Testing

@Suite struct RoundTripTests {
  /// Every query of the kit parses, or fails as the kit says; and what is printed of it parses to
  /// an equal tree, printed the same again.
  @Test(.enabled(if: KitQueries.folder != nil)) func theKit() throws {
    let queries = KitQueries.all(in: try #require(KitQueries.folder))
    #expect(queries.count > 1_000)
    for query in queries {
      let tree: Statement
      do {
        tree = try parseQuery(query.text)
      } catch {
        #expect(
          error.code == query.expectedError,
          "\(query.file)\n\(DiagnosticRenderer().render(error))")
        continue
      }
      let text = Printer.text(of: tree).string
      do {
        let again = try parseQuery(text)
        #expect(shape(of: again) == shape(of: tree), "\(query.file)\n\(query.text)\n\(text)")
        #expect(Printer.text(of: again).string == text)
      } catch {
        Issue.record("\(query.file)\n\(query.text)\n\(DiagnosticRenderer().render(error))")
      }
    }
  }

  /// Comments and other white space between tokens change nothing.
  @Test(.enabled(if: KitQueries.folder != nil)) func whiteSpaceInTheKit() throws {
    for query in KitQueries.all(in: try #require(KitQueries.folder)) {
      guard let tree = try? parseQuery(query.text) else { continue }
      var spaced = ""
      var inside: Character?
      for character in query.text {
        if inside == nil, character == " " {
          spaced += " /* , */\u{A0}\n// )\n\t"
        } else {
          spaced.append(character)
        }
        if inside == character {
          inside = nil
        } else if inside == nil, "'\"`".contains(character) {
          inside = character
        }
      }
      if query.text.contains("\\") || query.text.contains("//") || query.text.contains("/*") {
        continue
      }
      let again = try? parseQuery(spaced)
      #expect(again != nil, "\(query.file)\n\(spaced)")
      // Names of columns differ, so only the number of clauses is compared.
      #expect(again?.query.first.clauses.count == tree.query.first.clauses.count)
    }
  }

  /// Trees that a program makes, not the parser.
  @Test func madeByHand() throws {
    let place = 0..<0
    func text(_ kind: ExpressionKind) -> String {
      Printer.text(of: Expression(kind, place)).string
    }
    let list = Value.list([.integer(-1), .text("a'b"), .null, .boolean(true)])
    #expect(text(.literal(list)) == "[-1, 'a\\'b', null, true]")
    #expect(text(.literal(.map(["b": 1, "a c": 2]))) == "{`a c`: 2, b: 1}")
    #expect(text(.literal(.float(1e16))) == "1e+16")
    #expect(text(.literal(.float(-0.0))) == "-0.0")
    #expect(text(.literal(.float(.nan))) == "(0.0 / 0.0)")
    #expect(text(.literal(.text("\u{1}\t"))) == "'\\u0001\\t'")
    #expect(text(.variable("match")) == "`match`")
    #expect(text(.variable("")) == "``")
    #expect(text(.parameter("a-b")) == "$`a-b`")
    let negative = Expression(.literal(.integer(-1)), place)
    #expect(text(.property(negative, key: Name("x", place))) == "(-1).x")
  }
}
