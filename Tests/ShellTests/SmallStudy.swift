import GraphTesting
import StudyFiles
import StudySession
import SystemFiles

/// The small study of the command line's transcripts.
enum SmallStudy {
  /// Opens a copy, which is gone from the disk at once: an open study needs its files no more, and
  /// the original gets no cache.
  static func open() throws -> StudySession {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let original = "/\(tests)/CommandLineTests/Fixture/Graph"
    let folder = try TemporaryFolder()
    try FileBytes.makeFolder(folder.file("Graph"))
    for name in (try? Folder.names(in: original)) ?? [] {
      try FileBytes.write(
        try FileBytes.read("\(original)/\(name)"), to: folder.file("Graph/\(name)"))
    }
    return try withExtendedLifetime(folder) { try StudySession.open(folder.path) }
  }
}
