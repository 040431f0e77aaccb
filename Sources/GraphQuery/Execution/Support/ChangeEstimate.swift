import PropertyGraph

/// How many bytes a change of the graph takes until it is lasting: the record in the overlay, and
/// the change with what was before, for taking it back and for the log.
enum ChangeEstimate {
  /// A created node without its properties: its record, chain, place by id, and change.
  static let node = 240
  /// A created relationship without its properties.
  static let relationship = 220
  /// A property set: the change, in a list that moves as it grows. A record of the base that is
  /// copied for it is charged apart.
  static let property = 240
  /// A label added or removed, likewise.
  static let label = 200
  /// A deletion without the properties that went with it.
  static let deletion = 160

  /// Properties of a new record: once by code, once by name.
  static func created(_ properties: PropertyMap) -> Int {
    guard !properties.isEmpty else { return 0 }
    return kept(properties) + MemoryEstimate.allocation
      + properties.count * MemoryLayout<(key: UInt32, value: Value)>.stride
  }

  /// Properties by name, as a change keeps them.
  static func kept(_ properties: PropertyMap) -> Int {
    properties.isEmpty ? 0 : MemoryEstimate.heapBytes(of: .map(properties))
  }
}
