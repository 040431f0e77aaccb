/// The verdict on one part of a configuration, with everything it rests on.
public struct PartVerdict: Sendable, Hashable {
  /// The part.
  public let part: Part
  /// The verdict as shown; a link whose mechanism is not enacted shows *untested*.
  public var word: PartWord
  /// The verdict that the part's own evidence gives.
  public let computed: PartWord
  /// The rule that gave it, 1 to 9.
  public let rule: Int
  /// What it rests on.
  public let count: PartCount
  /// Documents that espouse the element itself.
  public let espousals: [RecordedEvidence.Espousal]
  /// Said and seen.
  public let cell: Cell

  /// Whether anybody says that it is, or is not, the case.
  public var isEvidenced: Bool {
    !count.balance.supporting.isEmpty || !count.balance.challenging.isEmpty
  }

  /// Whether anybody observed it, or its absence.
  public var isObserved: Bool {
    (count.balance.supporting + count.balance.challenging).contains(where: \.isObserved)
  }
}
