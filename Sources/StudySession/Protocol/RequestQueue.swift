import GraphQuery
import PropertyGraph
import Synchronization

/// Hands requests from the thread that reads to the thread that answers, and carries cancellation
/// the other way round: past the queue.
final class RequestQueue: Sendable {
  /// A request with its own flag.
  struct Entry: Sendable {
    var request: ProtocolRequest
    var cancellation: CancellationFlag
  }

  private struct State {
    var waiting: [Entry] = []
    var next = 0
    var running: Entry?
    var hasEnded = false
  }

  private let state = Mutex(State())
  private let signal = ConditionSignal()

  /// Adds a request. A `cancel` takes effect at once on every unfinished request of that id, and is
  /// queued all the same, so that its reply keeps its place.
  func add(_ request: ProtocolRequest) {
    state.withLock { state in
      if case .cancel(let id) = request.kind {
        if let running = state.running, running.request.id == id { running.cancellation.cancel() }
        for entry in state.waiting[state.next...] where entry.request.id == id {
          entry.cancellation.cancel()
        }
      }
      state.waiting.append(Entry(request: request, cancellation: CancellationFlag()))
    }
    signal.raise()
  }

  /// Says that no more requests come.
  func end() {
    state.withLock { $0.hasEnded = true }
    signal.raise()
  }

  /// Cancels what runs and what waits.
  func cancelAll() {
    state.withLock { state in
      state.running?.cancellation.cancel()
      for entry in state.waiting[state.next...] { entry.cancellation.cancel() }
    }
  }

  /// The next request, waiting for one; `nil` after the last.
  func take() -> Entry? {
    while true {
      let step = state.withLock { state -> (entry: Entry?, isOver: Bool) in
        state.running = nil
        guard state.next < state.waiting.count else { return (nil, state.hasEnded) }
        let entry = state.waiting[state.next]
        state.next += 1
        if state.next > 256 {
          state.waiting.removeFirst(state.next)
          state.next = 0
        }
        state.running = entry
        return (entry, false)
      }
      if let entry = step.entry { return entry }
      if step.isOver { return nil }
      signal.wait()
    }
  }
}
