/// Finds the known name that a person most likely meant.
public enum NearestName {
  /// The one of `candidates` that is near enough to be worth naming: a slip of the pen in every
  /// third letter at most (insertions, deletions, substitutions, swaps of neighbours, whatever the
  /// case), or else the only one that goes on from `name`, or the longest that `name` goes on from,
  /// by no more than its own length. Of equally near ones the first in code point order, so that
  /// messages are stable. O(candidates × length²).
  public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let known = sorted(candidates)
    return nearest(name, known) ?? continuation(of: name, known) ?? beginning(of: name, known)
  }

  /// The candidate that a person most likely meant: the only one that begins so, if that is three
  /// characters or more (a better sign than a small distance), else the nearest.
  public static func likely(_ name: String, among candidates: some Sequence<String>) -> String? {
    likely(name, sorted(candidates))
  }

  /// A help line naming the likely candidate, or those that begin so, or else up to eight of the
  /// possible names.
  public static func help(
    for name: String, among candidates: some Sequence<String>, called what: String
  ) -> String? {
    let known = sorted(candidates)
    if let likely = likely(name, known) { return "did you mean `\(likely)`?" }
    let continued = continuations(of: name, known)
    if !continued.isEmpty { return "\(what) that begin so: \(list(continued))" }
    return known.isEmpty ? nil : "known \(what): \(list(known))"
  }

  /// Fewer letters than these say nothing as a beginning.
  private static let shortestBeginning = 3

  private static func likely(_ name: String, _ known: [String]) -> String? {
    continuation(of: name, known) ?? nearest(name, known) ?? beginning(of: name, known)
  }

  // MARK: Slips of the pen

  private static func nearest(_ name: String, _ known: [String]) -> String? {
    let wanted = scalars(name)
    let limit = max(1, min(3, wanted.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in known {
      let other = scalars(candidate)
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, other)
      guard distance <= limit, distance < min(wanted.count, other.count) else { continue }
      if let current = best, current.distance <= distance { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  // MARK: Beginnings

  private static func continuations(of name: String, _ known: [String]) -> [String] {
    name.count < shortestBeginning ? [] : known.filter { isBeginning(name, of: $0) }
  }

  private static func continuation(of name: String, _ known: [String]) -> String? {
    let continued = continuations(of: name, known)
    return continued.count == 1 ? continued[0] : nil
  }

  private static func beginning(of name: String, _ known: [String]) -> String? {
    known.filter { candidate in
      candidate.count >= max(shortestBeginning, name.count / 2)
        && isBeginning(candidate, of: name)
    }.max { $0.count < $1.count }
  }

  private static func isBeginning(_ start: String, of whole: String) -> Bool {
    whole.count > start.count && whole.lowercased().hasPrefix(start.lowercased())
  }

  // MARK: Parts

  private static func sorted(_ names: some Sequence<String>) -> [String] {
    names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  private static func scalars(_ name: String) -> [Unicode.Scalar] {
    Array(name.lowercased().unicodeScalars)
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(8).joined(separator: ", ")
      + (names.count > 8 ? ", … (\(names.count) in all)" : "")
  }

  private static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty { return right.count }
    if right.isEmpty { return left.count }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 1...left.count {
      var current = [i] + [Int](repeating: 0, count: right.count)
      for j in 1...right.count {
        let cost = left[i - 1] == right[j - 1] ? 0 : 1
        current[j] = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          current[j] = min(current[j], beforeLast[j - 2] + 1)
        }
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
