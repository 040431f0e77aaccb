/// How far a region is from UTC at each moment: transitions that were, and a rule for those that
/// will be.
struct ZoneRules: Sendable {
  /// Moments, in seconds since 1970 UTC, at which the offset changes; ascending.
  var transitions: [Int64]
  /// The offset in seconds from each transition on.
  var offsets: [Int32]
  /// The offset before the first transition: local mean time.
  var initialOffset: Int32
  /// The rule after the last transition.
  var future: RecurringZoneRule?

  /// A zone with one offset for ever.
  init(fixed offset: Int32) {
    transitions = []
    offsets = []
    initialOffset = offset
  }

  init(
    transitions: [Int64], offsets: [Int32], initialOffset: Int32, future: RecurringZoneRule?
  ) {
    self.transitions = transitions
    self.offsets = offsets
    self.initialOffset = initialOffset
    self.future = future
  }

  /// The offset at a moment. O(log transitions).
  func offset(at instant: Int64) -> Int32 {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= instant { low = middle + 1 } else { high = middle }
    }
    if low == transitions.count, let future { return future.offset(at: instant) }
    return low == 0 ? initialOffset : offsets[low - 1]
  }

  /// The offset of a local time, and how far the local time has to be moved to exist. Where clocks
  /// were put back, the earlier of two offsets is taken unless the other is preferred; where they
  /// were put forward, the local time moves on by the gap (as `java.time` does).
  func resolve(local: Int64, preferring preferred: Int32? = nil) -> (offset: Int32, shift: Int64) {
    let day: Int64 = 86_400
    let before = offset(at: local - day)
    let after = offset(at: local + day)
    let candidates = [
      before, offset(at: local - Int64(before)), offset(at: local - Int64(after)), after,
    ]
    let valid = candidates.filter { offset(at: local - Int64($0)) == $0 }
    if let preferred, valid.contains(preferred) { return (preferred, 0) }
    if let first = valid.first { return (first, 0) }
    return (after, Int64(after) - Int64(before))
  }
}
