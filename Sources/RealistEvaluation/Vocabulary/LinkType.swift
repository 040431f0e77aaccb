public import PropertyGraph

/// A type of link of a study: which kinds it joins, which of the two records writes it, and under
/// which key.
public struct LinkType: Sendable, Hashable {
  /// One end of a link.
  public enum End: Sendable, Hashable {
    case from, to

    /// The other end.
    public var opposite: End { self == .from ? .to : .from }
  }

  /// Kinds that may stand at the two ends together. An empty list means any kind.
  public struct Signature: Sendable, Hashable {
    /// Names of the kinds that it may start at.
    public let from: [Text]
    /// Names of the kinds that it may end at.
    public let to: [Text]

    /// A pair of ends; an empty list means any kind.
    public init(from: [Text], to: [Text]) {
      self.from = from
      self.to = to
    }

    /// Whether a link may join the two kinds.
    public func allows(from: Text, to: Text) -> Bool {
      (self.from.isEmpty || self.from.contains(from)) && (self.to.isEmpty || self.to.contains(to))
    }
  }

  /// Its name in the graph: `IN_CONTEXT`.
  public let name: Text
  /// Which kinds it joins; most types have one signature.
  public let signatures: [Signature]
  /// The end whose record writes the link.
  public let owner: End
  /// The key under which the owner writes it: `contexts`. Unique among the types one kind owns,
  /// except where ``referenceKey`` tells them apart.
  public let key: Text
  /// The key of the other end inside a map, where it says which type is meant: `supports` in
  /// `bears-on`. `nil`: the kind-key of the other end.
  public let referenceKey: Text?
  /// Its properties, in the order in which files print them.
  public let properties: [Property]
  /// What it says, in one line.
  public let meaning: Text
  /// Whether the study declared it itself.
  public let isExtension: Bool

  /// A link type with one or more signatures.
  public init(
    _ name: Text, signatures: [Signature], owner: End, key: Text, referenceKey: Text? = nil,
    meaning: Text, properties: [Property] = [], isExtension: Bool = false
  ) {
    self.name = name
    self.signatures = signatures
    self.owner = owner
    self.key = key
    self.referenceKey = referenceKey
    self.properties = properties
    self.meaning = meaning
    self.isExtension = isExtension
  }

  /// A link type with one signature.
  public init(
    _ name: Text, from: [Text], to: [Text], owner: End = .from, key: Text,
    referenceKey: Text? = nil, meaning: Text, properties: [Property] = [],
    isExtension: Bool = false
  ) {
    self.init(
      name, signatures: [Signature(from: from, to: to)], owner: owner, key: key,
      referenceKey: referenceKey, meaning: meaning, properties: properties,
      isExtension: isExtension)
  }

  /// Kinds that it may start at, over all signatures; empty means any kind.
  public var from: [Text] { ends(\.from) }
  /// Kinds that it may end at, over all signatures; empty means any kind.
  public var to: [Text] { ends(\.to) }
  /// Kinds whose records write it; empty means any kind.
  public var ownerKinds: [Text] { owner == .from ? from : to }

  /// Whether it may join the two kinds.
  public func allows(from: Text, to: Text) -> Bool {
    signatures.contains { $0.allows(from: from, to: to) }
  }

  /// Kinds that may stand at the far end when a record of `ownerKind` writes it; empty means any
  /// kind if the owner may write it at all (see ``isOwned(by:)``).
  public func targets(whenOwnedBy ownerKind: Text) -> [Text] {
    var names: [Text] = []
    for signature in signatures {
      let near = owner == .from ? signature.from : signature.to
      guard near.isEmpty || near.contains(ownerKind) else { continue }
      let far = owner == .from ? signature.to : signature.from
      if far.isEmpty { return [] }
      for name in far where !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// Whether records of that kind write it.
  public func isOwned(by kind: Text) -> Bool {
    signatures.contains {
      let near = owner == .from ? $0.from : $0.to
      return near.isEmpty || near.contains(kind)
    }
  }

  /// The property of that name in the graph. O(properties).
  public func property(named name: Text) -> Property? {
    properties.first { $0.name == name }
  }

  /// The property under that key in a file. O(properties).
  public func property(key: Text) -> Property? {
    properties.first { $0.key == key }
  }

  private func ends(_ side: KeyPath<Signature, [Text]>) -> [Text] {
    var names: [Text] = []
    for signature in signatures {
      if signature[keyPath: side].isEmpty { return [] }
      for name in signature[keyPath: side] where !names.contains(name) { names.append(name) }
    }
    return names
  }
}
