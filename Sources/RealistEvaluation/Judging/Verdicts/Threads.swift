import PropertyGraph

/// Finds accounts that tell a whole configuration. An account is what one respondent, or one case,
/// says in one sitting; unnamed people, surveys, analyses and authors give none.
struct Threads {
  let index: EvidenceIndex
  let lineage: (Int) -> Int

  func find(in verdicts: [PartVerdict]) -> [ConfigurationVerdict.Thread] {
    let required = verdicts.filter(\.part.isRequired)
    guard let first = required.first else { return [] }
    var threads: [ConfigurationVerdict.Thread] = []
    for testimony in first.count.balance.supporting
    where testimony.voice.kind == .person || testimony.voice.kind == .site {
      threads += self.threads(of: testimony.voice, in: required)
    }
    return threads
  }

  private func threads(
    of voice: Voice, in required: [PartVerdict]
  ) -> [ConfigurationVerdict.Thread] {
    var told: [Sitting: [Set<Text>]] = [:]
    for (position, verdict) in required.enumerated() {
      let entries =
        verdict.count.balance.supporting.first { $0.voice == voice }?.entries ?? []
      for entry in entries where entry.weighing.weight >= .moderate {
        let sitting = self.sitting(of: entry)
        told[sitting, default: Array(repeating: [], count: required.count)][position]
          .insert(entry.item)
      }
    }
    // Undated items belong to the only dated sitting of their place, if there is only one.
    for sitting in told.keys.sorted() where sitting.date == nil {
      let dated = told.keys.filter { $0.date != nil && $0.isSamePlace(as: sitting) }
      guard dated.count == 1, let only = dated.first, let loose = told[sitting] else { continue }
      for position in loose.indices { told[only]?[position].formUnion(loose[position]) }
      told[sitting] = nil
    }
    return told.keys.sorted().compactMap { sitting in
      guard let parts = told[sitting], parts.allSatisfy({ !$0.isEmpty }) else { return nil }
      let items = parts.reduce(into: Set<Text>()) { $0.formUnion($1) }
      return ConfigurationVerdict.Thread(
        voice: voice, document: sitting.document, method: sitting.method, date: sitting.date,
        items: items.sorted())
    }
  }

  private func sitting(of entry: Entry) -> Sitting {
    let item = index.items[lineage(entry.position)]
    return Sitting(
      document: item.places.first?.document, method: item.methods.sorted().first, date: item.date)
  }

  private struct Sitting: Hashable, Comparable {
    let document: Text?
    let method: Text?
    let date: Text?

    func isSamePlace(as other: Sitting) -> Bool {
      document == other.document && method == other.method
    }

    static func < (left: Sitting, right: Sitting) -> Bool {
      (left.document ?? "", left.method ?? "", left.date ?? "")
        < (right.document ?? "", right.method ?? "", right.date ?? "")
    }
  }
}
