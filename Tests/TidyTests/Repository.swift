import Glibc

/// The repository as files.
enum Repository {
  struct Unreadable: Error { var path: String }

  struct File: Sendable {
    var path: String
    var lines: [Substring]

    /// Lines that are not comments.
    var code: [(number: Int, text: Substring)] {
      lines.enumerated().compactMap { offset, line in
        let trimmed = line.drop { $0 == " " }
        return trimmed.hasPrefix("//") || trimmed.isEmpty ? nil : (offset + 1, trimmed)
      }
    }
  }

  static func files(below folder: String, suffix: String) -> [File] {
    entries(of: folder).flatMap { name -> [File] in
      let path = "\(folder)/\(name)"
      if name.hasSuffix(suffix) {
        let text = (try? text(path)) ?? ""
        return [
          File(path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        ]
      }
      return name.contains(".") ? [] : files(below: path, suffix: suffix)
    }
  }

  static func folders(in folder: String) -> [String] {
    entries(of: folder).filter { !$0.contains(".") }
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

  private static func entries(of folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
