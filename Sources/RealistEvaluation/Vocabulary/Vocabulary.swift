import Diagnostics
public import PropertyGraph

/// The kinds and link types of a study: one table that drives reading, writing, checking,
/// completing and the schema that editors use.
public struct Vocabulary: Sendable {
  /// The version of the study format that the standard table describes (`realist: 1`).
  public static let version = 1

  /// The vocabulary of every study, before its own extensions.
  public static let standard = Vocabulary(
    kinds: standardKinds, linkTypes: standardLinkTypes)

  /// All kinds, in the order in which files print their sections.
  public let kinds: [Kind]
  /// All link types, in the order in which files print their keys.
  public let linkTypes: [LinkType]

  private let kindByName: [Text: Int]
  private let kindBySection: [Text: Int]
  private let kindByKey: [Text: Int]
  private let linkByName: [Text: Int]
  private let linksByOwner: [Text: [Int]]

  init(kinds: [Kind], linkTypes: [LinkType]) {
    self.kinds = kinds
    self.linkTypes = linkTypes
    let kept = { (first: Int, _: Int) in first }
    kindByName = Dictionary(zip(kinds.map(\.name), kinds.indices), uniquingKeysWith: kept)
    kindBySection = Dictionary(zip(kinds.map(\.section), kinds.indices), uniquingKeysWith: kept)
    kindByKey = Dictionary(zip(kinds.map(\.key), kinds.indices), uniquingKeysWith: kept)
    linkByName = Dictionary(zip(linkTypes.map(\.name), linkTypes.indices), uniquingKeysWith: kept)
    var owned: [Text: [Int]] = [:]
    for kind in kinds {
      owned[kind.name] = linkTypes.indices.filter { linkTypes[$0].isOwned(by: kind.name) }
    }
    linksByOwner = owned
  }

  // MARK: Look-ups

  /// The kind of that name (`ResearchQuestion`). O(1).
  public func kind(named name: Text) -> Kind? { kindByName[name].map { kinds[$0] } }
  /// The kind whose section that is (`research-questions`). O(1).
  public func kind(section: Text) -> Kind? { kindBySection[section].map { kinds[$0] } }
  /// The kind whose kind-key that is (`research-question`). O(1).
  public func kind(key: Text) -> Kind? { kindByKey[key].map { kinds[$0] } }

  /// The link type of that name (`IN_CONTEXT`). O(1).
  public func linkType(named name: Text) -> LinkType? { linkByName[name].map { linkTypes[$0] } }

  /// The link types that records of that kind write, in the order of files. O(their number).
  public func linkTypes(ownedBy kind: Text) -> [LinkType] {
    (linksByOwner[kind] ?? []).map { linkTypes[$0] }
  }

  /// The link types that a record of that kind writes under that key: one, or, where a reference
  /// key tells them apart (`bears-on`), several. O(types of the kind).
  public func linkTypes(ownedBy kind: Text, key: Text) -> [LinkType] {
    linkTypes(ownedBy: kind).filter { $0.key == key }
  }

  /// The kinds that may stand at one end of a link type, any kind spelled out.
  public func kinds(at end: LinkType.End, of link: LinkType) -> [Kind] {
    let names = end == .from ? link.from : link.to
    return names.isEmpty ? kinds : kinds.filter { names.contains($0.name) }
  }

  // MARK: Names

  /// `paired_by` as a file writes it: `paired-by`.
  public static func fileKey(ofName name: Text) -> Text {
    Text(utf8: name.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 })
  }

  /// `paired-by` as the graph names it: `paired_by`.
  public static func name(ofFileKey key: Text) -> Text {
    Text(utf8: key.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 })
  }

  /// The keys that a record of that kind may have in a file: properties, then links.
  public func recordKeys(of kind: Kind) -> [Text] {
    var keys = kind.properties.map(\.key)
    for link in linkTypes(ownedBy: kind.name) where !keys.contains(link.key) {
      keys.append(link.key)
    }
    return keys
  }

  /// A help line for a kind that does not exist.
  public func helpForKind(_ name: Text) -> String? {
    NearestName.help(for: name.string, among: kinds.map(\.name.string), called: "kinds")
  }

  /// A help line for a section that does not exist.
  public func helpForSection(_ section: Text) -> String? {
    NearestName.help(for: section.string, among: kinds.map(\.section.string), called: "sections")
  }

  /// A help line for a kind-key that does not exist, among the kinds that fit there.
  public func helpForKindKey(_ key: Text, among kinds: [Kind]) -> String? {
    NearestName.help(for: key.string, among: kinds.map(\.key.string), called: "keys")
  }

  /// A help line for a link type that does not exist.
  public func helpForLinkType(_ name: Text) -> String? {
    NearestName.help(for: name.string, among: linkTypes.map(\.name.string), called: "link types")
  }

  /// A help line for a property of the graph that the kind does not have.
  public func helpForProperty(_ name: Text, of kind: Kind) -> String? {
    NearestName.help(
      for: name.string, among: kind.properties.map(\.name.string),
      called: "properties of \(kind.name)")
  }

  /// A help line for a key of a file that records of the kind do not have.
  public func helpForRecordKey(_ key: Text, of kind: Kind) -> String? {
    NearestName.help(
      for: key.string, among: recordKeys(of: kind).map(\.string), called: "keys of \(kind.key)")
  }

  /// A help line for a key of a link that the type does not have.
  public func helpForLinkProperty(_ key: Text, of link: LinkType) -> String? {
    NearestName.help(
      for: key.string, among: link.properties.map(\.key.string), called: "keys of \(link.key)")
  }
}
