/// Which nodes a step may arrive at: those with some labels. Nodes of one label set lie together in
/// an image, so that the test is mostly one comparison of a row.
public struct LabelFilter: Sendable {
  /// Of the rows of the base, those from `low` on, `span` of them, may pass.
  let low: UInt32
  let span: UInt32
  /// What a node must have. Nodes created since the base are always tested for it.
  let labels: [LabelCode]
  /// Whether the range tells all about the rows of the base.
  let isRange: Bool

  init(low: UInt32, span: UInt32, labels: [LabelCode] = [], isRange: Bool = true) {
    self.low = low
    self.span = span
    self.labels = labels
    self.isRange = isRange
  }

  /// Lets every node through.
  public static let everything = LabelFilter(low: 0, span: .max)
  /// Lets no node through.
  public static let nothing = LabelFilter(low: 0, span: 0)
  /// Tests each node for the labels.
  public static func testing(_ labels: [LabelCode]) -> LabelFilter {
    LabelFilter(low: 0, span: .max, labels: labels, isRange: false)
  }

  /// Whether a row of the base may pass.
  @inline(__always)
  func admits(_ row: UInt32) -> Bool { row &- low < span }
}
