import PropertyGraph

/// Which names mean the same one: classes of a union-find over aliases of enough certainty.
struct Aliases: Sendable {
  private let representatives: [Text: Text]
  /// Aliases too uncertain to merge, by name.
  let doubtful: [RecordedEvidence.Alias]

  /// Merges every alias of at least that certainty. O(n α(n) + n log n).
  init(_ aliases: [RecordedEvidence.Alias], from certainty: Certainty) {
    let merged = aliases.filter { $0.certainty >= certainty }
    let names = Set(merged.flatMap { [$0.name, $0.same] }).sorted()
    var position: [Text: Int] = [:]
    for (index, name) in names.enumerated() { position[name] = index }
    var parent = Array(names.indices)
    func root(_ index: Int) -> Int {
      var current = index
      while parent[current] != current {
        parent[current] = parent[parent[current]]
        current = parent[current]
      }
      return current
    }
    for alias in merged {
      guard let name = position[alias.name], let same = position[alias.same] else { continue }
      let left = root(name)
      let right = root(same)
      if left != right { parent[max(left, right)] = min(left, right) }
    }
    // A class is called by a name that is nobody's alias (the right spelling), the first if several.
    let misnamed = Set(merged.map(\.name))
    var chosen: [Int: Text] = [:]
    for index in names.indices where !misnamed.contains(names[index]) {
      let top = root(index)
      if chosen[top] == nil { chosen[top] = names[index] }
    }
    var representatives: [Text: Text] = [:]
    for index in names.indices {
      representatives[names[index]] = chosen[root(index)] ?? names[root(index)]
    }
    self.representatives = representatives
    doubtful = aliases.filter { $0.certainty < certainty }
      .sorted { ($0.name, $0.same) < ($1.name, $1.same) }
  }

  /// The name that stands for all names of the same one.
  func representative(of name: Text) -> Text { representatives[name] ?? name }
}
