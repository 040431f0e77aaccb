/// Everything recorded on one part, voices counted and repeats named.
public struct PartCount: Sendable, Hashable {
  /// What its verdict depends on.
  public var balance = Balance()
  /// Supporting items that add no voice.
  public var supportingRepeats: [Repeat] = []
  /// Challenging items that add no voice.
  public var challengingRepeats: [Repeat] = []
  /// Items that only hope or fear.
  public var espousing: [Entry] = []
  /// Items that limit or explain.
  public var qualifying: [Entry] = []
  /// Stated searches that found nothing.
  public var silent: [Entry] = []
  /// Items not relevant to this use.
  public var setAside: [Entry] = []
  /// The coder's own items: no source, so they never count.
  public var coders: [Entry] = []

  /// Nothing recorded.
  public init() {}

  /// Items for or against, repeats included.
  public var counted: [Entry] {
    (balance.supporting + balance.challenging).flatMap(\.entries)
      + (supportingRepeats + challengingRepeats).map(\.entry)
  }
}
