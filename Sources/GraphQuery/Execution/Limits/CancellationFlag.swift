import Synchronization

/// Says to a running statement, from another thread, that nobody waits for it any more. The
/// statement ends with `Cancelled` at its next look, which is at most a batch away.
public final class CancellationFlag: Sendable {
  private let flag = Atomic<Bool>(false)

  /// Not cancelled.
  public init() {}

  /// Asks the statement to end. Safe from any thread and from a signal handler.
  public func cancel() { flag.store(true, ordering: .relaxed) }

  /// Forgets an earlier request, so that the flag can serve the next statement.
  public func reset() { flag.store(false, ordering: .relaxed) }

  /// Whether the statement was asked to end.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
