import PropertyGraph

/// One record of a study with its properties, as the standards ask for it.
struct ReadRecord {
  let id: Text
  let row: NodeRow
  private let properties: PropertyMap
  private let records: StudyRecords

  init?(_ row: NodeRow, in records: StudyRecords) {
    guard let id = records.id(of: row) else { return nil }
    self.id = id
    self.row = row
    self.records = records
    properties = records.graph.properties(of: row)
  }

  /// What to call it.
  var name: String { records.title(of: row).string }

  func text(_ name: Text) -> String? {
    if case .text(let text)? = properties[name] { text.string } else { nil }
  }

  func integer(_ name: Text) -> Int64? {
    if case .integer(let number)? = properties[name] { number } else { nil }
  }

  /// How many records it is linked with along a type.
  func count(_ type: Text, _ direction: TraversalDirection) -> Int {
    records.links(from: [row], type, direction).count
  }
}

extension StudyRecords {
  /// All records of a kind with their properties, in order of id.
  func read(_ kind: Text) -> [ReadRecord] { all(kind).compactMap { ReadRecord($0, in: self) } }
}
