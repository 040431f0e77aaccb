import Glibc
import SystemFiles

/// Finds out who holds the write lock of a database, so that `Busy` can name the process.
enum LockHolder {
  /// The byte of the `-shm` file that a writer locks (SQLite, "WAL-mode File Format", section 2.4).
  private static let writeLockByte = 120

  /// `process 1234 (realist)`, or `nil` if the system does not tell.
  static func describe(database path: String) -> String? {
    var status = stat()
    guard stat(path + "-shm", &status) == 0, let locks = try? WholeFile.read("/proc/locks") else {
      return nil
    }
    for line in String(decoding: locks, as: UTF8.self).split(separator: "\n") {
      // 1: POSIX ADVISORY WRITE 1234 fe:01:5678 120 120
      let fields = line.split(separator: " ")
      guard fields.count >= 8, fields[1] == "POSIX", fields[3] == "WRITE",
        fields[5].split(separator: ":").last.flatMap({ UInt64($0) }) == UInt64(status.st_ino),
        Int(fields[6]) == writeLockByte, let process = Int32(fields[4]), process > 0
      else { continue }
      let name = (try? WholeFile.read("/proc/\(process)/comm"))
        .map { String(decoding: $0.prefix { $0 != 0x0A }, as: UTF8.self) }
      return "process \(process)" + (name.map { " (\($0))" } ?? "")
    }
    return nil
  }
}
