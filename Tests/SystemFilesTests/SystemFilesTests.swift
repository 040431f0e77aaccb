import Dispatch
import Glibc
import GraphTesting
import SystemFiles
import Testing

@Suite("Whole files and folders")
struct SystemFilesTests {
  @Test("what was written is read, whole or in part")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try WholeFile.write(bytes, to: folder.file("a"))
    #expect(try WholeFile.read(folder.file("a")) == bytes)
    #expect(try WholeFile.read(folder.file("a"), limit: 70_001) == Array(bytes[..<70_001]))
    try WholeFile.write([], to: folder.file("a"))
    #expect(try WholeFile.read(folder.file("a")).isEmpty)
  }

  @Test("a pipe that takes little at once gets all of it")
  func pipes() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    let bytes = [UInt8](repeating: 7, count: 1_000_000)
    let output = ends[1]
    DispatchQueue.global().async {
      try? OpenFile.write(bytes, to: output)
      close(output)
    }
    #expect(try OpenFile.read(ends[0]) == bytes)
  }

  @Test("names come in the order of their bytes")
  func names() throws {
    let folder = try TemporaryFolder()
    for name in ["b.md", "a.md", "é.md", "Z.md", ".hidden", "c.txt"] {
      try WholeFile.write([], to: folder.file(name))
    }
    #expect(
      try Folder.names(in: folder.path) == [".hidden", "Z.md", "a.md", "b.md", "c.txt", "é.md"])
    #expect(Folder.names(in: folder.path, ending: ".txt") == ["c.txt"])
    #expect(Folder.names(in: folder.file("none"), ending: ".txt").isEmpty)
  }

  @Test("failures know the system's number and sentence")
  func failures() throws {
    let folder = try TemporaryFolder()
    let none = SystemFailure(code: ENOENT)
    #expect(throws: none) { try WholeFile.read(folder.file("none")) }
    #expect(throws: none) { try WholeFile.write([], to: folder.file("none/file")) }
    #expect(throws: none) { try Folder.names(in: folder.file("none")) }
    #expect(throws: SystemFailure(code: EISDIR)) { try WholeFile.read(folder.path) }
    #expect(throws: SystemFailure(code: EBADF)) { try OpenFile.write([1], to: -1) }
    #expect(none.reason == "No such file or directory")
  }
}
