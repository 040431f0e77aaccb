import PropertyGraph
import Synchronization

/// Compiled expressions by pattern: a query matches many rows against one pattern.
enum RegexCache {
  private static let limit = 64
  private static let known = Mutex<[Text: Regex]>([:])

  /// `text =~ pattern`.
  static func matches(
    _ text: Text, _ pattern: Text, _ context: FunctionContext
  ) throws(EvaluationError) -> Bool {
    if let regex = known.withLock({ $0[pattern] }) {
      return try regex.matches(text, poll: context.poll)
    }
    let regex = try Regex.compile(pattern)
    known.withLock { table in
      if table.count >= limit { table.removeAll(keepingCapacity: true) }
      table[pattern] = regex
    }
    return try regex.matches(text, poll: context.poll)
  }
}
