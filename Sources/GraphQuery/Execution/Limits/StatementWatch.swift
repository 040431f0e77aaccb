public import Diagnostics

/// Whether anybody still waits for a statement, for the long loops of those who extend the language:
/// they may look from any thread. Once it is over it stays over, so a loop may stop short as soon as
/// it sees that, and whoever started it checks before anything of it is used.
public struct StatementWatch: Sendable {
  private let cancellation: CancellationFlag?
  private let seconds: Double?
  private let deadline: UInt64?

  /// Nobody limits it.
  public static let endless = StatementWatch(seconds: nil)

  /// The time begins now.
  init(cancellation: CancellationFlag? = nil, seconds: Double?) {
    self.cancellation = cancellation
    self.seconds = seconds
    deadline = seconds.map { seconds in
      let nanoseconds = min(max(seconds, 0), 1e9) * 1e9
      return QueryBudget.now() + UInt64(nanoseconds)
    }
  }

  /// Whether the statement was cancelled or its time is up. Costs a look at the clock.
  public var isOver: Bool { cancellation?.isCancelled ?? false || isLate }

  /// Throws `Cancelled` or `TimeLimit` if so.
  public func check() throws(Diagnostic) {
    if let cancellation, cancellation.isCancelled { throw ExecutionWording.cancelled() }
    if isLate { throw ExecutionWording.timeLimit(seconds: seconds ?? 0) }
  }

  private var isLate: Bool {
    guard let deadline else { return false }
    return QueryBudget.now() >= deadline
  }
}
