import Diagnostics
import PropertyGraph

/// Names against a closed vocabulary. With an open one everything here passes.
extension Analyzer {
  func checkLabels(_ labels: [Name]) throws(Diagnostic) {
    guard let vocabulary = catalogue.vocabulary else { return }
    for label in labels where vocabulary.properties[label.text] == nil {
      throw problem(
        SemanticsWording.unknownLabel(label.text, known: vocabulary.properties.keys.sorted()),
        at: label.span)
    }
  }

  func checkTypes(_ types: [Name]) throws(Diagnostic) {
    guard let vocabulary = catalogue.vocabulary else { return }
    for type in types where vocabulary.relationshipProperties[type.text] == nil {
      throw problem(
        SemanticsWording.unknownType(
          type.text, known: vocabulary.relationshipProperties.keys.sorted()),
        at: type.span)
    }
  }

  /// Checks a property read or written, where it is known what it belongs to.
  func checkProperty(_ key: Name, of subject: TypedExpression) throws(Diagnostic) {
    var names: [Text] = []
    if case .slot(let slot) = subject.expression.kind { names = slots[slot].names }
    switch subject.type {
    case .node: try checkProperty(key, ofNode: names)
    case .relationship: try checkProperty(key, ofRelationship: names)
    default: break
    }
  }

  /// Checks a property of a node with the labels.
  func checkProperty(_ key: Name, ofNode labels: [Text]) throws(Diagnostic) {
    guard let vocabulary = catalogue.vocabulary else { return }
    try check(key, in: vocabulary.properties, of: labels)
  }

  /// Checks a property of a relationship of one of the types.
  func checkProperty(_ key: Name, ofRelationship types: [Text]) throws(Diagnostic) {
    guard let vocabulary = catalogue.vocabulary else { return }
    try check(key, in: vocabulary.relationshipProperties, of: types)
  }

  private func check(
    _ key: Name, in properties: [Text: Set<Text>], of owners: [Text]
  ) throws(Diagnostic) {
    var known: Set<Text> = []
    if owners.isEmpty {
      for names in properties.values { known.formUnion(names) }
    } else {
      for owner in owners { known.formUnion(properties[owner] ?? []) }
    }
    guard !known.contains(key.text) else { return }
    throw problem(
      SemanticsWording.unknownProperty(key.text, of: owners, known: known.sorted()),
      at: key.span)
  }

  /// Checks the keys of a literal map of properties.
  func checkProperties(
    _ properties: Expression?, ofNode labels: [Text]
  ) throws(Diagnostic) {
    guard case .map(let entries)? = properties?.kind else { return }
    for entry in entries { try checkProperty(entry.key, ofNode: labels) }
  }

  /// Checks the keys of a literal map of properties.
  func checkProperties(
    _ properties: Expression?, ofRelationship types: [Text]
  ) throws(Diagnostic) {
    guard case .map(let entries)? = properties?.kind else { return }
    for entry in entries { try checkProperty(entry.key, ofRelationship: types) }
  }
}
