import Diagnostics
import Glibc
import StudyFiles
import SystemFiles

/// Where a result goes.
protocol ResultSink: AnyObject {
  /// Takes a part of it in; throws `OutputClosed` when nobody wants the rest.
  func write(_ bytes: [UInt8]) throws(Diagnostic)
  /// Nothing more comes.
  func finish()
}

/// Straight to the console.
final class ConsoleSink: ResultSink {
  private let console: any ShellConsole
  init(_ console: any ShellConsole) { self.console = console }
  func write(_ bytes: [UInt8]) { console.write(bytes) }
  func finish() {}
}

/// Kept until it may be shown.
final class MemorySink: ResultSink {
  private(set) var bytes: [UInt8] = []
  func write(_ bytes: [UInt8]) { self.bytes += bytes }
  func finish() {}
}

/// To a file that results are collected in.
final class OutputFile: ResultSink {
  let path: String
  private let descriptor: Int32

  init(_ path: String) throws(Diagnostic) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Wording.unwritableOutput(path, String(cString: strerror(errno)))
    }
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8]) throws(Diagnostic) {
    do throws(SystemFailure) {
      try OpenFile.write(bytes, to: descriptor)
    } catch {
      throw Wording.unwritableOutput(path, error.reason)
    }
  }

  func finish() {}
}

/// To the terminal while it fits there, else to a pager: `$PAGER`, or `less`.
final class PagerSink: ResultSink {
  private let console: any ShellConsole
  private let height: Int
  private var waiting: [UInt8] = []
  private var lines = 0
  private var pager: UnsafeMutablePointer<FILE>?
  private var isDirect = false

  init(_ console: any ShellConsole, height: Int) {
    self.console = console
    self.height = height
  }

  func write(_ bytes: [UInt8]) throws(Diagnostic) {
    if isDirect { return console.write(bytes) }
    if let pager { return try write(bytes, to: pager) }
    waiting += bytes
    lines += bytes.count { $0 == UInt8(ascii: "\n") }
    // The prompt needs a line, the count another.
    guard lines > height - 2 else { return }
    console.end()
    setenv("LESS", "FRX", 0)
    let program = getenv("PAGER").map { String(cString: $0) } ?? "less"
    guard let pager = popen(program.isEmpty ? "cat" : program, "w") else {
      isDirect = true
      return flush()
    }
    self.pager = pager
    let begun = waiting
    waiting = []
    try write(begun, to: pager)
  }

  func finish() {
    if let pager { pclose(pager) }
    pager = nil
    flush()
  }

  private func flush() {
    if !waiting.isEmpty { console.write(waiting) }
    waiting = []
  }

  private func write(_ bytes: [UInt8], to pager: UnsafeMutablePointer<FILE>) throws(Diagnostic) {
    guard fwrite(bytes, 1, bytes.count, pager) == bytes.count, fflush(pager) == 0 else {
      throw Wording.outputClosed()
    }
  }
}
