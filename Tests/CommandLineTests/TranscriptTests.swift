import Glibc
import GraphTesting
import SystemFiles
import Testing

/// Plays every file of `Transcripts/` with the built program on a copy of the small study in
/// `Fixture/`, and compares what is printed, word for word. `RECORD=1` writes the files anew; then
/// read the difference before you keep it. `TRANSCRIPTS=02,41` plays only those.
@Suite("Transcripts")
struct TranscriptTests {
  private static let here: String = {
    let file = #filePath
    return String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
  }()

  static let names = Folder.names(in: here + "/Transcripts", ending: ".txt").filter { name in
    guard let chosen = getenv("TRANSCRIPTS") else { return true }
    return String(cString: chosen).split(separator: ",").contains { name.hasPrefix($0) }
  }

  @Test("the program prints what the transcript says", arguments: names)
  func play(_ name: String) throws {
    let file = "\(Self.here)/Transcripts/\(name)"
    let expected = Transcript(text: String(decoding: try WholeFile.read(file), as: UTF8.self))
    let folder = try TemporaryFolder()
    let work = folder.path + "/work"
    mkdir(work, 0o755)
    let shell = try Shell(in: work, own: folder.path)
    let copy = try shell.run("cp -r '\(Self.here)/Fixture' study")
    try #require(copy.status == 0, "\(copy.text)")
    // The worked study itself, for disputes that a person can follow.
    let repository = Self.here.split(separator: "/").dropLast(2).joined(separator: "/")
    try #require(symlink("/\(repository)", work + "/ics") == 0)
    let played = try expected.played(in: shell)
    if getenv("RECORD") != nil {
      try WholeFile.write(Array(played.text.utf8), to: file)
    } else {
      for (step, now) in zip(expected.steps, played.steps) {
        #expect(now.answer == step.answer, "\(name): \(step.line)")
      }
    }
  }

  @Test("there are transcripts")
  func some() { #expect(Self.names.count >= 10 || getenv("TRANSCRIPTS") != nil) }
}
