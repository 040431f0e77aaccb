import CSQLite
public import Diagnostics
public import PropertyGraph

/// One prepared statement. Bind, step until it gives no more rows, reset, again.
public final class SQLStatement {
  private let handle: OpaquePointer
  /// The connection, not its owner, which may keep this statement; SQLite keeps the connection alive
  /// until the statement is gone.
  private let connection: OpaquePointer
  private let path: String
  private let sql: String
  /// Tells SQLite to copy what is bound.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ handle: OpaquePointer, of connection: OpaquePointer, path: String, sql: String) {
    self.handle = handle
    self.connection = connection
    self.path = path
    self.sql = sql
  }

  deinit { sqlite3_finalize(handle) }

  /// Goes to the next row; `false` when there is none.
  public func step() throws(Diagnostic) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let failure = Database.failure(code, connection, path, sql)
      sqlite3_reset(handle)
      throw failure
    }
  }

  /// Runs a statement that gives no rows and makes it ready to run again.
  public func run() throws(Diagnostic) {
    while try step() {}
    reset()
  }

  /// Runs it with UTF-8 bytes for the parameter `index`, which are not copied.
  func run(_ index: Int32, utf8 bytes: [UInt8]) throws(Diagnostic) {
    var failure: Diagnostic?
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        // Static for SQLite: the buffer outlives the step, and the binding is taken away after it.
        _ = sqlite3_bind_text64(
          handle, index, characters.baseAddress, UInt64(buffer.count), nil, UInt8(SQLITE_UTF8))
        do throws(Diagnostic) { try run() } catch { failure = error }
        sqlite3_bind_null(handle, index)
      }
    }
    if let failure { throw failure }
  }

  /// Makes the statement ready to run again; bindings stay.
  public func reset() { sqlite3_reset(handle) }

  // MARK: Binding; indexes count from 1

  /// Binds an integer.
  public func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }

  /// Binds a text, or null for `nil`.
  public func bind(_ index: Int32, _ value: Text?) {
    guard let value else { return bindNull(index) }
    value.withBytes { bindText(index, $0) }
  }

  /// Binds UTF-8 bytes as a text.
  public func bind(_ index: Int32, utf8 bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bindText(index, $0) }
  }

  /// Binds null.
  public func bindNull(_ index: Int32) { sqlite3_bind_null(handle, index) }

  private func bindText(_ index: Int32, _ bytes: UnsafeBufferPointer<UInt8>) {
    // An empty buffer may have no address, which SQLite would take for null.
    guard let base = bytes.baseAddress, bytes.count > 0 else {
      sqlite3_bind_text(handle, index, "", 0, Self.copied)
      return
    }
    base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
      _ = sqlite3_bind_text64(
        handle, index, characters, UInt64(bytes.count), Self.copied, UInt8(SQLITE_UTF8))
    }
  }

  // MARK: Columns of the row; indexes count from 0

  /// The column as an integer.
  public func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// The column as a floating-point number.
  public func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  /// Whether the column is null.
  public func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// The column as a text, `nil` for null.
  public func text(_ column: Int32) -> Text? {
    withBytes(column) { Text(utf8: $0) }
  }

  /// Runs `body` over the bytes of a text column without copying; `nil` for null.
  public func withBytes<Result>(
    _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result? {
    guard let bytes = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return try body(UnsafeBufferPointer(start: bytes, count: count))
  }

  private func withBytes<Result>(
    _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    guard let bytes = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return body(UnsafeBufferPointer(start: bytes, count: count))
  }
}
