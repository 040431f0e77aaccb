import PropertyGraph

/// Evidence that no configuration reaches, by what it speaks of: it bears on nothing, or on elements
/// that stand in no configuration. It is what new theory is made from.
struct UnexplainedEvidence {
  /// What unexplained evidence speaks of.
  enum Subject: Hashable {
    case context, mechanism, outcome
    case configuration(title: Text)
    case theory(title: Text)
    case item(statement: Text)
    case other
  }

  /// Items by what they speak of, in order of id; an item that speaks of nothing recorded stands for
  /// itself.
  let groups: [(about: Text, subject: Subject, items: [Int])]

  /// - Parameter verdicts: Verdicts on all configurations of the study.
  init(_ bench: Bench, verdicts: [ConfigurationVerdict]) {
    let index = bench.index
    var reached: Set<Int> = []
    for verdict in verdicts {
      for part in verdict.parts { reached.formUnion(part.count.allPositions) }
    }
    var targets: [Text: [Text]] = [:]
    for bearing in index.bearings { targets[bearing.item, default: []].append(bearing.target) }
    let contexts = Set(index.surroundings.contexts)
    func subject(_ id: Text) -> Subject {
      if let position = index.configuration(id) {
        return .configuration(title: index.configurations[position].title)
      }
      if let position = index.theory(id) { return .theory(title: index.theories[position].title) }
      if contexts.contains(id) { return .context }
      if index.mechanism(id) != nil { return .mechanism }
      return index.title(id) != nil ? .outcome : .other
    }
    var items: [Text: [Int]] = [:]
    for position in index.items.indices
    where !reached.contains(position) && !bench.origins[position].isEmpty {
      let item = index.items[position]
      let about = Set((targets[item.id] ?? []) + index.subjects(of: item.id))
      for target in about.isEmpty ? [item.id] : about.sorted() {
        items[target, default: []].append(position)
      }
    }
    groups = items.keys.sorted().map { id in
      let found = items[id] ?? []
      let isItself = found.contains { index.items[$0].id == id }
      return (
        id,
        isItself ? .item(statement: index.items[found[0]].statement) : subject(id),
        found
      )
    }
  }
}

extension PartCount {
  /// Every item that is recorded on the part in whatever way.
  var allPositions: Set<Int> {
    Set((counted + espousing + qualifying + silent + setAside + coders).map(\.position))
  }
}
