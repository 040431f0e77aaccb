/// What an operator did, for `PROFILE`.
public struct OperatorProfile: Sendable, Hashable {
  /// Rows it gave.
  public var rows = 0
  /// Time spent in it and everything below it.
  public var nanoseconds: UInt64 = 0

  /// Nothing yet.
  public init() {}
}

/// Rows and times by plan node.
final class ProfileRecorder {
  private(set) var profiles: [ObjectIdentifier: OperatorProfile] = [:]

  func record(_ node: PlanNode, rows: Int, nanoseconds: UInt64) {
    profiles[ObjectIdentifier(node), default: OperatorProfile()].rows += rows
    profiles[ObjectIdentifier(node), default: OperatorProfile()].nanoseconds += nanoseconds
  }
}
