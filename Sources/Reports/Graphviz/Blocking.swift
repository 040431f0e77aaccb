import Diagnostics
import Dispatch
import Synchronization

/// The one bridge from synchronous code to `async` code in the house.
enum Blocking {
  /// Runs the work on the cooperative pool and blocks this thread until it ends. Called on a
  /// thread of the pool it would take a thread from the work that it waits for.
  static func result<Success: Sendable>(
    of work: @escaping @Sendable () async throws(Diagnostic) -> Success
  ) throws(Diagnostic) -> Success {
    let box = Box<Success>()
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      let result: Result<Success, Diagnostic>
      do throws(Diagnostic) {
        result = .success(try await work())
      } catch {
        result = .failure(error)
      }
      box.result.withLock { $0 = result }
      done.signal()
    }
    done.wait()
    guard let result = box.result.withLock({ $0 }) else {
      throw Wording.graphvizFailed("it ended without an answer")
    }
    return try result.get()
  }

  private final class Box<Success: Sendable>: Sendable {
    let result = Mutex<Result<Success, Diagnostic>?>(nil)
  }
}
