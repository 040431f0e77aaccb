import Diagnostics
import Glibc
import PropertyGraph

/// The one account of what a statement uses: time, memory, and whether anybody still waits for it.
/// Looked at each batch and every 4,096 steps of a long loop.
final class QueryBudget {
  private static let stepsBetweenLooks = 4_096

  private let limits: QueryLimits
  /// Whether anybody still waits.
  let watch: StatementWatch
  private var stepsUntilLook = QueryBudget.stepsBetweenLooks
  /// Bytes charged and not yet released.
  private(set) var usedBytes = 0
  /// The most that was ever charged at one time.
  private(set) var peakBytes = 0
  private var resultBytes = 0
  private var leftovers: [Any] = []
  /// Whether it has said that the statement must end.
  private(set) var isStopped = false

  init(limits: QueryLimits, cancellation: CancellationFlag? = nil) {
    self.limits = limits
    watch = StatementWatch(cancellation: cancellation, seconds: limits.seconds)
  }

  /// Looks at the clock and the flag.
  func check() throws(Diagnostic) {
    do throws(Diagnostic) {
      try watch.check()
    } catch {
      isStopped = true
      throw error
    }
  }

  /// Counts steps of a loop and looks now and then.
  @inline(__always)
  func step(_ count: Int = 1) throws(Diagnostic) {
    stepsUntilLook -= count
    if stepsUntilLook <= 0 {
      stepsUntilLook = Self.stepsBetweenLooks
      try check()
    }
  }

  /// Counts the work that a value of that size makes, besides the step itself.
  @inline(__always)
  func step(over bytes: Int) throws(Diagnostic) {
    try step(1 &+ bytes >> 6)
  }

  /// Holds on to what a failing statement has built: to free it may take longer than anyone should
  /// wait for the answer. Whoever runs the statement lets go of the budget afterwards.
  func leave(_ thing: Any) { leftovers.append(thing) }

  /// Lets go of what was left.
  func forgetLeftovers() { leftovers = [] }

  /// The same where it is not known whether the statement fails.
  func leaveIfStopped(_ thing: @autoclosure () -> Any) {
    if isStopped { leave(thing()) }
  }

  /// Takes memory for an operator; the message of `MemoryLimit` names it.
  func charge(_ bytes: Int, for user: String) throws(Diagnostic) {
    usedBytes += bytes
    if usedBytes > peakBytes { peakBytes = usedBytes }
    if usedBytes > limits.bytes {
      throw ExecutionWording.memoryLimit(bytes: limits.bytes, user: user)
    }
  }

  // MARK: Values on their way

  /// Bytes of values that expressions have built and nobody has taken over.
  private(set) var heldBytes = 0

  /// Of these values those that take long to free, each with ``heldBytes`` when it was there.
  private var longValues: [(value: Value, level: Int)] = []
  private static let longList = 65_536

  /// Takes memory for a value that an expression builds.
  func hold(_ bytes: Int, for user: String) throws(Diagnostic) {
    heldBytes += bytes
    try charge(bytes, for: user)
  }

  /// Holds on to a value that has just been built, and that takes long to free, for as long as its
  /// bytes are held: if the statement is stopped meanwhile, nobody waits until it is gone.
  @inline(__always)
  func keep(_ value: Value) {
    guard case .list(let elements) = value, elements.count >= Self.longList else { return }
    longValues.append((value, heldBytes))
  }

  private func forgetLongValues(above level: Int) {
    while let last = longValues.last, last.level > level {
      leaveIfStopped(last.value)
      longValues.removeLast()
    }
  }

  /// Takes memory for the values that an expression gives for the rows of a batch, a little at a
  /// time: `holding` collects, and is 0 again when it has been taken.
  @inline(__always)
  func hold(_ value: Value, _ holding: inout Int, for user: String) throws(Diagnostic) {
    switch value {
    case .list, .map, .text: holding &+= MemoryEstimate.shallowHeapBytes(of: value)
    default: return
    }
    if holding > 65_536 {
      try holdAll(&holding, for: user)
      keep(value)
    }
  }

  func holdAll(_ holding: inout Int, for user: String) throws(Diagnostic) {
    if holding == 0 { return }
    let bytes = holding
    holding = 0
    try hold(bytes, for: user)
  }

  /// Gives back what has been held since ``heldBytes`` was `mark`: the values are gone, or whoever
  /// keeps them has been charged.
  func letGo(downTo mark: Int) {
    release(heldBytes - mark)
    heldBytes = mark
    if !longValues.isEmpty { forgetLongValues(above: mark) }
  }

  /// Gives back so many bytes held since `mark`, but not what has been held after them.
  func letGo(_ bytes: Int, since mark: Int) {
    release(bytes)
    heldBytes -= bytes
    if longValues.isEmpty { return }
    var later: [(value: Value, level: Int)] = []
    while let last = longValues.last, last.level > mark + bytes {
      later.append((last.value, last.level - bytes))
      longValues.removeLast()
    }
    forgetLongValues(above: mark)
    longValues += later.reversed()
  }

  /// Hands over what has been held since; the caller gives it back.
  func takeOver(downTo mark: Int) -> HeldValues {
    defer { heldBytes = mark }
    var taken = HeldValues(bytes: heldBytes - mark)
    while let last = longValues.last, last.level > mark {
      taken.values.append(last.value)
      longValues.removeLast()
    }
    return taken
  }

  /// Gives back what was taken over.
  func letGo(_ held: inout HeldValues) {
    release(held.bytes)
    if isStopped, !held.values.isEmpty { leave(held.values) }
    held = HeldValues()
  }

  /// Gives memory back.
  func release(_ bytes: Int) { usedBytes -= bytes }

  /// Fails if that much more would be too much, without taking it: for values that are about to
  /// be built and whose owner will be charged.
  func foresee(_ bytes: Int, for user: String) throws(Diagnostic) {
    if bytes > limits.bytes || usedBytes + bytes > limits.bytes {
      throw ExecutionWording.memoryLimit(bytes: limits.bytes, user: user)
    }
  }

  /// ``foresee(_:for:)`` and ``check()`` as a function of the language calls them.
  func foresight(for user: String) -> (_ bytes: Int) throws(EvaluationError) -> Void {
    { [self] (bytes) throws(EvaluationError) in
      do throws(Diagnostic) {
        try check()
        try foresee(bytes, for: user)
      } catch {
        throw EvaluationError(code: error.code, error.message, help: error.help)
      }
    }
  }

  /// Takes memory for rows of the result.
  func chargeResult(_ bytes: Int) throws(Diagnostic) {
    resultBytes += bytes
    usedBytes += bytes
    peakBytes = max(peakBytes, usedBytes)
    if resultBytes > limits.resultBytes || usedBytes > limits.bytes {
      throw ExecutionWording.resultTooLarge(bytes: min(limits.resultBytes, limits.bytes))
    }
  }

  /// Nanoseconds of a clock that only goes forward.
  static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
