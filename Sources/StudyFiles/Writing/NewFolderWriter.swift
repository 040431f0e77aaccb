import Diagnostics
import Glibc

/// Writes files into a folder that is new or empty, and can take all of it back.
struct NewFolderWriter {
  let path: String
  private let isOwn: Bool

  init(path: String) throws(Diagnostic) {
    self.path = path
    if let names = FileBytes.names(in: path) {
      if names.contains(where: { !$0.hasPrefix(".") }) { throw Wording.existingFolder(path) }
      isOwn = false
    } else if errno == ENOENT {
      isOwn = true
    } else {
      throw Wording.unwritableFile(path, String(cString: strerror(errno)))
    }
    try FileBytes.makeFolder(path + "/Graph")
  }

  func write(_ file: SourceText) throws(Diagnostic) {
    try FileBytes.write(file.bytes, to: path + "/" + file.name)
  }

  /// Removes what was written.
  func removeAll() {
    let graph = path + "/Graph"
    for name in FileBytes.names(in: graph) ?? [] { unlink(graph + "/" + name) }
    rmdir(graph)
    if isOwn { rmdir(path) }
  }
}
