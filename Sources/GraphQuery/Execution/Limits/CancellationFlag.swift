import Synchronization

/// Says to a running statement, from another thread, that nobody waits for it any more. The
/// statement ends with `Cancelled` at its next look, which is a few thousand steps away at most.
public final class CancellationFlag: Sendable {
  private let flag = Atomic<Bool>(false)
  private let looksTaken = Atomic<Int>(0)
  private let raisedAtLook: Int

  /// Not cancelled.
  public init() { raisedAtLook = .max }

  /// Cancelled by itself when it is looked at for the n-th time: so it can be shown, without a
  /// clock, that statements look up often enough and end when they do.
  init(raisedAtLook: Int) { self.raisedAtLook = raisedAtLook }

  /// Asks the statement to end. Safe from any thread and from a signal handler.
  public func cancel() { flag.store(true, ordering: .relaxed) }

  /// Forgets an earlier request, so that the flag can serve the next statement.
  public func reset() { flag.store(false, ordering: .relaxed) }

  /// Whether the statement was asked to end.
  public var isCancelled: Bool {
    let taken = looksTaken.add(1, ordering: .relaxed).newValue
    return taken >= raisedAtLook || flag.load(ordering: .relaxed)
  }

  /// How often anybody has looked.
  var looks: Int { looksTaken.load(ordering: .relaxed) }
}
