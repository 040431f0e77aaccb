import Glibc

/// Says on standard error how far something long has come, after the first second and at most once
/// a second.
final class ProgressLine {
  private let start = ProgressLine.now()
  private var lastShown = ProgressLine.now()
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var hasShown = false

  /// A line, with the rate of `count` since the beginning.
  func show(_ text: String, count: Int64) {
    let now = Self.now()
    guard now - lastShown >= 1 else { return }
    lastShown = now
    hasShown = true
    let rate = Int64(Double(count) / max(now - start, 0.001))
    let line = "\(text), \(rate) a second"
    Console.note(isTerminal ? "\u{1B}[1A\u{1B}[2K\(line)" : line)
  }

  /// Takes the line away where a person looks.
  func finish() {
    if hasShown, isTerminal { Console.note("\u{1B}[1A\u{1B}[2K\u{1B}[1A") }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
