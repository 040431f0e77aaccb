import Diagnostics
import Glibc
import GraphQuery
import GraphTesting
import PropertyGraph
import StudyFiles
import StudySession
import SystemFiles

/// A study of two files, written anew for each test.
final class SmallStudy {
  struct Failure: Error {}

  private let folder: TemporaryFolder

  /// The folder of the study.
  var path: String { folder.path + "/study" }
  /// Where a study file may be made.
  var file: String { folder.path + "/study.realist" }
  /// The folder of the cache.
  var cache: String { path + "/.realist" }
  /// The file that tests change.
  let theory = "Graph/theory.yaml"

  init() throws {
    folder = try TemporaryFolder()
    try FileBytes.makeFolder(path + "/Graph")
    try write("realist: 1\ntitle: Small\n", to: "Graph/study.yaml")
    try write(Self.theory(title: "They meet"), to: theory)
  }

  static func theory(title: String) -> String {
    """
    theory: t
    title: A theory
    status: initial
    statement: If, then, because.
    contexts:
      apart:
        title: People work apart
    mechanisms:
      meeting:
        title: \(title)
    outcomes:
      trust:
        title: They trust each other
    configurations:
      meeting-helps:
        title: Meeting helps
        paired-by: encoder
        mechanisms: meeting
        outcomes: trust

    """
  }

  /// Another folder beside the study.
  func folder(_ name: String) -> String { folder.path + "/" + name }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: "\(path)/\(name)")
  }

  /// Writes in place: the file keeps its inode.
  func write(_ bytes: [UInt8], to file: String) throws {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure() }
    defer { close(descriptor) }
    guard
      bytes.withUnsafeBytes({ Glibc.write(descriptor, $0.baseAddress, $0.count) }) == bytes.count
    else { throw Failure() }
  }

  /// Puts a file with these bytes in the place of another; who holds the old one keeps it.
  func replace(_ file: String, with bytes: [UInt8]) throws {
    try write(bytes, to: file + ".new")
    guard rename(file + ".new", file) == 0 else { throw Failure() }
  }

  /// Sets the time of the last change.
  func setTime(of name: String, _ time: timespec) {
    let times = [time, time]
    utimensat(AT_FDCWD, "\(path)/\(name)", times, 0)
  }

  func time(of name: String) -> timespec { status("\(path)/\(name)").st_mtim }

  func status(_ file: String) -> stat {
    var information = stat()
    stat(file, &information)
    return information
  }

  /// An hour ago: past all doubt about the clock.
  static var hourAgo: timespec {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    now.tv_sec -= 3_600
    return now
  }

  /// Names of the files of a folder, sorted.
  func names(in folder: String) -> [String] { (try? Folder.names(in: folder)) ?? [] }

  /// The file of the cache that ends so.
  func cached(_ ending: String) -> String {
    cache + "/" + (names(in: cache).first { $0.hasSuffix(ending) } ?? "none")
  }

  /// The title of `meeting` as a process that starts now sees it.
  func title() throws -> Text? {
    let session = try StudySession.open(path)
    defer { session.close() }
    return try session.texts("MATCH (m:Mechanism {id: 'meeting'}) RETURN m.title").first
  }
}

extension StudySession {
  /// The rows of a statement; entities are not to be looked up in them.
  func rows(_ query: Text, parameters: PropertyMap = PropertyMap()) throws(Diagnostic) -> [[Value]]
  {
    var rows: [[Value]] = []
    try run(query, parameters: parameters) { result, _ in rows = result.rows }
    return rows
  }

  /// The texts in the first column.
  func texts(_ query: Text) throws(Diagnostic) -> [Text] {
    try rows(query).compactMap { row in
      if case .text(let text)? = row.first { text } else { nil }
    }
  }
}
