import Diagnostics
import PropertyGraph
import RealistEvaluation

extension FileReader {
  /// Reads the links under one key: an id, a map, or a list of either.
  mutating func readLinks(
    _ types: [LinkType], key: Text, owner: StudyRecord, tree: YAMLTree
  ) {
    switch tree.content {
    case .sequence(let elements):
      for element in elements { readLink(types, key: key, owner: owner, tree: element) }
    default:
      if tree.isNull {
        report(Wording.emptyValue(key.string), tree)
      } else {
        readLink(types, key: key, owner: owner, tree: tree)
      }
    }
  }

  private mutating func readLink(
    _ types: [LinkType], key: Text, owner: StudyRecord, tree: YAMLTree
  ) {
    switch tree.content {
    case .scalar:
      guard types.count == 1, types[0].referenceKey == nil else {
        report(
          Wording.unexpectedShape(
            "an entry of `\(key)`",
            expected: "a map with one of " + references(types, owner).joined(separator: ", "),
            found: tree.shape), tree)
        return
      }
      guard let target = identifier(tree) else { return }
      append(types[0], owner: owner, target: target, properties: PropertyMap(), at: tree.span)
    case .mapping(let entries):
      readLinkMap(types, key: key, owner: owner, entries: entries, tree: tree)
    case .sequence:
      report(
        Wording.unexpectedShape(
          "an entry of `\(key)`", expected: "an id or a map", found: "a list"),
        tree)
    }
  }

  private mutating func readLinkMap(
    _ types: [LinkType], key: Text, owner: StudyRecord, entries: [YAMLTree.Entry], tree: YAMLTree
  ) {
    var reference: (type: LinkType, key: String, tree: YAMLTree)?
    var rest: [YAMLTree.Entry] = []
    for entry in entries {
      let name = entry.key.scalar ?? ""
      if let type = types.first(where: { isReference(name, of: $0, ownedBy: owner.kind) }) {
        if let reference {
          report(Wording.twoReferences(key.string, reference.key, name), entry.key)
        } else {
          reference = (type, name, entry.value)
        }
      } else {
        rest.append(entry)
      }
    }
    let type = reference?.type ?? types[0]
    var properties = PropertyMap()
    for entry in rest {
      let name = Text(entry.key.scalar ?? "")
      if let property = type.property(key: name) {
        if let value = value(of: entry.value, for: property) { properties[property.name] = value }
      } else {
        let help =
          reference == nil
          ? NearestKey.help(
            name, among: references(types, owner) + type.properties.map(\.key.string))
          : vocabulary.helpForLinkProperty(name, of: type)
        report(Wording.unknownKey(name.string, of: "`\(key)`", help: help), entry.key)
      }
    }
    if let reference {
      guard let target = identifier(reference.tree) else { return }
      append(type, owner: owner, target: target, properties: properties, at: reference.tree.span)
    } else if type.name == "FROM" || type.name == "ESPOUSES" {
      // A place without a document means the document of the file.
      guard header.kind == "Document", let document = header.id else {
        report(Wording.missingHeader(key.string, needs: "document"), tree)
        return
      }
      append(type, owner: owner, target: document, properties: properties, at: tree.span)
    } else {
      report(Wording.missingReference(key.string, kinds: references(types, owner)), tree)
    }
  }

  private mutating func append(
    _ type: LinkType, owner: StudyRecord, target: Text, properties: PropertyMap, at span: Range<Int>
  ) {
    let isForward = type.owner == .from
    links.append(
      StudyLink(
        type: type, from: isForward ? owner.id : target, to: isForward ? target : owner.id,
        properties: properties, place: StudyPlace(file: fileIndex, span: span)))
  }

  private func isReference(_ name: String, of type: LinkType, ownedBy kind: Kind) -> Bool {
    if let reference = type.referenceKey { return reference == Text(name) }
    guard let target = vocabulary.kind(key: Text(name)) else { return false }
    let allowed = type.targets(whenOwnedBy: kind.name)
    // A property of the link may share its name with a kind (`method`); the property then loses
    // only where the kind may stand at the far end.
    return allowed.isEmpty || allowed.contains(target.name) || type.property(key: Text(name)) == nil
  }

  /// The keys that may name the far end, for messages.
  private func references(_ types: [LinkType], _ owner: StudyRecord) -> [String] {
    types.flatMap { type -> [String] in
      if let reference = type.referenceKey { return [reference.string] }
      let allowed = type.targets(whenOwnedBy: owner.kind.name)
      return vocabulary.kinds.filter { allowed.isEmpty || allowed.contains($0.name) }
        .map(\.key.string)
    }
  }
}

/// Nearest names among keys of files.
enum NearestKey {
  static func help(_ name: Text, among keys: [String]) -> String? {
    NearestName.help(for: name.string, among: keys, called: "keys here")
  }
}
