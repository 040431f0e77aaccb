public import PropertyGraph

/// A part of a configuration on which evidence can bear: an element or a link.
public struct Part: Sendable, Hashable {
  /// What sort of part, in the order in which ties are decided.
  public enum Kind: Int, Sendable, Hashable, Comparable {
    case mechanism, innerLink, outcome, outwardLink, context, contextLink

    /// The order in which ties are decided.
    public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }

    /// Whether it joins two elements.
    public var isLink: Bool {
      switch self {
      case .innerLink, .outwardLink, .contextLink: true
      case .mechanism, .outcome, .context: false
      }
    }

    /// What to call it.
    public var name: String {
      switch self {
      case .mechanism: "mechanism"
      case .innerLink: "link inside the mechanism"
      case .outcome: "outcome"
      case .outwardLink: "link from mechanism to outcome"
      case .context: "context"
      case .contextLink: "link from context to mechanism"
      }
    }
  }

  /// How `covers` names it: `x`, `x.resource`, `a -> b`.
  public let id: Text
  /// What sort of part.
  public let kind: Kind
  /// Whether a configuration stands or falls with it. The case for change is shown, not required.
  public let isRequired: Bool
  /// Whether an official record alone can establish it: a filled resource slot, or a provision
  /// whose existence is the mechanism.
  public let isProvision: Bool
  /// Ids of the nodes that it is made of: one for an element, two for a link.
  public let nodes: [Text]
  /// Positions of the elements that supporting it supports among the configuration's parts: both
  /// ends of a link, but only the condition that makes a mechanism unnecessary; empty for an element.
  public let elements: [Int]
}

/// The parts of one configuration, and how `covers` finds them.
public struct ConfigurationParts: Sendable {
  /// In the order in which ties are decided: by kind, then by id.
  public let parts: [Part]
  /// Local conditions whose role nobody stated.
  public let unstatedRoles: [Text]

  private let positions: [Text: [Int]]

  /// Lays out the parts of a configuration (METHOD section 6, "required parts").
  init(
    of configuration: RecordedEvidence.Configuration,
    mechanism find: (Text) -> RecordedEvidence.Mechanism?
  ) {
    var layout = Layout()
    let mechanisms = Self.unique(configuration.mechanisms).map {
      find($0) ?? RecordedEvidence.Mechanism(id: $0)
    }
    for mechanism in mechanisms { layout.add(mechanism) }
    for outcome in Self.unique(configuration.outcomes) {
      layout.add(.outcome, id: outcome, nodes: [outcome])
      for mechanism in mechanisms {
        layout.add(
          .outwardLink, id: Self.link(mechanism.id, outcome), nodes: [mechanism.id, outcome],
          elements: [Self.acting(mechanism), outcome])
      }
    }
    var seen: Set<Text> = []
    var unstated: [Text] = []
    for slot in configuration.contexts where seen.insert(slot.context).inserted {
      let isRequired = slot.role != .caseForChange
      if slot.role == nil { unstated.append(slot.context) }
      // What holds a mechanism back finds it in force. What makes it unnecessary does without it: that
      // is no word for its use.
      let isWithout = ContextEffect(slot.effect) == .makesUnnecessary
      layout.add(.context, id: slot.context, nodes: [slot.context], isRequired: isRequired)
      for mechanism in mechanisms {
        layout.add(
          .contextLink, id: Self.link(slot.context, mechanism.id),
          nodes: [slot.context, mechanism.id], isRequired: isRequired,
          elements: isWithout ? [slot.context] : [slot.context, Self.acting(mechanism)])
      }
    }
    unstatedRoles = unstated.sorted()
    (parts, positions) = layout.finished()
  }

  /// Positions of what one entry of `covers` names; empty if it names no part of this
  /// configuration. A mechanism with two slots, named without one, means both.
  public func positions(coveredBy entry: Text) -> [Int] {
    if entry != CoveredName.thread, let found = positions[entry] { return found }
    let name = CoveredName(entry)
    if name.isThread { return parts.indices.filter { parts[$0].isRequired } }
    if let found = positions[name.text] { return found }
    // `x.reasoning -> o` and `c -> x.reasoning` mean the link of the mechanism itself.
    return name.withoutSlots.flatMap { positions[$0] } ?? []
  }

  /// Positions of the parts that are this element itself, whatever their slots.
  func positions(ofElement id: Text) -> [Int] {
    (positions[id] ?? []).filter { !parts[$0].kind.isLink }
  }

  static func link(_ from: Text, _ to: Text) -> Text { Text("\(from) -> \(to)") }

  /// The element that a mechanism's outward link starts at.
  private static func acting(_ mechanism: RecordedEvidence.Mechanism) -> Text {
    mechanism.hasResource && mechanism.hasReasoning
      ? Text("\(mechanism.id).reasoning") : mechanism.id
  }

  private static func unique(_ ids: [Text]) -> [Text] {
    var seen: Set<Text> = []
    return ids.filter { seen.insert($0).inserted }.sorted()
  }
}

/// Collects parts before their order is known.
private struct Layout {
  private struct Draft {
    var kind: Part.Kind
    var id: Text
    var nodes: [Text]
    var isRequired: Bool
    var isProvision: Bool
    var elements: [Text]
  }

  private var drafts: [Draft] = []
  private var synonyms: [(name: Text, ids: [Text])] = []

  mutating func add(
    _ kind: Part.Kind, id: Text, nodes: [Text], isRequired: Bool = true,
    isProvision: Bool = false, elements: [Text] = []
  ) {
    drafts.append(
      Draft(
        kind: kind, id: id, nodes: nodes, isRequired: isRequired, isProvision: isProvision,
        elements: elements))
  }

  mutating func add(_ mechanism: RecordedEvidence.Mechanism) {
    let id = mechanism.id
    let resource = Text("\(id).resource")
    let reasoning = Text("\(id).reasoning")
    guard mechanism.hasResource, mechanism.hasReasoning else {
      add(
        .mechanism, id: id, nodes: [id],
        isProvision: mechanism.hasResource || mechanism.isProvision)
      if !mechanism.hasReasoning { synonyms.append((resource, [id])) }
      if !mechanism.hasResource { synonyms.append((reasoning, [id])) }
      return
    }
    add(.mechanism, id: resource, nodes: [id], isProvision: true)
    add(.mechanism, id: reasoning, nodes: [id])
    add(
      .innerLink, id: ConfigurationParts.link(resource, reasoning), nodes: [id],
      elements: [resource, reasoning])
    synonyms.append((id, [resource, reasoning]))
  }

  func finished() -> ([Part], [Text: [Int]]) {
    let ordered = drafts.sorted { ($0.kind, $0.id) < ($1.kind, $1.id) }
    var positions: [Text: [Int]] = [:]
    for (index, draft) in ordered.enumerated() { positions[draft.id, default: []].append(index) }
    let parts = ordered.map { draft in
      Part(
        id: draft.id, kind: draft.kind, isRequired: draft.isRequired,
        isProvision: draft.isProvision, nodes: draft.nodes,
        elements: draft.elements.compactMap { element in
          positions[element]?.first { !ordered[$0].kind.isLink }
        })
    }
    for synonym in synonyms where positions[synonym.name] == nil {
      positions[synonym.name] = synonym.ids.flatMap { positions[$0] ?? [] }.sorted()
    }
    return (parts, positions)
  }
}
