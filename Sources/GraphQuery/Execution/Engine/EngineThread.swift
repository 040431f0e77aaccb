import Glibc

/// Runs work on a thread with a stack for the deepest statement that the parser lets through
/// (1,000 levels): the stack of an ordinary thread may be too small for it.
public enum EngineThread {
  /// Address space reserved for the stack; memory is only taken as it is used.
  private static let stackBytes = 256 * 1_048_576

  /// Runs `body` to its end on such a thread and gives its result. Falls back to the calling
  /// thread if none can be made.
  public static func run<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var outcome: Swift.Result<Result, Failure>?
    withoutActuallyEscaping(body) { body in
      let work = Work {
        do throws(Failure) {
          outcome = .success(try body())
        } catch {
          outcome = .failure(error)
        }
      }
      if !start(work) { work.body() }
    }
    guard let outcome else { return try body() }
    return try outcome.get()
  }

  /// What the thread is handed.
  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Runs the work on a new thread and waits for it; false if there is no new thread.
  private static func start(_ work: Work) -> Bool {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return false }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, stackBytes) == 0 else { return false }
    var thread = pthread_t()
    let argument = Unmanaged.passRetained(work)
    let status = pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, argument.toOpaque())
    guard status == 0 else {
      argument.release()
      return false
    }
    pthread_join(thread, nil)
    return true
  }
}
