import Diagnostics
import Glibc

/// The few system calls that the store needs beside SQLite.
enum FileSystem {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a file can be written, and its folder too (the log needs files beside it).
  static func isWritable(_ path: String) -> Bool {
    access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0
  }

  /// Bytes of a file; 0 if there is none.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// Makes what was written to a file, or to the entries of a folder, survive a power cut.
  static func synchronise(_ path: String) throws(Diagnostic) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Wording.cannotWrite(path, code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Wording.cannotWrite(path, code: errno) }
  }

  /// Puts a file in the place of another in one step, lastingly.
  static func replace(_ path: String, with temporary: String) throws(Diagnostic) {
    guard rename(temporary, path) == 0 else { throw Wording.cannotWrite(path, code: errno) }
    try synchronise(folder(of: path))
  }

  /// Gives a finished file its name, lastingly; throws `FileExists` if another has it by now.
  static func place(_ temporary: String, as path: String) throws(Diagnostic) {
    guard link(temporary, path) == 0 else {
      // Some file systems have no links; there the name is taken without a check.
      if errno == EEXIST { throw Wording.fileExists(path) }
      return try replace(path, with: temporary)
    }
    remove(temporary)
    try synchronise(folder(of: path))
  }

  static func remove(_ path: String) { unlink(path) }

  /// Days since 1970 and nanoseconds of the day, to the second, in UTC.
  static func timestamp() -> (days: Int64, nanoseconds: Int64) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let seconds = Int64(now.tv_sec)
    return (seconds / 86_400, seconds % 86_400 * 1_000_000_000)
  }
}
