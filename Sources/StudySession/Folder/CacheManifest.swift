import Diagnostics
import StudyFiles

/// What a folder's cache was built from: the file that names the current build and keeps what
/// freshness compares.
struct CacheManifest: Equatable {
  /// A study file at the time of the build.
  struct File: Equatable {
    var state: StudyFolder.FileState
    /// SHA-256 of the bytes, where the clock cannot be trusted: the file had changed within two
    /// seconds of the build, so that a later change may carry the same time.
    var hash: String?
  }

  /// Bumped when the cache's content changes shape; an older cache is then built anew.
  static let version = 2
  /// Changes younger than this (nanoseconds) are compared by content.
  static let doubtfulAge: Int64 = 2_000_000_000

  /// SHA-256 over the contents and the format: the name of the build.
  var build: String
  var errors: Int
  var warnings: Int
  /// Whether `study.yaml` adds to the vocabulary, so that it has to be read at every start.
  var extendsVocabulary: Bool
  var files: [File]

  /// Whether the folder still holds the files of the build. O(files), plus reading the doubtful.
  func isFresh(_ states: [StudyFolder.FileState], in folder: StudyFolder) -> Bool {
    guard states.count == files.count else { return false }
    for (state, file) in zip(states, files) {
      guard state == file.state else { return false }
      if let hash = file.hash {
        guard let bytes = try? folder.read(state.name).bytes,
          SHA256.hexadecimal(of: bytes) == hash
        else { return false }
      }
    }
    return true
  }

  /// The manifest as text.
  var bytes: [UInt8] {
    var lines = [
      "realist-cache \(Self.version)", "build \(build)", "findings \(errors) \(warnings)",
      "vocabulary \(extendsVocabulary ? "extended" : "standard")",
    ]
    for file in files {
      let state = file.state
      lines.append(
        "file \(state.size) \(state.modified) \(state.inode) \(file.hash ?? "-") \(state.name)")
    }
    return Array((lines.joined(separator: "\n") + "\nend\n").utf8)
  }

  init(
    build: String, findings: FindingCounts, extendsVocabulary: Bool, files: [File]
  ) {
    self.build = build
    errors = findings.errors
    warnings = findings.warnings
    self.extendsVocabulary = extendsVocabulary
    self.files = files
  }

  /// Reads a manifest; `nil` if it is of another version, cut off or no manifest at all.
  init?(bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.count >= 5, lines[0] == "realist-cache \(Self.version)", lines.last == "end",
      lines[1].hasPrefix("build "), lines[2].hasPrefix("findings "),
      lines[3].hasPrefix("vocabulary ")
    else { return nil }
    let counts = lines[2].split(separator: " ").dropFirst().compactMap { Int($0) }
    guard counts.count == 2 else { return nil }
    build = String(lines[1].dropFirst("build ".count))
    errors = counts[0]
    warnings = counts[1]
    extendsVocabulary = lines[3] == "vocabulary extended"
    files = []
    for line in lines[4..<lines.count - 1] {
      let parts = line.split(separator: " ", maxSplits: 5)
      guard parts.count == 6, parts[0] == "file", let size = Int64(parts[1]),
        let modified = Int64(parts[2]), let inode = UInt64(parts[3])
      else { return nil }
      let state = StudyFolder.FileState(
        name: String(parts[5]), size: size, modified: modified, inode: inode)
      files.append(File(state: state, hash: parts[4] == "-" ? nil : String(parts[4])))
    }
  }
}
