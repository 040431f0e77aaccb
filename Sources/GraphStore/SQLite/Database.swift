import CSQLite
public import Diagnostics
import PropertyGraph

/// One connection to a SQLite file. Not shared between threads, but ``interrupt()`` may come from
/// any.
public final class Database {
  /// How a file is opened.
  public enum Access: Sendable, Hashable {
    /// Reads and writes.
    case readWrite
    /// Reads; still takes part in the write-ahead log, for which the folder must be writable.
    case readOnly
    /// Reads a file that nobody changes: no locks, no log.
    case immutable
  }

  /// The file.
  public let path: String
  /// How it was opened.
  public let access: Access
  private(set) var handle: OpaquePointer?
  /// Statements that every commit needs, by their text.
  private var cache: [Text: SQLStatement] = [:]
  /// Whether a transaction is open.
  public var isInTransaction: Bool { handle.map { sqlite3_get_autocommit($0) == 0 } ?? false }

  /// Opens a file.
  ///
  /// - Parameter creates: whether the file is made if it does not exist.
  ///
  /// Throws `CannotOpen`, `Corrupt` and what SQLite reports.
  public init(_ path: String, access: Access, creates: Bool = false) throws(Diagnostic) {
    self.path = path
    self.access = access
    var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    var name = path
    switch access {
    case .readWrite, .readOnly:
      flags |= SQLITE_OPEN_READWRITE | (creates ? SQLITE_OPEN_CREATE : 0)
    case .immutable:
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      name = "file:" + Self.percentEncoded(path) + "?immutable=1"
    }
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(name, &opened, flags, nil)
    handle = opened
    guard code == SQLITE_OK else { throw failure(code, "") }
    sqlite3_busy_timeout(opened, 5_000)
    if access == .readOnly { try execute("PRAGMA query_only = ON") }
  }

  deinit { close() }

  /// Closes the connection; statements of it must be gone.
  public func close() {
    cache = [:]
    sqlite3_close_v2(handle)
    handle = nil
  }

  /// How long to wait for another writer before `Busy`. 5 seconds unless set.
  public func setBusyTimeout(milliseconds: Int) {
    sqlite3_busy_timeout(handle, Int32(clamping: milliseconds))
  }

  /// Ends what the connection is doing with `Cancelled`.
  public func interrupt() { sqlite3_interrupt(handle) }

  /// Runs statements that give no rows.
  public func execute(_ sql: String) throws(Diagnostic) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code, sql) }
  }

  /// Prepares one statement.
  public func prepare(_ sql: String) throws(Diagnostic) -> SQLStatement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement, let handle else { throw failure(code, sql) }
    return SQLStatement(statement, of: handle, path: path, sql: sql)
  }

  /// Runs `body` on a statement that is prepared once and kept; not twice at the same time.
  func withCached<Result>(
    _ sql: String, _ body: (SQLStatement) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let statement: SQLStatement
    let key = Text(sql)
    if let known = cache[key] {
      statement = known
    } else {
      statement = try prepare(sql)
      cache[key] = statement
    }
    // A statement that still stands on a row would keep its read lock.
    defer { statement.reset() }
    return try body(statement)
  }

  /// The first column of the first row as an integer; `nil` if there is none.
  public func integer(_ sql: String) throws(Diagnostic) -> Int64? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// Runs `body` in a transaction: all of it or, if it throws, nothing.
  ///
  /// - Parameter writes: whether to wait for the write lock at the start.
  public func transaction<Result>(
    writes: Bool, _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    try execute(writes ? "BEGIN IMMEDIATE" : "BEGIN")
    let result: Result
    do throws(Diagnostic) {
      result = try body()
      try execute("COMMIT")
    } catch {
      rollback()
      throw error
    }
    return result
  }

  /// Takes back the open transaction, if there is one.
  public func rollback() {
    // A failed statement may have ended the transaction already; there is nothing to report.
    guard isInTransaction else { return }
    try? withCached("ROLLBACK") { statement throws(Diagnostic) in try statement.run() }
  }

  /// Begins a transaction that reads.
  func beginReading() throws(Diagnostic) {
    try withCached("BEGIN") { statement throws(Diagnostic) in try statement.run() }
  }

  /// Number of rows that the last statement changed.
  public var changedRows: Int { Int(sqlite3_changes(handle)) }

  /// Gives SQL a function without arguments that returns a number.
  func register(function name: String) throws(Diagnostic) {
    let flags = SQLITE_UTF8 | SQLITE_INNOCUOUS | SQLITE_DETERMINISTIC
    let code = sqlite3_create_function_v2(
      handle, name, 0, flags, nil, { context, _, _ in sqlite3_result_int(context, 1) }, nil, nil,
      nil)
    guard code == SQLITE_OK else { throw failure(code, name) }
  }

  private func failure(_ code: Int32, _ sql: String) -> Diagnostic {
    Self.failure(code, handle, path, sql)
  }

  /// The diagnostic of a result code.
  static func failure(
    _ code: Int32, _ connection: OpaquePointer?, _ path: String, _ sql: String
  ) -> Diagnostic {
    let message = connection.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
    let system = connection.map { sqlite3_system_errno($0) } ?? 0
    return Wording.failure(
      code: code, system: system, message: message, sql: sql, path: path)
  }

  /// A path as it stands in a URI.
  static func percentEncoded(_ path: String) -> String {
    var encoded = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return encoded
  }
}
