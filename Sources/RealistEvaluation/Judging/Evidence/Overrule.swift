public import PropertyGraph

extension RecordedEvidence {
  /// A verdict that an analyst sets beside the computed one, which it never replaces.
  public struct Overrule: Sendable, Hashable {
    /// Its id.
    public var id: Text
    /// The configuration.
    public var configuration: Text
    /// The analyst's verdict.
    public var verdict: Text
    /// Why.
    public var reason: Text
    /// The analyst.
    public var judgedBy: Text
    /// When: YYYY[-MM[-DD]].
    public var date: Text

    /// An analyst's verdict.
    public init(
      id: Text, configuration: Text, verdict: Text, reason: Text, judgedBy: Text, date: Text
    ) {
      self.id = id
      self.configuration = configuration
      self.verdict = verdict
      self.reason = reason
      self.judgedBy = judgedBy
      self.date = date
    }

    /// Who says what, and when: `supported (J. Smith, 2025-03)`.
    public var phrase: String { "\(verdict) (\(judgedBy), \(date))" }

    /// The latest first; the same day by id.
    static func isLater(_ left: Overrule, _ right: Overrule) -> Bool {
      let ours = PartialDate(left.date)?.latest ?? 0
      let theirs = PartialDate(right.date)?.latest ?? 0
      return ours == theirs ? left.id > right.id : ours > theirs
    }
  }
}
