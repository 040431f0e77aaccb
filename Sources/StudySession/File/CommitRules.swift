import Diagnostics
import PropertyGraph
import RealistEvaluation
import StudyFiles

/// What a study refuses when a statement commits: a node of no kind or of two, a missing, malformed
/// or taken id, a link between kinds that it does not join, a property that the kind lacks or that
/// holds the wrong type. Whether a record is complete is never asked here: `check` lists that.
struct CommitRules {
  let vocabulary: Vocabulary

  /// Judges what the changed records are now. O(changes + links of nodes that changed their kind).
  ///
  /// Throws `WrongKind`, `MissingID`, `MalformedID`, `DuplicateID`, `UnknownType`,
  /// `UnknownProperty` or `WrongType`.
  func check(_ changes: [GraphChange], in graph: GraphView) throws(Diagnostic) {
    for (step, change) in changes.enumerated() {
      try graph.pollStatement(atStep: step)
      switch change {
      case .createdNode(let image):
        if let row = graph.node(withID: image.id) { try check(row, in: graph) }
      case .nodeProperty(let id, _, _, _):
        if let row = graph.node(withID: id) { try check(row, in: graph) }
      case .addedLabel(let id, _), .removedLabel(let id, _):
        guard let row = graph.node(withID: id) else { continue }
        try check(row, in: graph)
        var links = Expansion()
        graph.expand([row], types: nil, direction: .either, into: &links)
        for link in links.relationships { try check(link, in: graph) }
      case .createdRelationship(let image):
        if let row = graph.relationship(withID: image.id) { try check(row, in: graph) }
      case .relationshipProperty(let id, _, _, _):
        if let row = graph.relationship(withID: id) { try check(row, in: graph) }
      case .deletedNode, .deletedRelationship:
        break
      }
    }
  }

  private func check(_ node: NodeRow, in graph: GraphView) throws(Diagnostic) {
    let labels = graph.labels(of: node)
    let properties = graph.properties(of: node)
    guard let label = labels.first, labels.count == 1 else {
      throw Wording.notOneKind(labels, id: properties["id"])
    }
    guard let kind = vocabulary.kind(named: label) else {
      throw Wording.unknownKind(label, help: vocabulary.helpForKind(label))
    }
    let id = try self.id(properties["id"], of: kind)
    if let key = graph.keyCode("id"),
      let holders = graph.seek(label: nil, key: key, equals: .text(id)),
      let other = holders.first(where: { $0 != node })
    {
      throw Wording.takenID(id, by: graph.labels(of: other).first)
    }
    for (name, value) in properties where name != "id" {
      let owner = Wording.record(kind.name, id)
      if name == StudyContents.homeProperty {
        try check(value, as: .text, name: name, of: owner)
      } else if let property = kind.property(named: name) {
        try check(value, as: property.type, name: name, of: owner)
      } else {
        throw Wording.unknownProperty(
          name, of: owner, help: vocabulary.helpForProperty(name, of: kind))
      }
    }
  }

  private func id(_ value: Value?, of kind: Kind) throws(Diagnostic) -> Text {
    switch value {
    case .none, .some(.null):
      throw Wording.missingID(kind.name)
    case .some(.text(let id)) where RecordID.isLegal(id):
      return id
    case .some(.text(let id)):
      throw Wording.malformedID("`\(id)`")
    case .some(let other):
      throw Wording.malformedID(Wording.article(Text(other.typeName)))
    }
  }

  private func check(_ link: RelationshipRow, in graph: GraphView) throws(Diagnostic) {
    let name = graph.name(of: graph.type(of: link))
    guard let type = vocabulary.linkType(named: name) else {
      throw Wording.unknownType(name, help: vocabulary.helpForLinkType(name))
    }
    let start = graph.start(of: link)
    let end = graph.end(of: link)
    let from = graph.labels(of: start).first ?? ""
    let to = graph.labels(of: end).first ?? ""
    guard type.allows(from: from, to: to) else { throw Wording.wrongEnds(type, from: from, to: to) }
    for (key, value) in graph.properties(of: link) {
      let owner = "link \(name)"
      guard let property = type.property(named: key) else {
        throw Wording.unknownProperty(
          key, of: owner,
          help: NearestName.help(
            for: key.string, among: type.properties.map(\.name.string),
            called: "properties of \(name)"))
      }
      try check(value, as: property.type, name: key, of: owner)
    }
  }

  private func check(
    _ value: Value, as type: PropertyType, name: Text, of owner: String
  ) throws(Diagnostic) {
    guard type.accepts(value) else { throw Wording.wrongType(name, value, type, of: owner) }
  }
}
