import Glibc
import StudyFiles
import StudySession

/// The small study of the command line's transcripts.
enum SmallStudy {
  struct Failure: Error {}

  /// Opens a copy, which is gone from the disk at once: an open study needs its files no more, and
  /// the original gets no cache.
  static func open() throws -> StudySession {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let original = "/\(tests)/CommandLineTests/Fixture/Graph"
    var template = Array("/tmp/realist-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Failure() }
    let folder = String(cString: made)
    defer { remove(folder) }
    try FileBytes.makeFolder(folder + "/Graph")
    for name in FileBytes.names(in: original) ?? [] {
      try FileBytes.write(try FileBytes.read("\(original)/\(name)"), to: "\(folder)/Graph/\(name)")
    }
    return try StudySession.open(folder)
  }

  private static func remove(_ path: String) {
    for name in FileBytes.names(in: path) ?? [] { remove("\(path)/\(name)") }
    if FileBytes.isFolder(path) { rmdir(path) } else { unlink(path) }
  }
}
