import Glibc
import Synchronization

/// Says on standard error what takes longer than a second, and for how long: a line that comes and
/// goes where a person looks, elsewhere only what `--verbose` asks for.
enum Progress {
  private struct State {
    var what = ""
    var since = 0.0
    var isActive = false
    /// Whether the line stands on the terminal.
    var isShown = false
    /// Once a result is on its way, it is the progress.
    var hasOutput = false
    var hasThread = false
    var lastSecond = 0
  }

  private static let state = Mutex(State())
  private static let isTerminal = isatty(STDERR_FILENO) == 1
  private static let resultsGoToTerminal = isatty(STDOUT_FILENO) == 1

  /// From now on this is what takes its time; on something that has begun already only the words
  /// change.
  static func begin(_ what: String) {
    guard Console.telling != .results, isTerminal || Console.telling == .everything else { return }
    let needsThread = state.withLock { state in
      state.what = what
      guard !state.isActive else { return false }
      state.isActive = true
      state.hasOutput = false
      state.since = now()
      state.lastSecond = 0
      defer { state.hasThread = true }
      return !state.hasThread
    }
    guard needsThread else { return }
    var thread = pthread_t()
    pthread_create(&thread, nil, { _ in Progress.watch() }, nil)
    pthread_detach(thread)
  }

  /// It is done.
  static func end() {
    state.withLock { state in
      erase(&state)
      state.isActive = false
    }
  }

  /// Makes room for something that is written now.
  static func giveWay(isResult: Bool) {
    state.withLock { state in
      guard state.isActive else { return }
      erase(&state)
      if isResult, resultsGoToTerminal { state.hasOutput = true }
    }
  }

  /// Ends with what it watches, so that a session that waits for a person costs nothing.
  private static func watch() -> UnsafeMutableRawPointer? {
    while true {
      usleep(200_000)
      let isDone = state.withLock { state in
        guard state.isActive else {
          state.hasThread = false
          return true
        }
        show(&state)
        return false
      }
      if isDone { return nil }
    }
  }

  private static func show(_ state: inout State) {
    let second = Int(now() - state.since)
    guard !state.hasOutput, second > state.lastSecond else { return }
    state.lastSecond = second
    let line = "\(state.what), \(second) s"
    // Not through the console: it would wait for us.
    let bytes = Array((isTerminal ? "\r\u{1B}[K\(line)" : line + "\n").utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
    state.isShown = isTerminal
  }

  private static func erase(_ state: inout State) {
    guard state.isShown else { return }
    let bytes = Array("\r\u{1B}[K".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
    state.isShown = false
  }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
