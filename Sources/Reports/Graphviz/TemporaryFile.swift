import Diagnostics
import Glibc

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
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let reason = String(cString: strerror(errno))
        unlink(path)
        throw Wording.graphvizFailed("no room for a temporary file: \(reason)")
      }
      written += count
    }
  }

  /// Takes the file away.
  func remove() { unlink(path) }
}
