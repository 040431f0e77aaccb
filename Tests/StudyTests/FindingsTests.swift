import Testing

/// `Graph/FINDINGS.md` says nothing that a saved question does not show.
@Suite("Findings")
struct FindingsTests {
  @Test("every line of text names the questions behind it, and they exist")
  func backed() throws {
    let names = Set(SavedQuestion.all.map(\.name))
    let lines = try TextFile.lines(of: RealStudy.path + "/Graph/FINDINGS.md")
    // Headings say what follows; the lines before the first of the second rank say how to read.
    let body = lines.drop { !$0.hasPrefix("## ") }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    #expect(body.count >= 30)
    for line in body {
      let cited = line.split(separator: "[").dropFirst().flatMap { part in
        (part.split(separator: "]").first ?? "").split(separator: ",")
          .map { String($0.trimming { $0 == " " }) }
      }
      #expect(!cited.isEmpty, "no question behind: \(line)")
      for name in cited { #expect(names.contains(name), "there is no question `\(name)`") }
    }
  }
}
