import PropertyGraph
import RealistEvaluation
import Yams

/// The kinds and link types that a study adds, as `study.yaml` declares them.
enum VocabularyForm {
  static func pairs(of vocabulary: Vocabulary) -> [(Node, Node)] {
    var pairs: [(Node, Node)] = []
    let kinds = vocabulary.kinds.filter(\.isExtension)
    if !kinds.isEmpty {
      pairs.append((Node("kinds"), Node(kinds.map { declaration(of: $0) }, .implicit, .block)))
    }
    let links = vocabulary.linkTypes.filter(\.isExtension)
    if !links.isEmpty {
      pairs.append((Node("links"), Node(links.map { declaration(of: $0) }, .implicit, .block)))
    }
    return pairs
  }

  private static func declaration(of kind: Kind) -> (Node, Node) {
    var fields: [(Node, Node)] = [
      (Node("key"), YAMLForm.text(kind.key)), (Node("section"), YAMLForm.text(kind.section)),
    ]
    if !kind.meaning.isEmpty { fields.append((Node("meaning"), YAMLForm.text(kind.meaning))) }
    if !kind.properties.isEmpty {
      fields.append((Node("properties"), list(kind.properties.map(\.key))))
    }
    return (YAMLForm.text(kind.name), Node(fields, .implicit, .block))
  }

  private static func declaration(of link: LinkType) -> (Node, Node) {
    var fields: [(Node, Node)] = [
      (Node("from"), list(link.from)), (Node("to"), list(link.to)),
      (Node("key"), YAMLForm.text(link.key)),
    ]
    if !link.meaning.isEmpty { fields.append((Node("meaning"), YAMLForm.text(link.meaning))) }
    if !link.properties.isEmpty {
      fields.append((Node("properties"), list(link.properties.map(\.key))))
    }
    return (YAMLForm.text(link.name), Node(fields, .implicit, .block))
  }

  private static func list(_ names: [Text]) -> Node {
    Node(names.map { YAMLForm.text($0) }, .implicit, .flow)
  }
}
