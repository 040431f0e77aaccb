public import Diagnostics
import Glibc
import SystemFiles

/// The folder of a study: which files it has, and their bytes.
public struct StudyFolder: Sendable {
  /// The path as the person gave it, without a slash at the end.
  public let path: String

  /// Names a folder; nothing is read yet.
  public init(path: String) {
    var trimmed = path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.path = trimmed
  }

  /// A file as freshness compares it.
  public struct FileState: Sendable, Hashable {
    /// Path relative to the study.
    public var name: String
    /// Bytes.
    public var size: Int64
    /// Nanoseconds since 1970 of the last change.
    public var modified: Int64
    /// The file system's number for it: a checkout that swaps a file changes it.
    public var inode: UInt64

    /// The state of a file.
    public init(name: String, size: Int64, modified: Int64, inode: UInt64) {
      self.name = name
      self.size = size
      self.modified = modified
      self.inode = inode
    }
  }

  /// The study files in code point order of their paths. Throws `NoStudy` without `Graph/*.yaml`.
  public func list() throws(Diagnostic) -> [FileState] {
    var found: [FileState] = []
    guard let names = try? Folder.names(in: path + "/Graph") else {
      throw Wording.missingStudy(path)
    }
    for name in names {
      guard name.hasSuffix(".yaml"), !name.hasPrefix(".") else { continue }
      if let state = state(of: "Graph/" + name) { found.append(state) }
    }
    if found.isEmpty { throw Wording.missingStudy(path) }
    found.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return found
  }

  /// The state of one file; `nil` if it is no regular file.
  public func state(of name: String) -> FileState? {
    var information = stat()
    guard stat(path + "/" + name, &information) == 0,
      information.st_mode & S_IFMT == S_IFREG
    else { return nil }
    let modified =
      Int64(information.st_mtim.tv_sec) * 1_000_000_000 + Int64(information.st_mtim.tv_nsec)
    return FileState(
      name: name, size: Int64(information.st_size), modified: modified,
      inode: UInt64(information.st_ino))
  }

  /// The bytes of a file of the study.
  public func read(_ name: String) throws(Diagnostic) -> SourceText {
    SourceText(name: name, bytes: try FileBytes.read(path + "/" + name))
  }
}
