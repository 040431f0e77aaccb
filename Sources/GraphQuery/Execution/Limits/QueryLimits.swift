/// What one statement may use.
public struct QueryLimits: Sendable, Hashable {
  /// Wall time; `nil` for no limit.
  public var seconds: Double?
  /// Bytes that the statement may allocate for rows, hash tables, paths and its result. The graph
  /// itself is not counted.
  public var bytes: Int
  /// Bytes that a result kept in memory may take; more is `ResultTooLarge`.
  public var resultBytes: Int

  /// One mebibyte.
  public static let mebibyte = 1_048_576

  /// Limits; the defaults are those of every way into the engine.
  public init(
    seconds: Double? = 60, bytes: Int = 256 * QueryLimits.mebibyte, resultBytes: Int? = nil
  ) {
    self.seconds = seconds
    self.bytes = bytes
    self.resultBytes = resultBytes ?? bytes
  }
}
