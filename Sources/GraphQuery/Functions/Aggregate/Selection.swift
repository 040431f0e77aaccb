import PropertyGraph

/// Finds the value at a place of the sorted order without sorting all (Hoare, "Algorithm 65: find",
/// 1961, with the median of three as pivot). O(values) on average.
struct Selection {
  private var values: [Value]

  init(_ values: [Value]) { self.values = values }

  /// The value that `ORDER BY` would put at a place. What has been found is in its place, so the
  /// next place costs little.
  mutating func value(
    at place: Int, _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    var low = 0
    var high = values.count - 1
    while low < high {
      let pivot = median(low, (low + high) / 2, high)
      var left = low
      var right = high
      while left <= right {
        while values[left].ordered(before: pivot) == .before {
          left += 1
          if left & 0xFFFF == 0 { try context.poll() }
        }
        while pivot.ordered(before: values[right]) == .before {
          right -= 1
          if right & 0xFFFF == 0 { try context.poll() }
        }
        guard left <= right else { break }
        values.swapAt(left, right)
        left += 1
        right -= 1
        if left & 0xFFF == 0 { try context.poll() }
      }
      if place <= right {
        high = right
      } else if place >= left {
        low = left
      } else {
        break
      }
    }
    return values[place]
  }

  private func median(_ first: Int, _ second: Int, _ third: Int) -> Value {
    let (a, b, c) = (values[first], values[second], values[third])
    if a.ordered(before: b) == .before {
      if b.ordered(before: c) == .before { return b }
      return a.ordered(before: c) == .before ? c : a
    }
    if a.ordered(before: c) == .before { return a }
    return b.ordered(before: c) == .before ? c : b
  }
}
