import Diagnostics
import Glibc

/// Writes files into a folder that is new or empty, and can take all of it back.
struct NewFolderWriter {
  let path: String
  private let isOwn: Bool

  init(path: String) throws(Diagnostic) {
    self.path = path
    if let directory = opendir(path) {
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        let first = entry.pointee.d_name
        if UInt8(bitPattern: first.0) != UInt8(ascii: ".") { throw Wording.existingFolder(path) }
      }
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
    if let directory = opendir(graph) {
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { unlink(graph + "/" + name) }
      }
      closedir(directory)
    }
    rmdir(graph)
    if isOwn { rmdir(path) }
  }
}
