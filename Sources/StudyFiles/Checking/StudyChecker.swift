import Diagnostics
import PropertyGraph
import RealistEvaluation

/// Checks a study as a whole: ids are unique, links lead somewhere, to a kind that may stand there.
/// What fails is taken out of the contents and reported.
enum StudyChecker {
  static func check(_ contents: inout StudyContents) {
    let kindOfID = removeDuplicates(&contents)
    let incomplete = removeBrokenLinks(&contents, kindOfID: kindOfID)
    CoverageChecker.check(&contents, except: incomplete)
    RivalChecker.check(&contents)
    LineageChecker.check(&contents)
    reportMissingProperties(&contents)
    contents.findings.sort { left, right in place(left) < place(right) }
  }

  private static func removeDuplicates(_ contents: inout StudyContents) -> [Text: Text] {
    var kindOfID: [Text: Text] = [:]
    var firstPlace: [Text: String] = [:]
    var kept: [StudyRecord] = []
    kept.reserveCapacity(contents.records.count)
    for record in contents.records {
      if let first = firstPlace[record.id] {
        report(Wording.duplicateID(record.id, first: first), at: record.place, in: &contents)
      } else {
        firstPlace[record.id] = describe(record.place, in: contents)
        kindOfID[record.id] = record.kind.name
        kept.append(record)
      }
    }
    contents.records = kept
    return kindOfID
  }

  /// Returns the records that lost a link they write: what follows from that is not said again.
  private static func removeBrokenLinks(
    _ contents: inout StudyContents, kindOfID: [Text: Text]
  ) -> Set<Text> {
    var incomplete: Set<Text> = []
    var kept: [StudyLink] = []
    kept.reserveCapacity(contents.links.count)
    var ids: [String]?
    let unread = unreadFiles(contents)
    for link in contents.links {
      guard let ownerKind = kindOfID[link.owner] else { continue }
      guard let targetKind = kindOfID[link.target] else {
        if ids == nil { ids = kindOfID.keys.map(\.string) }
        let nearest = NearestName.of(link.target.string, among: ids ?? [])
        report(
          Wording.unknownID(link.target, nearest: nearest, unread: unread),
          at: link.place, in: &contents)
        incomplete.insert(link.owner)
        continue
      }
      let isForward = link.type.owner == .from
      let isAllowed = link.type.allows(
        from: isForward ? ownerKind : targetKind, to: isForward ? targetKind : ownerKind)
      guard isAllowed else {
        report(
          Wording.wrongKind(
            link.target, is: targetKind, key: link.type.key,
            expected: link.type.targets(whenOwnedBy: ownerKind)),
          at: link.place, in: &contents)
        incomplete.insert(link.owner)
        continue
      }
      kept.append(link)
    }
    contents.links = kept
    return incomplete
  }

  /// Files of which nothing could be read: what others refer to may stand there.
  private static func unreadFiles(_ contents: StudyContents) -> [String] {
    let homes = Set(contents.records.map(\.home))
    return contents.findings.compactMap(\.source?.name).filter { !homes.contains(Text($0)) }
  }

  private static func reportMissingProperties(_ contents: inout StudyContents) {
    for record in contents.records {
      for property in record.kind.properties
      where property.isRequired && record.properties[property.name] == nil {
        report(
          Wording.missingProperty(property.key, of: record.id, kind: record.kind.name),
          at: record.place, in: &contents)
      }
    }
  }

  static func report(
    _ diagnostic: Diagnostic, at place: StudyPlace?, in contents: inout StudyContents
  ) {
    guard let place, contents.files.indices.contains(place.file) else {
      contents.findings.append(diagnostic)
      return
    }
    contents.findings.append(diagnostic.at(place.span, in: contents.files[place.file]))
  }

  private static func describe(_ place: StudyPlace?, in contents: StudyContents) -> String {
    guard let place, contents.files.indices.contains(place.file) else { return "another record" }
    let source = contents.files[place.file]
    let position = source.position(at: place.span.lowerBound)
    return "\(source.name):\(position.line)"
  }

  private static func place(_ diagnostic: Diagnostic) -> (String, Int, String) {
    (diagnostic.source?.name ?? "", diagnostic.span?.lowerBound ?? 0, diagnostic.message)
  }
}
