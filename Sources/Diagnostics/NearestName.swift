/// Finds the known name that a person most likely meant.
public enum NearestName {
  /// The closest of `candidates` by edit distance (insertions, deletions, substitutions and swaps
  /// of neighbours), ignoring case; `nil` if none is close enough to be worth naming. Ties go to
  /// the first in code point order, so that messages are stable. O(candidates × length²).
  public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    let limit = max(1, min(3, wanted.count / 3 + (wanted.count >= 3 ? 1 : 0)))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, other)
      guard distance <= limit, distance < max(wanted.count, 1) else { continue }
      if let current = best,
        (current.distance, current.name) <= (distance, candidate)
      {
        continue
      }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// The candidate that a person most likely meant: the only one that begins so, if that is three
  /// characters or more (a better sign than a small distance), else the nearest.
  public static func likely(_ name: String, among candidates: some Sequence<String>) -> String? {
    let known = Array(candidates)
    let continued = continuations(of: name, among: known)
    return continued.count == 1 ? continued[0] : of(name, among: known)
  }

  /// A help line naming the likely candidate, or those that begin so, or else up to eight of the
  /// possible names.
  public static func help(
    for name: String, among candidates: some Sequence<String>, called what: String
  ) -> String? {
    let known = Array(candidates).sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    if let likely = likely(name, among: known) { return "did you mean `\(likely)`?" }
    let continued = continuations(of: name, among: known)
    if !continued.isEmpty { return "\(what) that begin so: \(list(continued))" }
    return known.isEmpty ? nil : "known \(what): \(list(known))"
  }

  private static func continuations(of name: String, among candidates: [String]) -> [String] {
    guard name.count >= 3 else { return [] }
    let start = name.lowercased()
    return candidates.filter { $0.count > name.count && $0.lowercased().hasPrefix(start) }
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
