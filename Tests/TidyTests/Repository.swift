import SystemFiles

/// The repository as files.
enum Repository {
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
    String(decoding: try WholeFile.read(path), as: UTF8.self)
  }

  private static func entries(of folder: String) -> [String] {
    ((try? Folder.names(in: folder)) ?? []).filter { !$0.hasPrefix(".") }
  }
}
