import Glibc

/// A system call that failed.
public struct SystemFailure: Error, Equatable {
  /// The system's number, such as `ENOENT`.
  public let code: Int32

  /// What the system says of it, such as "No such file or directory".
  public var reason: String { String(cString: strerror(code)) }

  /// A failure of that number.
  public init(code: Int32) { self.code = code }

  /// The failure of the call just made in this thread.
  static var last: SystemFailure { SystemFailure(code: errno) }
}
