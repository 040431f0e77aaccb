import Diagnostics
import SystemFiles

/// Looks at the header of a file before SQLite does, so that what is not ours or too new is left
/// untouched, byte for byte.
enum FormatCheck {
  private static let magic = Array("SQLite format 3\u{0}".utf8)
  private static let userVersionOffset = 60
  private static let applicationIDOffset = 68

  /// Throws `CannotOpen`, `NotAGraph` or `NewerFormat`.
  static func check(_ path: String, schema: Schema) throws(Diagnostic) {
    guard FileSystem.exists(path) else { throw Wording.noSuchFile(path) }
    guard let header = try? WholeFile.read(path, limit: 100) else {
      throw Wording.cannotOpen(path, "it cannot be read")
    }
    func number(at offset: Int) -> Int64 {
      header[offset..<offset + 4].reduce(0) { $0 << 8 | Int64($1) }
    }
    guard header.count == 100, header.starts(with: magic),
      number(at: applicationIDOffset) == Schema.applicationID
    else { throw Wording.notOurs(path) }
    let version = Int(number(at: userVersionOffset))
    guard version <= schema.version else {
      throw Wording.newerFormat(path, version: version, known: schema.version)
    }
  }
}
