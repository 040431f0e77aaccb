public import Diagnostics

/// What a shell writes to: a terminal, a pipe, a test.
public protocol ShellConsole: AnyObject {
  /// Columns of the terminal; `nil` if results do not go to one.
  var width: Int? { get }
  /// Lines of the terminal; `nil` if results do not go to one.
  var height: Int? { get }
  /// Whether results may be coloured.
  var hasColor: Bool { get }
  /// Writes a part of a result.
  func write(_ bytes: [UInt8])
  /// Says something that is no part of a result.
  func note(_ text: String)
  /// Something begins that may take its time; what is written meanwhile makes it end.
  func begin(_ what: String)
  /// It is done.
  func end()
  /// Draws a diagnostic.
  func report(_ diagnostic: Diagnostic)
}

extension ShellConsole {
  /// Most say nothing.
  public func begin(_ what: String) {}
  /// Most say nothing.
  public func end() {}
  /// Writes a line.
  func line(_ text: String = "") { write(Array((text + "\n").utf8)) }
}
