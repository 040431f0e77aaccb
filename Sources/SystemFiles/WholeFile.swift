import Glibc

/// A file by its path, in one piece.
public enum WholeFile {
  /// Reads a file, or its first `limit` bytes. A folder fails with `EISDIR`.
  public static func read(_ path: String, limit: Int = .max) throws(SystemFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    return try OpenFile.read(descriptor, limit: limit)
  }

  /// Writes a file over what stood there, in place: who reads meanwhile sees a part of it.
  public static func write(_ bytes: [UInt8], to path: String) throws(SystemFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    try OpenFile.write(bytes, to: descriptor)
  }
}
