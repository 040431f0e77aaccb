import Diagnostics
import Glibc

/// The names in a folder.
enum FolderListing {
  /// Names in the order of their bytes.
  ///
  /// Throws `CannotOpen`.
  static func names(in folder: String) throws(Diagnostic) -> [String] {
    guard let directory = opendir(folder) else { throw Wording.cannotRead(folder, code: errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
