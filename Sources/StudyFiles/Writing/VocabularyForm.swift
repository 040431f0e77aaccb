import PropertyGraph
import RealistEvaluation

/// The kinds and link types that a study adds, as `study.yaml` declares them.
enum VocabularyForm {
  static func pairs(of vocabulary: Vocabulary) -> [(key: YAMLNode, value: YAMLNode)] {
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    let kinds = vocabulary.kinds.filter(\.isExtension)
    if !kinds.isEmpty {
      pairs.append((.word("kinds"), .mapping(kinds.map { declaration(of: $0) }, isFlow: false)))
    }
    let links = vocabulary.linkTypes.filter(\.isExtension)
    if !links.isEmpty {
      pairs.append((.word("links"), .mapping(links.map { declaration(of: $0) }, isFlow: false)))
    }
    return pairs
  }

  private static func declaration(of kind: Kind) -> (key: YAMLNode, value: YAMLNode) {
    var fields: [(key: YAMLNode, value: YAMLNode)] = [
      (.word("key"), YAMLForm.text(kind.key)), (.word("section"), YAMLForm.text(kind.section)),
    ]
    if !kind.meaning.isEmpty { fields.append((.word("meaning"), YAMLForm.text(kind.meaning))) }
    if !kind.properties.isEmpty {
      fields.append((.word("properties"), list(kind.properties.map(\.key))))
    }
    return (YAMLForm.text(kind.name), .mapping(fields, isFlow: false))
  }

  private static func declaration(of link: LinkType) -> (key: YAMLNode, value: YAMLNode) {
    var fields: [(key: YAMLNode, value: YAMLNode)] = [
      (.word("from"), list(link.from)), (.word("to"), list(link.to)),
      (.word("key"), YAMLForm.text(link.key)),
    ]
    if !link.meaning.isEmpty { fields.append((.word("meaning"), YAMLForm.text(link.meaning))) }
    if !link.properties.isEmpty {
      fields.append((.word("properties"), list(link.properties.map(\.key))))
    }
    return (YAMLForm.text(link.name), .mapping(fields, isFlow: false))
  }

  private static func list(_ names: [Text]) -> YAMLNode {
    .sequence(names.map { YAMLForm.text($0) }, isFlow: true)
  }
}
