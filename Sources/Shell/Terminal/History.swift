import Glibc
import StudyFiles

/// Statements of earlier sessions, a line each (line breaks are written `\n`). Every statement is
/// appended at once, so that a terminal that is closed loses none, and two sessions share the file.
public struct History: Sendable {
  /// Entries that are kept.
  public static let limit = 5_000

  /// The file.
  public let path: String
  /// The entries, the oldest first.
  public private(set) var entries: [String]

  /// The history in a file; none yet if there is no such file.
  public init(path: String) {
    self.path = path
    let bytes = (try? FileBytes.read(path)) ?? []
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    entries = lines.suffix(Self.limit).map { Self.decoded(String(decoding: $0, as: UTF8.self)) }
    if lines.count > 2 * Self.limit {
      let kept = entries.map { Self.encoded($0) + "\n" }.joined()
      try? FileBytes.write(Array(kept.utf8), to: path)
    }
  }

  /// The history of this person: `$XDG_STATE_HOME/realist/history`, or below `~/.local/state`.
  /// `nil` without a home.
  public static func ofThisPerson() -> History? {
    var folder: String
    if let state = getenv("XDG_STATE_HOME").map({ String(cString: $0) }), state.hasPrefix("/") {
      folder = state
    } else if let home = getenv("HOME").map({ String(cString: $0) }), home.hasPrefix("/") {
      folder = home + "/.local/state"
    } else {
      return nil
    }
    folder += "/realist"
    try? FileBytes.makeFolder(folder)
    return History(path: folder + "/history")
  }

  /// Adds an entry, in one write, so that sessions beside each other do not mix. A file that cannot
  /// be written is no reason to stop anybody.
  public mutating func append(_ text: String) {
    guard entries.last != text else { return }
    entries.append(text)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let bytes = Array((Self.encoded(text) + "\n").utf8)
    _ = write(descriptor, bytes, bytes.count)
  }

  private static func encoded(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  private static func decoded(_ line: String) -> String {
    var text = ""
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        text.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
