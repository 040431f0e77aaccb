import Glibc
import GraphTesting
import SystemFiles
import Testing

/// Plays every page of the documentation in a folder of its own; see ``PagePlayer``.
@Suite("Documentation")
struct DocumentationTests {
  static let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  static let folder = root + "/Sources/realist/Documentation.docc"

  static let pages =
    Folder.names(in: folder, ending: ".md")
    + Folder.names(in: folder + "/HowTo", ending: ".md").map { "HowTo/" + $0 }

  static func text(_ page: String) throws -> String {
    String(decoding: try WholeFile.read("\(folder)/\(page)"), as: UTF8.self)
  }

  @Test("the program prints what the page says", arguments: pages)
  func play(_ name: String) throws {
    let temporary = try TemporaryFolder()
    let work = temporary.path + "/work"
    mkdir(work, 0o755)
    let player = PagePlayer(in: try Shell(in: work, own: temporary.path))
    if let beginning = DocumentationPage(text: try Self.text(name)).beginning {
      for file in DocumentationPage(text: try Self.text(beginning)).files {
        try player.write(file)
      }
    }
    try player.play("\(Self.folder)/\(name)")
  }

  @Test("the tour of the README on the study itself")
  func tour() throws {
    let temporary = try TemporaryFolder()
    let work = temporary.path + "/work"
    mkdir(work, 0o755)
    let shell = try Shell(in: work, own: temporary.path)
    let copy = try shell.run("cp -r '\(Self.root)/Graph' '\(Self.root)/Queries' .")
    try #require(copy.status == 0, "\(copy.text)")
    try PagePlayer(in: shell).play(Self.root + "/README.md")
  }

  @Test("there are pages, and they show something")
  func some() throws {
    #expect(Self.pages.count >= 15)
    let tutorial = DocumentationPage(text: try Self.text("Tutorial.md"))
    #expect(tutorial.files.count >= 4)
    #expect(tutorial.blocks.count > 12)
  }

  @Test("an ellipsis stands for lines or for the end of a line, and for nothing else")
  func ellipsis() {
    #expect(DocumentationPage.shows("a\n…\nd\n", "a\nb\nc\nd\n"))
    #expect(DocumentationPage.shows("a\n…\nb\n", "a\nb\n"))
    #expect(DocumentationPage.shows("a b …\n", "a b c\n"))
    #expect(!DocumentationPage.shows("a\n…\nd\n", "a\nb\nc\n"))
    #expect(!DocumentationPage.shows("a\n", "a\nb\n"))
    #expect(!DocumentationPage.shows("a\n…\n", "a\nb\n[3]\n"))
    #expect(!DocumentationPage.shows("a c …\n", "a b c\n"))
  }

  @Test("links between pages lead somewhere", arguments: pages + ["../../../README.md"])
  func links(_ name: String) throws {
    let folder = Self.folder + "/" + name.split(separator: "/").dropLast().joined(separator: "/")
    for part in try Self.text(name).split(separator: "](").dropFirst() {
      let target = part.prefix { $0 != ")" && $0 != "#" && $0 != "\n" }
      if target.isEmpty || target.contains("://") { continue }
      #expect(access("\(folder)/\(target)", F_OK) == 0, "\(name): \(target)")
    }
  }
}
