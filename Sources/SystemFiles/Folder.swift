import Glibc

/// What is in a folder.
public enum Folder {
  /// The names in a folder but `.` and `..`, in the order of their bytes.
  public static func names(in path: String) throws(SystemFailure) -> [String] {
    guard let directory = opendir(path) else { throw .last }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The names in a folder that end so, in the order of their bytes; none if it cannot be read.
  public static func names(in path: String, ending: String) -> [String] {
    ((try? names(in: path)) ?? []).filter { $0.hasSuffix(ending) }
  }
}
