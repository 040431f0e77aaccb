import PropertyGraph

/// The integers that `range` gives, without giving them yet: `UNWIND range(1, 1000000000)` needs no
/// list.
struct IntegerRange {
  private let start: Int64
  private let step: Int64
  /// How many there are; `Int.max` where that is no `Int`.
  let count: Int

  /// Reads the arguments of `range`, none of which is null.
  init(_ values: [Value]) throws(EvaluationError) {
    let arguments = Arguments("range", values)
    start = try arguments.integer(0)
    let end = try arguments.integer(1)
    step = values.count > 2 ? try arguments.integer(2) : 1
    guard step != 0 else { throw FunctionsWording.zeroStep() }
    guard step > 0 ? start <= end : start >= end else {
      count = 0
      return
    }
    // Distances are unsigned: from the smallest integer to the largest is more than Int64 holds.
    let distance = step > 0 ? UInt64(bitPattern: end &- start) : UInt64(bitPattern: start &- end)
    let steps = distance / step.magnitude
    count = steps >= UInt64(Int.max) ? Int.max : Int(steps) + 1
  }

  /// No integers.
  static let none = IntegerRange()

  private init() {
    start = 0
    step = 1
    count = 0
  }

  /// The integer at a place from 0.
  subscript(place: Int) -> Int64 { start &+ Int64(place) &* step }
}
