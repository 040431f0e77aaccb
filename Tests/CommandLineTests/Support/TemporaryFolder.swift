import Glibc

/// A folder of its own, gone when nobody holds it.
final class TemporaryFolder: Sendable {
  struct Failure: Error {}

  let path: String

  init() throws {
    var template = Array("/tmp/realist-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Failure() }
    path = String(cString: made)
    chmod(path, 0o755)
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    var information = stat()
    // A link to a folder is a link.
    let isFolder = lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
    guard isFolder, let directory = opendir(path) else {
      unlink(path)
      return
    }
    chmod(path, 0o755)
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { remove(path + "/" + name) }
    }
    closedir(directory)
    rmdir(path)
  }
}
