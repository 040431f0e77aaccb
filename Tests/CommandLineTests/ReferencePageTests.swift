import Glibc
import Testing

/// Plays the sessions of the reference pages of the realist statements on the small study of home
/// visits: what a page says is what the program prints. `RECORD=1` writes the answers anew.
@Suite("Reference of the realist statements")
struct ReferencePageTests {
  private static let here: String = {
    let file = #filePath
    return String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
  }()
  private static let folder = here + "/../../Sources/RealistEvaluation/Reference"
  private static let study = here + "/../Studies/home-visits"

  static let names = Bytes.names(in: folder, ending: ".md")

  @Test("the program prints what the page says", arguments: names)
  func play(_ name: String) throws {
    let path = "\(Self.folder)/\(name)"
    let text = String(decoding: try Bytes.read(path), as: UTF8.self)
    let work = try TemporaryFolder()
    let own = try TemporaryFolder()
    let shell = try Shell(in: work.path, own: own.path)
    let copy = try shell.run("cp -r '\(Self.study)/Graph' .")
    try #require(copy.status == 0, "\(copy.text)")
    var page = ""
    for (number, part) in text.split(separator: "```", omittingEmptySubsequences: false)
      .enumerated()
    {
      // Every second part stands between fences.
      let isSession = number % 2 == 1 && part.hasPrefix("console\n")
      guard isSession else {
        page += (number == 0 ? "" : "```") + part
        continue
      }
      let expected = Transcript(text: String(part.dropFirst("console\n".count)))
      let played = try expected.played(in: shell)
      for (step, now) in zip(expected.steps, played.steps) where getenv("RECORD") == nil {
        #expect(now.answer == step.answer, "\(name): \(step.line)")
      }
      page += "```console\n" + played.text
    }
    if getenv("RECORD") != nil { try Bytes.write(Array(page.utf8), to: path) }
  }

  @Test("every column of a statement stands on its page", arguments: ["contrast", "trace", "gaps"])
  func columns(_ name: String) throws {
    let page = String(decoding: try Bytes.read("\(Self.folder)/\(name).md"), as: UTF8.self)
    let folder = try TemporaryFolder()
    let shell = try Shell(in: folder.path, own: folder.path)
    let target = [
      "contrast": "MECHANISM own-planning", "trace": "FROM own-planning TO known-carer",
      "gaps": "",
    ]
    let query = "\(name.uppercased()) \(target[name] ?? "") YIELD * RETURN *"
    let outcome = try shell.run(
      "realist query --study '\(Self.study)' --format csv '\(query)' | head -n 1")
    let columns = outcome.text.split { ",␍\n".contains($0) }
    #expect(columns.count > 8, "\(outcome.text)")
    for column in columns { #expect(page.contains("`\(column)`"), "\(name).md: \(column)") }
  }

  @Test("the pages are there")
  func some() { #expect(Self.names.count >= 5) }
}
