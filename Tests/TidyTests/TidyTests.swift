import Glibc
import Testing

/// The house reads itself: what a reviewer would say every time is said here once.
@Suite("Tidy house")
struct TidyTests {
  static let root = String(#filePath.split(separator: "/").dropLast(3).joined(separator: "/"))
  static let sources = Repository.files(below: "/\(root)/Sources", suffix: ".swift")
  static let everything =
    sources + Repository.files(below: "/\(root)/Tests", suffix: ".swift")

  @Test("there is something to read")
  func sourcesAreFound() {
    #expect(Self.sources.count > 100)
  }

  @Test("no file is longer than 500 lines")
  func length() {
    let long = Self.everything.filter { $0.lines.count > 500 }
    #expect(long.isEmpty, "\(long.map { "\($0.path): \($0.lines.count)" })")
  }

  @Test("most files are one idea: the median is under 200 lines, nine of ten under 300")
  func usualLength() {
    let counts = Self.sources.map(\.lines.count).sorted()
    #expect(counts[counts.count / 2] < 200)
    #expect(counts[counts.count * 9 / 10] < 300)
  }

  @Test("nothing that input could turn into a crash")
  func traps() {
    let banned = ["try!", " as!", "fatalError(", "preconditionFailure(", ".unsafelyUnwrapped"]
    // The image of an empty graph is made without any input.
    let permitted = ["the empty image cannot be built"]
    let hits = Self.sources.flatMap { file in
      file.code.filter { line in
        banned.contains { line.text.contains($0) } && !permitted.contains { line.text.contains($0) }
      }.map { "\(file.path):\($0.number) \($0.text)" }
    }
    #expect(hits.isEmpty, "\(hits.joined(separator: "\n"))")
  }

  @Test("only the command line prints")
  func printing() {
    let hits = Self.sources.filter { !$0.path.contains("/Sources/realist/") }.flatMap { file in
      file.code.filter { $0.text.contains(" print(") || $0.text.hasPrefix("print(") }
        .map { "\(file.path):\($0.number)" }
    }
    #expect(hits.isEmpty, "\(hits)")
  }

  @Test("String is no key and no cell in the engine: canonical equivalence is not equality")
  func stringKeys() {
    let rooms = ["PropertyGraph", "GraphQuery", "GraphStore", "RealistEvaluation"]
    let banned = ["[String: ", "Set<String>", "Dictionary<String"]
    let hits = Self.sources.filter { file in
      rooms.contains { file.path.contains("/Sources/\($0)/") }
    }.flatMap { file in
      file.code.filter { line in banned.contains { line.text.contains($0) } }
        .map { "\(file.path):\($0.number) \($0.text)" }
    }
    #expect(hits.isEmpty, "\(hits.joined(separator: "\n"))")
  }

  @Test("rooms import only rooms below them")
  func dependencies() {
    let order = [
      "SystemFiles", "Diagnostics", "PropertyGraph", "GraphQuery", "GraphStore", "Interchange",
      "RealistEvaluation", "StudyFiles", "StudySession", "Reports", "Shell", "realist",
    ]
    let allowed: [String: [String]] = [
      "SystemFiles": [],
      "Diagnostics": [],
      "PropertyGraph": ["Diagnostics"],
      "GraphQuery": ["PropertyGraph", "Diagnostics", "SystemFiles"],
      "GraphStore": ["PropertyGraph", "Diagnostics", "SystemFiles"],
      "Interchange": ["GraphStore", "PropertyGraph", "Diagnostics", "SystemFiles"],
      "RealistEvaluation": ["GraphQuery", "PropertyGraph", "Diagnostics"],
      "StudyFiles": [
        "RealistEvaluation", "GraphStore", "PropertyGraph", "Diagnostics", "SystemFiles",
      ],
      "StudySession": [
        "StudyFiles", "GraphStore", "RealistEvaluation", "GraphQuery", "PropertyGraph",
        "Diagnostics", "SystemFiles",
      ],
      "Reports": ["RealistEvaluation", "PropertyGraph", "Diagnostics", "SystemFiles"],
      "Shell": [
        "Reports", "StudySession", "StudyFiles", "RealistEvaluation", "GraphQuery",
        "PropertyGraph", "Diagnostics", "SystemFiles",
      ],
    ]
    for file in Self.sources {
      guard let room = order.first(where: { file.path.contains("/Sources/\($0)/") }),
        let permitted = allowed[room]
      else { continue }
      for line in file.code where line.text.contains("import ") {
        let words = line.text.split(separator: " ")
        guard let position = words.firstIndex(of: "import"), position <= 1,
          let module = words.last.map(String.init), order.contains(module)
        else { continue }
        #expect(permitted.contains(module), "\(file.path):\(line.number) imports \(module)")
      }
    }
  }

  @Test("nothing is left for later without an owner")
  func leftovers() {
    let banned = ["TO" + "DO", "FIX" + "ME", "XX" + "X "]
    let hits = Self.sources.flatMap { file in
      file.lines.enumerated().filter { line in banned.contains { line.element.contains($0) } }
        .map { "\(file.path):\($0.offset + 1)" }
    }
    #expect(hits.isEmpty, "\(hits)")
  }

  @Test("every room tells its story")
  func readmes() throws {
    for room in Repository.folders(in: "/\(Self.root)/Sources") where room != "CSQLite" {
      let text = try Repository.text("/\(Self.root)/Sources/\(room)/README.md")
      #expect(text.split(separator: "\n").count >= 4, "\(room)/README.md")
    }
  }
}
