import Diagnostics
import PropertyGraph
import RealistEvaluation

/// Writes one file of a study: the header's record first, then one section for each kind.
struct FileWriter {
  let header: StudyFileHeader
  let vocabulary: Vocabulary
  /// Links by the id of the record that writes them.
  let links: [Text: [StudyLink]]
  let kindOfID: [Text: Text]

  func bytes(of records: [StudyRecord]) throws(Diagnostic) -> [UInt8] {
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    if let kind = header.kind.flatMap({ vocabulary.kind(named: $0) }), let id = header.id {
      pairs.append((.word(kind.key.string), YAMLForm.text(id)))
      if let own = records.first(where: { isHeaderRecord($0) }) { pairs += self.pairs(of: own) }
    }
    for kind in vocabulary.kinds {
      let section = records.filter { $0.kind.name == kind.name && !isHeaderRecord($0) }
        .sorted { $0.id < $1.id }
      guard !section.isEmpty else { continue }
      let entries = section.map { record in
        (YAMLForm.text(record.id), YAMLNode.mapping(self.pairs(of: record), isFlow: false))
      }
      pairs.append((.word(kind.section.string), .mapping(entries, isFlow: false)))
    }
    return try YAMLForm.bytes(of: pairs)
  }

  private func isHeaderRecord(_ record: StudyRecord) -> Bool {
    record.id == header.id && record.kind.name == header.kind
  }

  private func pairs(of record: StudyRecord) -> [(key: YAMLNode, value: YAMLNode)] {
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    for property in record.kind.properties {
      if let value = record.properties[property.name] {
        pairs.append((.word(property.key.string), YAMLForm.node(of: value)))
      }
    }
    let own = links[record.id] ?? []
    var written: [Text] = []
    for type in vocabulary.linkTypes(ownedBy: record.kind.name) where !written.contains(type.key) {
      written.append(type.key)
      let group = own.filter { $0.type.key == type.key }
      if let node = node(of: group, ownedBy: record) {
        pairs.append((.word(type.key.string), node))
      }
    }
    return pairs
  }

  /// One link alone as an id or a map, several as a list; `nil` if the header says it all.
  private func node(of links: [StudyLink], ownedBy record: StudyRecord) -> YAMLNode? {
    guard let first = links.first else { return nil }
    let isImplied =
      links.count == 1 && first.type.name == "HAS_CONFIGURATION" && header.kind == "Theory"
      && first.from == header.id && first.properties.isEmpty
    if isImplied { return nil }
    let isPlain = links.allSatisfy { $0.properties.isEmpty && $0.type.referenceKey == nil }
    if isPlain {
      let ids = links.map { YAMLForm.text($0.target) }
      return ids.count == 1 ? ids[0] : .sequence(ids, isFlow: true)
    }
    let maps = links.map { YAMLNode.mapping(self.pairs(of: $0), isFlow: true) }
    return .sequence(maps, isFlow: false)
  }

  private func pairs(of link: StudyLink) -> [(key: YAMLNode, value: YAMLNode)] {
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    if !isDocumentOfHeader(link) {
      let key = link.type.referenceKey ?? kindKey(of: link.target)
      pairs.append((.word(key.string), YAMLForm.text(link.target)))
    }
    for property in link.type.properties {
      if let value = link.properties[property.name] {
        pairs.append((.word(property.key.string), YAMLForm.node(of: value, isInFlow: true)))
      }
    }
    return pairs
  }

  private func isDocumentOfHeader(_ link: StudyLink) -> Bool {
    (link.type.name == "FROM" || link.type.name == "ESPOUSES") && header.kind == "Document"
      && link.target == header.id && !link.properties.isEmpty
  }

  private func kindKey(of id: Text) -> Text {
    kindOfID[id].flatMap { vocabulary.kind(named: $0) }?.key ?? "id"
  }
}
