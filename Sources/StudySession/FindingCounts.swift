public import Diagnostics

/// How many findings a study has: shown beside every answer of an unsound one.
public struct FindingCounts: Sendable, Hashable {
  /// Findings that mean that something was left out.
  public var errors: Int
  /// Findings that do not.
  public var warnings: Int

  /// The given numbers.
  public init(errors: Int = 0, warnings: Int = 0) {
    self.errors = errors
    self.warnings = warnings
  }

  /// Counts findings; notes do not count.
  public init(_ findings: [Diagnostic]) {
    errors = findings.count { $0.severity == .error }
    warnings = findings.count { $0.severity == .warning }
  }

  /// Whether there are none.
  public var isEmpty: Bool { errors == 0 && warnings == 0 }

  /// `2 errors and 1 warning`.
  public var summary: String {
    let parts = [Self.phrase(errors, "error"), Self.phrase(warnings, "warning")].compactMap { $0 }
    return parts.isEmpty ? "no findings" : parts.joined(separator: " and ")
  }

  private static func phrase(_ count: Int, _ word: String) -> String? {
    count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
