import Diagnostics
import PropertyGraph
import RealistEvaluation

/// Finds entries of `covers` that name no part of the configuration they bear on: they would count
/// nowhere, silently. A part is an element of the configuration, one slot of it
/// (`meeting.resource`), a link between two elements (`meeting -> trust`), or all of them as one
/// account (`thread`).
enum CoverageChecker {
  static func check(_ contents: inout StudyContents, except incomplete: Set<Text>) {
    var elements: [Text: [Text]] = [:]
    let kinds: Set<Text> = ["Context", "Mechanism", "Outcome"]
    var kindOfID: [Text: Text] = [:]
    for record in contents.records { kindOfID[record.id] = record.kind.name }
    for link in contents.links where kindOfID[link.from] == "Configuration" {
      if let kind = kindOfID[link.to], kinds.contains(kind) {
        elements[link.from, default: []].append(link.to)
      }
    }
    for link in contents.links where kindOfID[link.to] == "Configuration" {
      if incomplete.contains(link.to) { continue }
      guard case .list(let entries)? = link.properties["covers"] else { continue }
      let parts = elements[link.to] ?? []
      for case .text(let entry) in entries where !isPart(entry, of: parts) {
        StudyChecker.report(
          Wording.coversNoPart(entry, of: link.to, parts: parts.map(\.string)), at: link.place,
          in: &contents)
      }
    }
  }

  private static func isPart(_ entry: Text, of elements: [Text]) -> Bool {
    if entry == "thread" { return true }
    let ends = entry.string.split(separator: "->", omittingEmptySubsequences: false)
    return ends.count <= 2 && ends.allSatisfy { elements.contains(element(of: $0)) }
  }

  /// The element that one end of an entry names, without blanks and slot.
  private static func element(of end: Substring) -> Text {
    var name = end.drop { $0 == " " }
    while name.last == " " { name.removeLast() }
    for slot in [".resource", ".reasoning"] where name.hasSuffix(slot) {
      return Text(String(name.dropLast(slot.count)))
    }
    return Text(String(name))
  }
}
