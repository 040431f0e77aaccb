import SystemFiles

/// Texts in files, for the tests.
enum TextFile {
  static func lines(of path: String) throws -> [String] {
    try WholeFile.read(path).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  static func write(_ text: String, to path: String) throws {
    try WholeFile.write(Array(text.utf8), to: path)
  }

  /// Names of the files in a folder that end so, without the ending, sorted.
  static func names(in folder: String, ending: String) -> [String] {
    Folder.names(in: folder, ending: ending).map { String($0.dropLast(ending.count)) }.sorted()
  }
}
