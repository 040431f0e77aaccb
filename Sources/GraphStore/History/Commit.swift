public import PropertyGraph

/// Who changes a graph, and why.
public struct CommitNote: Sendable, Hashable {
  /// Who.
  public var author: Text?
  /// Why, in the person's words.
  public var reason: Text?
  /// The statement that did it, or what stands for one (`load Graph/`).
  public var statement: Text?

  /// A note.
  public init(author: Text? = nil, reason: Text? = nil, statement: Text? = nil) {
    self.author = author
    self.reason = reason
    self.statement = statement
  }
}

/// One committed revision as the log has it.
public struct Commit: Sendable {
  /// Its number; the first is 1.
  public let revision: Int64
  /// When, in UTC: `2026-11-22T08:10:15Z`.
  public let time: Text
  /// Who and why.
  public let note: CommitNote
  /// Whether it loaded a whole graph at once; then the log does not list the changes.
  public let isWholeGraph: Bool
}
