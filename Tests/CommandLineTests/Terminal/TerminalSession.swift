import Glibc

/// The program in a terminal of its own. Nothing here sleeps: keys are sent when what they answer
/// is on the screen.
final class TerminalSession {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let master: Int32
  private let process: pid_t
  private(set) var screen: Screen
  private var isOpen = true
  private var hasEnded = false

  /// Starts a program of `shell` in a terminal.
  init(_ line: String, in shell: Shell, columns: Int = 80) throws {
    // The steps of posix_openpt, grantpt, unlockpt and ptsname, which the C library hides.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var isLocked: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, 0x4004_5431, &isLocked) == 0,
      ioctl(master, 0x8004_5430, &number) == 0
    else { throw Failure(description: "no terminal") }
    screen = Screen(columns: columns)
    var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    process = try shell.start(line, terminal: "/dev/pts/\(number)")
  }

  deinit {
    if isOpen { close(master) }
    if !hasEnded {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  /// Types.
  func type(_ text: String) throws {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure(description: "nobody reads the terminal") }
      written += count
    }
  }

  /// Types bytes that need be no text.
  func type(bytes: [UInt8]) { _ = write(master, bytes, bytes.count) }

  /// Waits until the screen is as wanted.
  func wait(
    for what: String, seconds: Int32 = 60, until isThere: (Screen) -> Bool
  ) throws {
    while !isThere(screen) {
      var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, seconds * 1_000) > 0 else {
        throw Failure(description: "no \(what) on the screen:\n\(screen.text)")
      }
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = read(master, &chunk, chunk.count)
      guard count > 0 else {
        throw Failure(description: "the program ended without \(what):\n\(screen.text)")
      }
      screen.take(Array(chunk[..<count]))
    }
  }

  /// Waits for a fresh prompt.
  func prompt() throws {
    try wait(for: "prompt") { $0.beforeCursor == "realist> " }
  }

  /// Types a line and waits for the prompt behind its answer; gives what came between.
  func answer(to line: String) throws -> String {
    try prompt()
    let before = screen.lines.count
    try type(line + "\n")
    try wait(for: "answer") { $0.lines.count > before && $0.beforeCursor == "realist> " }
    return screen.lines[before...].dropLast().joined(separator: "\n")
  }

  /// Changes the window.
  func resize(columns: Int) {
    var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    screen.resize(columns: columns)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the window.
  func hangUp() {
    close(master)
    isOpen = false
  }

  /// Waits for the program's end; gives its status, or 128 and the signal that ended it.
  func end(seconds: Int32 = 60) throws -> Int32 {
    // The terminal ends with the program, so that one that stays is told from one that is slow.
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while isOpen {
      var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, seconds * 1_000) > 0 else {
        throw Failure(description: "the program did not end:\n\(screen.text)")
      }
      let count = read(master, &chunk, chunk.count)
      guard count > 0 else { break }
      screen.take(Array(chunk[..<count]))
    }
    var ending: Int32 = 0
    while waitpid(process, &ending, 0) < 0 {
      guard errno == EINTR else { throw Failure(description: "the program is gone") }
    }
    hasEnded = true
    return ending & 0x7F == 0 ? ending >> 8 & 0xFF : 128 + (ending & 0x7F)
  }
}
