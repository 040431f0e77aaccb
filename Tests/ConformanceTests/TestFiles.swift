import Glibc
import SystemFiles

/// Files that tests read.
enum TestFiles {
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
    String(decoding: try WholeFile.read(path), as: UTF8.self)
  }

  /// All feature files below a folder, sorted by path.
  static func features(below folder: String) -> [String] {
    let names = ((try? Folder.names(in: folder)) ?? []).filter { !$0.hasPrefix(".") }
    return names.flatMap { name in
      let path = "\(folder)/\(name)"
      return name.hasSuffix(".feature") ? [path] : features(below: path)
    }.sorted()
  }
}
