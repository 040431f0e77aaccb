public import Diagnostics
import Glibc
import SystemFiles

/// Whole files in and out, with errors that name the file.
public enum FileBytes {
  /// Reads a file in one piece.
  public static func read(_ path: String) throws(Diagnostic) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Wording.unreadableFile(path, reason()) }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT != S_IFDIR else {
      throw Wording.unreadableFile(path, "it is a folder")
    }
    do throws(SystemFailure) {
      return try OpenFile.read(descriptor)
    } catch {
      throw Wording.unreadableFile(path, error.reason)
    }
  }

  /// Reads a file that must be UTF-8, with the name that messages give it.
  ///
  /// Throws `UnreadableFile` or `InvalidUTF8`.
  public static func readText(_ path: String, called name: String) throws(Diagnostic) -> SourceText
  {
    let source = SourceText(name: name, bytes: try read(path))
    if let offset = UTF8Check.firstInvalidByte(in: source.bytes) {
      throw Wording.invalidUTF8(at: offset, in: source)
    }
    return source
  }

  /// Writes a file under a temporary name and renames it, so that a reader sees all of it or the
  /// file before. With `isDurable` the bytes are on disk when it returns. A link stays a link; a
  /// device or a pipe is written to, never replaced.
  public static func write(
    _ bytes: [UInt8], to path: String, isDurable: Bool = false
  ) throws(Diagnostic) {
    var information = stat()
    let exists = stat(path, &information) == 0
    let kind = information.st_mode & S_IFMT
    if exists, kind != S_IFREG, kind != S_IFDIR { return try write(bytes, intoSpecial: path) }
    let target = exists ? resolved(path) : path
    let temporary = "\(target).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Wording.unwritableFile(path, reason()) }
    var failure = write(bytes, to: descriptor)
    if failure == nil, isDurable, fsync(descriptor) != 0 { failure = reason() }
    close(descriptor)
    if failure == nil, rename(temporary, target) != 0 { failure = reason() }
    if let failure {
      unlink(temporary)
      throw Wording.unwritableFile(path, failure)
    }
  }

  private static func write(_ bytes: [UInt8], intoSpecial path: String) throws(Diagnostic) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Wording.unwritableFile(path, reason()) }
    defer { close(descriptor) }
    if let failure = write(bytes, to: descriptor) { throw Wording.unwritableFile(path, failure) }
  }

  /// Writes all bytes; why not, if it fails.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> String? {
    do throws(SystemFailure) {
      try OpenFile.write(bytes, to: descriptor)
      return nil
    } catch {
      return error.reason
    }
  }

  /// Where links lead.
  private static func resolved(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// Makes a folder and those above it.
  public static func makeFolder(_ path: String) throws(Diagnostic) {
    var built = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      built += (built.isEmpty || built.hasSuffix("/") ? "" : "/") + part
      if mkdir(built, 0o755) != 0, errno != EEXIST {
        throw Wording.unwritableFile(built, reason())
      }
    }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}

extension FileBytes {
  /// Whether a folder stands there.
  public static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a regular file, not a folder, stands there.
  public static func isFile(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT != S_IFDIR
  }
}
