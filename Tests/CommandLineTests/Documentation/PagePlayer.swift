import Glibc
import SystemFiles
import Testing

/// Plays a page: writes the files that it shows and runs its sessions, in the order of the page.
/// What is printed must be what the page shows; `RECORD=1` writes into the page what is printed.
struct PagePlayer {
  let shell: Shell
  private let isRecording = getenv("RECORD") != nil

  init(in shell: Shell) { self.shell = shell }

  /// Writes a file that a page shows, with the folders it stands in.
  func write(_ file: (name: String, text: String)) throws {
    let path = "\(shell.folder)/\(file.name)"
    let made = try shell.run("mkdir -p \"$(dirname '\(path)')\"")
    try #require(made.status == 0, "\(made.text)")
    try WholeFile.write(Array(file.text.utf8), to: path)
  }

  /// Plays the page at a path.
  func play(_ path: String) throws {
    let text = String(decoding: try WholeFile.read(path), as: UTF8.self)
    let page = DocumentationPage(text: text)
    var recorded = ""
    var next = 0
    for block in page.blocks {
      let shown = page.text(of: block)
      recorded += page.lines[next..<block.lines.lowerBound].map { $0 + "\n" }.joined()
      next = block.lines.upperBound
      switch block.content {
      case .file(let name):
        try write((name, shown))
        recorded += shown
      case .session(let program):
        let isPlayed = try program.map { try shell.run("command -v \($0)").status == 0 } ?? true
        recorded += isPlayed ? try play(session: shown, of: path) : shown
      }
    }
    recorded += page.lines[next...].joined(separator: "\n")
    if isRecording, recorded != text { try WholeFile.write(Array(recorded.utf8), to: path) }
  }

  /// Runs a session and gives it as the page should show it.
  private func play(session: String, of path: String) throws -> String {
    let expected = Transcript(text: session)
    #expect(!expected.steps.isEmpty && expected.heading.isEmpty, "\(path): \(session)")
    var kept = expected
    for (index, now) in try expected.played(in: shell).steps.enumerated() {
      let isShown = DocumentationPage.shows(expected.steps[index].answer, now.answer)
      if !isShown { kept.steps[index] = now }
      #expect(isShown || isRecording, "\(path): \(now.line)\n\(now.answer)")
    }
    return kept.text
  }
}
