import Diagnostics
import GraphTesting
import PropertyGraph
import RealistEvaluation
import StudyFiles
import Testing

/// Files in canonical form, with their comments.
@Suite("Format")
struct FormatTests {
  private func formatted(_ text: String, named name: String = "Graph/t.yaml") throws -> String {
    let source = SourceText(name: name, text: text)
    let changes = try StudyFormatter.changes(to: StudyReader.read([source]))
    let file = changes.first { $0.name == name } ?? source
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test("keys, records and quotes come into one form, and comments stay with what they are about")
  func comments() throws {
    let text = """
      # About this file.
      # Two lines of it.

      mechanisms:   # what makes people think
        # about the second
        second: {title: 'Two # no comment'}   # beside the second
        first:
          reasoning: >-   # beside a folded text
            They say: # this is text, too,
            over two lines that are long enough to be folded again when they are written anew
          title: "One"
      # about contexts
      contexts:
        here:
          title: Here

      # at the end

      """
    let expected = """
      # About this file.
      # Two lines of it.
      # about contexts
      contexts:
        here:
          title: Here
      # what makes people think
      mechanisms:
        first:
          title: One
          # beside a folded text
          reasoning: >-
            They say: # this is text, too, over two lines that are long enough to be folded again when they
            are written anew
        # about the second
        # beside the second
        second:
          title: 'Two # no comment'
      # at the end

      """
    let once = try formatted(text)
    #expect(once == expected)
    #expect(try formatted(once) == once)
  }

  @Test("a comment inside brackets moves above the entry")
  func brackets() throws {
    let text = """
      theory: t
      title: T
      configurations:
        c:
          contexts:
          - {context: a, # why this one
             role: local-condition}
          # the other
          - {context: b, role: local-condition}
          mechanisms: [m, # first
            n]
          outcomes: o
      contexts: {a: {title: A}, b: {title: B}}
      mechanisms: {m: {title: M}, n: {title: N}}
      outcomes: {o: {title: O}}

      """
    let once = try formatted(text)
    #expect(
      once.contains(
        """
            # why this one
            - {context: a, role: local-condition}
            # the other
            - {context: b, role: local-condition}
            # first
            mechanisms: [m, n]
        """), "\(once)")
    #expect(try formatted(once) == once)
  }

  @Test("line ends of other systems give way")
  func lineEndings() throws {
    let text = "sites:\r\n  b: {title: B} # last\r\n  a: {title: A}\r\n"
    #expect(
      try formatted(text) == "sites:\n  a:\n    title: A\n  # last\n  b:\n    title: B\n")
  }

  @Test("a study with errors is left alone")
  func unsound() {
    let source = SourceText(name: "Graph/t.yaml", text: "sites:\n  a: {nmae: A}\n")
    #expect(throws: Diagnostic.self) {
      try StudyFormatter.changes(to: StudyReader.read([source]))
    }
  }

  @Test("whatever legal study: formatted twice is formatted once", arguments: 0..<20)
  func random(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 77)
    let files = try StudyWriter.files(of: RandomStudy.contents(using: &random))
    // A comment before every line that may have one above it.
    let commented = files.map { file -> SourceText in
      let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
      let text = lines.map { line in
        line.hasPrefix(" ") ? "\(line)\n" : "# \(line.count)\n\(line)\n"
      }.joined()
      return SourceText(name: file.name, text: text)
    }
    let first = try StudyFormatter.changes(to: StudyReader.read(commented))
    #expect(first.isEmpty, "\(first.map(\.name))")
  }
}
