import Glibc
import GraphTesting
import SystemFiles
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

  static let names = Folder.names(in: folder, ending: ".md")

  @Test("the program prints what the page says", arguments: names)
  func play(_ name: String) throws {
    let work = try TemporaryFolder()
    let own = try TemporaryFolder()
    let shell = try Shell(in: work.path, own: own.path)
    let copy = try shell.run("cp -r '\(Self.study)/Graph' .")
    try #require(copy.status == 0, "\(copy.text)")
    try PagePlayer(in: shell).play("\(Self.folder)/\(name)")
  }

  @Test("every column of a statement stands on its page", arguments: ["contrast", "trace", "gaps"])
  func columns(_ name: String) throws {
    let page = String(decoding: try WholeFile.read("\(Self.folder)/\(name).md"), as: UTF8.self)
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
