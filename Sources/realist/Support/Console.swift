import Diagnostics
import Glibc
import Synchronization
import SystemFiles

/// The terminal: bytes out, messages on standard error, colour only where a person looks.
enum Console {
  /// How much is said besides results and errors.
  enum Telling: Int {
    case results, usual, everything
  }

  private static let chosen = Atomic<Int>(Telling.usual.rawValue)

  /// How much is said besides results and errors; `--quiet` and `--verbose` set it.
  static var telling: Telling {
    get { Telling(rawValue: chosen.load(ordering: .relaxed)) ?? .usual }
    set { chosen.store(newValue.rawValue, ordering: .relaxed) }
  }

  /// Whether standard output is a terminal that wants colour.
  static var hasColor: Bool { wantsColor(STDOUT_FILENO) }

  /// Columns of the terminal on standard output; `nil` if it is none.
  static var width: Int? { size.map { $0.ws_col > 0 ? Int($0.ws_col) : 80 } }

  /// Lines of the terminal on standard output; `nil` if it is none.
  static var height: Int? { size.map { $0.ws_row > 0 ? Int($0.ws_row) : 24 } }

  private static var size: winsize? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? size : winsize()
  }

  /// Writes to standard output. A closed pipe ends the program silently: `head` has seen enough.
  static func write(_ bytes: [UInt8]) {
    write(bytes, to: STDOUT_FILENO)
  }

  /// Writes a line to standard output.
  static func line(_ text: String = "") {
    write(Array((text + "\n").utf8), to: STDOUT_FILENO)
  }

  /// Says on standard output what a command that prints no result has done, unless told to be
  /// quiet.
  static func done(_ text: String) {
    if telling != .results { line(text) }
  }

  /// Says something on standard error that is no part of a result, unless told to be quiet.
  static func note(_ text: String) {
    if telling != .results { complain(text) }
  }

  /// Says on standard error what only `--verbose` asks for.
  static func detail(_ text: @autoclosure () -> String) {
    if telling == .everything { complain(text()) }
  }

  /// Writes a line to standard error, however quiet it should be.
  static func complain(_ text: String) {
    write(Array((text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Draws a diagnostic on standard error.
  static func report(_ diagnostic: Diagnostic) {
    complain(DiagnosticRenderer(color: wantsColor(STDERR_FILENO)).render(diagnostic))
  }

  private static func wantsColor(_ descriptor: Int32) -> Bool {
    guard isatty(descriptor) == 1, getenv("NO_COLOR") == nil else { return false }
    return getenv("TERM").map { String(cString: $0) } != "dumb"
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    Progress.giveWay(isResult: descriptor == STDOUT_FILENO)
    do throws(SystemFailure) {
      try OpenFile.write(bytes, to: descriptor)
    } catch {
      if error.code == EPIPE { exit(0) }
      // Standard error itself may be what cannot be written.
      if descriptor != STDERR_FILENO {
        complain("Error: the output cannot be written: \(error.reason)")
      }
      exit(Ending.input.rawValue)
    }
  }
}
