import Glibc

/// Files that tests read.
enum TestFiles {
  struct Unreadable: Error { var path: String }

  /// A folder named by the environment, if it is set and exists.
  static func folder(_ variable: String) -> String? {
    guard let value = getenv(variable) else { return nil }
    let path = String(cString: value)
    return access(path, R_OK) == 0 ? path : nil
  }

  /// A folder of `Tests` beside the target that holds a source file.
  static func folder(beside sourceFile: String, named name: String) -> String {
    sourceFile.split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" } + "/\(name)"
  }

  /// The scenarios of all feature files below a folder, in order of path.
  static func scenarios(below folder: String) throws -> [Scenario] {
    try features(below: folder).flatMap { path in
      let feature = String(path.dropFirst(folder.count + 1).dropLast(".feature".count))
      return FeatureFile(text: try text(path), feature: feature).scenarios
    }
  }

  static func text(_ path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw Unreadable(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }

  /// All feature files below a folder, sorted by path.
  static func features(below folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      if name.hasSuffix(".feature") {
        found.append("\(folder)/\(name)")
      } else {
        found += features(below: "\(folder)/\(name)")
      }
    }
    return found.sorted()
  }
}
