/// Which nodes a step may arrive at: those with some labels. Nodes of one label set lie together in
/// an image, so that the test is mostly one comparison of a row.
public struct LabelFilter: Sendable {
  /// Rows from `low` on, `span` of them, may pass; exactly those unless ``labels`` are still to be
  /// tested.
  let low: UInt32
  let span: UInt32
  /// What has to be tested node by node besides; none if the range tells all.
  let labels: [LabelCode]

  init(low: UInt32, span: UInt32, labels: [LabelCode] = []) {
    self.low = low
    self.span = span
    self.labels = labels
  }

  /// Lets every node through.
  public static let everything = LabelFilter(low: 0, span: .max)
  /// Lets no node through.
  public static let nothing = LabelFilter(low: 0, span: 0)
  /// Tests each node for the labels.
  public static func testing(_ labels: [LabelCode]) -> LabelFilter {
    LabelFilter(low: 0, span: .max, labels: labels)
  }

  /// Whether the range tells all.
  var isRange: Bool { labels.isEmpty }

  /// Whether a row may pass.
  @inline(__always)
  func admits(_ row: UInt32) -> Bool { row &- low < span }
}
