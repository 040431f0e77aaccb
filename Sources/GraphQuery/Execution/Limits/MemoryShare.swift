import Diagnostics
import PropertyGraph

/// Memory that one operator holds, so that it gives back exactly what it took.
struct MemoryShare {
  private let budget: QueryBudget
  private let user: String
  private(set) var bytes = 0

  init(_ budget: QueryBudget, user: String) {
    self.budget = budget
    self.user = user
  }

  mutating func charge(_ more: Int) throws(Diagnostic) {
    bytes += more
    try budget.charge(more, for: user)
  }

  /// Takes or gives back so that the share is `total`.
  mutating func set(_ total: Int) throws(Diagnostic) {
    let difference = total - bytes
    if difference > 0 {
      try charge(difference)
    } else if difference < 0 {
      bytes = total
      budget.release(-difference)
    }
  }

  mutating func release(_ less: Int) {
    bytes -= less
    budget.release(less)
  }

  mutating func releaseAll() {
    budget.release(bytes)
    bytes = 0
  }
}

/// What expressions have built for rows on their way: its bytes, and those values that take long to
/// free.
struct HeldValues {
  var bytes = 0
  var values: [Value] = []

  static func += (left: inout HeldValues, right: HeldValues) {
    left.bytes += right.bytes
    if !right.values.isEmpty { left.values += right.values }
  }
}
