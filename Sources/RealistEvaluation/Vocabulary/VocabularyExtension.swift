public import Diagnostics
import PropertyGraph

extension Vocabulary {
  /// This vocabulary and the kinds and link types that a study declares of its own (in
  /// `study.yaml`). What is there already cannot be redefined: a study must stay readable to
  /// whoever knows the standard table.
  ///
  /// Throws when a name, key or section is taken or malformed, or when a link type names a kind
  /// that does not exist.
  public func extended(
    with newKinds: [Kind], linkTypes newLinkTypes: [LinkType]
  ) throws(Diagnostic) -> Vocabulary {
    var names = Set(kinds.map(\.name))
    var keys = Set(kinds.map(\.key))
    var sections = Set(kinds.map(\.section))
    for kind in newKinds {
      guard Self.isKindName(kind.name) else { throw Wording.malformedKindName(kind.name) }
      guard Self.isFileKey(kind.key) else { throw Wording.malformedKey(kind.key) }
      guard Self.isFileKey(kind.section) else { throw Wording.malformedKey(kind.section) }
      guard names.insert(kind.name).inserted else { throw Wording.taken("kind", kind.name) }
      guard keys.insert(kind.key).inserted else { throw Wording.taken("kind key", kind.key) }
      guard sections.insert(kind.section).inserted else {
        throw Wording.taken("section", kind.section)
      }
      try Self.checkProperties(kind.properties, of: kind.name)
    }
    let extended = kinds + newKinds.map(\.asExtension)
    var linkNames = Set(linkTypes.map(\.name))
    var all = linkTypes
    for link in newLinkTypes {
      guard Self.isLinkName(link.name) else { throw Wording.malformedLinkName(link.name) }
      guard Self.isFileKey(link.key) else { throw Wording.malformedKey(link.key) }
      guard linkNames.insert(link.name).inserted else {
        throw Wording.taken("link type", link.name)
      }
      for end in link.from + link.to where !names.contains(end) {
        throw Wording.unknownKind(end, inLink: link.name, help: helpForKind(end))
      }
      try Self.checkProperties(link.properties, of: link.name)
      for kind in extended where link.isOwned(by: kind.name) {
        let isTaken =
          kind.property(key: link.key) != nil
          || all.contains { $0.key == link.key && $0.isOwned(by: kind.name) }
        if isTaken { throw Wording.taken("key of \(kind.name)", link.key) }
      }
      all.append(link.asExtension)
    }
    return Vocabulary(kinds: extended, linkTypes: all)
  }

  private static func checkProperties(
    _ properties: [Property], of owner: Text
  ) throws(Diagnostic) {
    var seen: Set<Text> = ["id"]
    for property in properties {
      guard isFileKey(property.key) else { throw Wording.malformedKey(property.name) }
      guard seen.insert(property.name).inserted else {
        throw Wording.taken("property of \(owner)", property.name)
      }
    }
  }

  /// Lower-case words joined by hyphens, beginning with a letter.
  static func isFileKey(_ key: Text) -> Bool {
    guard let first = key.utf8.first, lower.contains(first), key.utf8.last != hyphen else {
      return false
    }
    return key.utf8.allSatisfy { lower.contains($0) || digit.contains($0) || $0 == hyphen }
  }

  /// A letter in upper case, then letters and digits.
  static func isKindName(_ name: Text) -> Bool {
    guard let first = name.utf8.first, upper.contains(first) else { return false }
    return name.utf8.allSatisfy { lower.contains($0) || upper.contains($0) || digit.contains($0) }
  }

  /// Upper-case words joined by underscores.
  static func isLinkName(_ name: Text) -> Bool {
    guard let first = name.utf8.first, upper.contains(first) else { return false }
    return name.utf8.allSatisfy {
      upper.contains($0) || digit.contains($0) || $0 == UInt8(ascii: "_")
    }
  }

  private static let lower = UInt8(ascii: "a")...UInt8(ascii: "z")
  private static let upper = UInt8(ascii: "A")...UInt8(ascii: "Z")
  private static let digit = UInt8(ascii: "0")...UInt8(ascii: "9")
  private static let hyphen = UInt8(ascii: "-")
}

extension Kind {
  fileprivate var asExtension: Kind {
    Kind(
      name, key: key, section: section, meaning: meaning, properties: properties,
      isExtension: true)
  }
}

extension LinkType {
  fileprivate var asExtension: LinkType {
    LinkType(
      name, signatures: signatures, owner: owner, key: key, referenceKey: referenceKey,
      meaning: meaning, properties: properties, isExtension: true)
  }
}
