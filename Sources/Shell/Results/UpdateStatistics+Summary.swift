public import GraphQuery

extension UpdateStatistics {
  /// `2 nodes created, 1 property set`.
  public var summary: String {
    let parts: [(Int, String, String)] = [
      (nodesCreated, "node", "created"), (nodesDeleted, "node", "deleted"),
      (relationshipsCreated, "relationship", "created"),
      (relationshipsDeleted, "relationship", "deleted"), (propertiesSet, "property", "set"),
      (labelsAdded, "label", "added"), (labelsRemoved, "label", "removed"),
    ]
    let phrases = parts.filter { $0.0 > 0 }.map { count, noun, verb in
      let plural = noun == "property" ? "properties" : noun + "s"
      return "\(count) \(count == 1 ? noun : plural) \(verb)"
    }
    return phrases.isEmpty ? "nothing changed" : phrases.joined(separator: ", ")
  }
}
