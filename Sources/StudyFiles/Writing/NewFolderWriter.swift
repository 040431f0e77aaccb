import Diagnostics
import Glibc
import SystemFiles

/// Writes files into a folder that is new or empty, and can take all of it back.
struct NewFolderWriter {
  let path: String
  private let isOwn: Bool

  init(path: String) throws(Diagnostic) {
    self.path = path
    let isEmpty: Bool
    do throws(SystemFailure) {
      isEmpty = try Folder.names(in: path).allSatisfy { $0.hasPrefix(".") }
      isOwn = false
    } catch {
      guard error.code == ENOENT else { throw Wording.unwritableFile(path, error.reason) }
      isEmpty = true
      isOwn = true
    }
    guard isEmpty else { throw Wording.existingFolder(path) }
    try FileBytes.makeFolder(path + "/Graph")
  }

  func write(_ file: SourceText) throws(Diagnostic) {
    try FileBytes.write(file.bytes, to: path + "/" + file.name)
  }

  /// Removes what was written.
  func removeAll() {
    let graph = path + "/Graph"
    for name in (try? Folder.names(in: graph)) ?? [] { unlink(graph + "/" + name) }
    rmdir(graph)
    if isOwn { rmdir(path) }
  }
}
