import Diagnostics
import Reports

/// What could stand where somebody types.
struct Completion: Hashable {
  /// One possibility.
  struct Candidate: Hashable {
    /// What is inserted.
    var text: String
    /// What is said about it.
    var note: String = ""
    /// What follows it if it is the only one.
    var ending: String = ""
  }

  /// What has been typed of it.
  var typed: String
  var candidates: [Candidate]

  static let nothing = Completion(typed: "", candidates: [])
}

/// A completion as a line editor shows it.
enum CompletionAnswer {
  /// Possibilities beyond these are counted, not listed.
  private static let mostListed = 40

  static func line(for completion: Completion, width: Int) -> LineCompletion {
    let candidates = completion.candidates
    let deleted = completion.typed.unicodeScalars.count
    guard let first = candidates.first else { return LineCompletion() }
    if candidates.count == 1 {
      return LineCompletion(deleted: deleted, insertion: first.text + first.ending)
    }
    let common = candidates.dropFirst().reduce(first.text) { commonPrefix($0, $1.text) }
    if common.unicodeScalars.count > deleted {
      return LineCompletion(deleted: deleted, insertion: common)
    }
    return LineCompletion(listing: listing(candidates, width: width))
  }

  private static func commonPrefix(_ left: String, _ right: String) -> String {
    var prefix = String.UnicodeScalarView()
    for (a, b) in zip(left.unicodeScalars, right.unicodeScalars) {
      guard a == b else { break }
      prefix.append(a)
    }
    return String(prefix)
  }

  private static func listing(_ candidates: [Completion.Candidate], width: Int) -> String {
    let shown = candidates.prefix(mostListed)
    var lines: [String] = []
    if shown.contains(where: { !$0.note.isEmpty }) {
      let column = shown.map { DisplayWidth.of($0.text) }.max() ?? 0
      for candidate in shown {
        let padding = String(
          repeating: " ", count: column - DisplayWidth.of(candidate.text) + 2)
        let room = width - column - 5
        let note = room > 8 ? TerminalText.line(candidate.note, width: room) : ""
        let line = "  \(candidate.text)" + (note.isEmpty ? "" : padding + note)
        lines.append(line)
      }
    } else {
      lines = columns(shown.map(\.text), width: width)
    }
    if candidates.count > shown.count {
      lines.append("  … and \(candidates.count - shown.count) more; type more of the name")
    }
    return lines.map { $0 + "\r\n" }.joined()
  }

  private static func columns(_ names: [String], width: Int) -> [String] {
    let cell = (names.map(DisplayWidth.of).max() ?? 0) + 2
    let count = max(1, (width - 2) / max(1, cell))
    return stride(from: 0, to: names.count, by: count).map { start in
      "  "
        + names[start..<min(start + count, names.count)].enumerated().map { offset, name in
          let isLast = offset == count - 1 || start + offset == names.count - 1
          return isLast
            ? name : name + String(repeating: " ", count: cell - DisplayWidth.of(name))
        }.joined()
    }
  }
}
