import Diagnostics
import GraphQuery
import PropertyGraph

/// Finds the record that a reference of a statement means, among the kinds that fit there. The query
/// language and the judge take it from there.
struct RecordReference {
  let run: EvidenceLoader.Run

  /// A record.
  struct Found: Sendable, Hashable {
    let id: Text
    let kind: Text
    let title: Text

    /// What to call it.
    var named: RecordedEvidence.Title { RecordedEvidence.Title(id: id, title: title) }
  }

  /// The record. One query; a second one only to say what there is. Throws `UnknownReference`, and
  /// `WrongKind` for a record that does not fit, with how to test it if that was meant.
  func resolve(
    _ reference: Reference, kinds: [Text], _ parameters: PropertyMap, toTest: Bool = false
  ) throws -> Found {
    let id = try reference.id(in: parameters)
    let found = try rows("MATCH (n {id: $id}) RETURN labels(n)[0], n.title", ["id": .text(id)])
    for row in found {
      if let kind = row.text(0), kinds.contains(kind) {
        return Found(id: id, kind: kind, title: row.text(1) ?? "")
      }
    }
    if let kind = found.first?.text(0) {
      throw Wording.wrongKind(
        id, kind, expected: kinds,
        testInstead: toTest ? Testable.advice(on: id, ofKind: kind) : nil
      ).at(reference.span, in: nil)
    }
    let records = try rows("MATCH (n) RETURN n.id, labels(n)[0] ORDER BY n.id").compactMap(\.pair)
    throw Wording.unknownRecord(id, kinds: kinds, among: records).at(reference.span, in: nil)
  }

  private func rows(_ query: String, _ parameters: PropertyMap = PropertyMap()) throws
    -> [ResultRow]
  {
    try run(query, parameters).rows.map(ResultRow.init(values:))
  }
}
