import Diagnostics
import Glibc
import SystemFiles

/// A file that another program reads: unlike a pipe it does no harm when nobody does.
struct TemporaryFile {
  let path: String

  /// Writes the bytes to a new file. Throws `GraphvizFailed` if there is no room for it.
  init(_ bytes: [UInt8]) throws(Diagnostic) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/realist-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw Wording.graphvizFailed("no temporary file: \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { close(descriptor) }
    do throws(SystemFailure) {
      try OpenFile.write(bytes, to: descriptor)
    } catch {
      unlink(path)
      throw Wording.graphvizFailed("no room for a temporary file: \(error.reason)")
    }
  }

  /// Takes the file away.
  func remove() { unlink(path) }
}
