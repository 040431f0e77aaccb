import PropertyGraph

/// Counts that are shown beside a verdict and never decide it.
struct Summary {
  let bench: Bench

  /// Passages, sources and voices for or against the parts.
  func tally(_ verdicts: [PartVerdict]) -> ConfigurationVerdict.Tally {
    let counted = verdicts.flatMap(\.count.counted)
    var passages: Set<RecordedEvidence.Locator> = []
    var unlocated: Set<Text> = []
    var sources: Set<Text> = []
    for position in Set(counted.map(\.position)) {
      let item = bench.index.items[position]
      for place in item.places {
        let document = bench.aliases.representative(of: place.document)
        // A line says where; section, page and anchor only where no line is given.
        passages.insert(
          place.line == nil
            ? RecordedEvidence.Locator(
              document: document, section: place.section, page: place.page, anchor: place.anchor)
            : RecordedEvidence.Locator(document: document, line: place.line))
        sources.insert(document)
      }
      if item.places.isEmpty { unlocated.insert(item.id) }
      for participant in item.participants {
        let person = bench.aliases.representative(of: participant)
        let voice = Voice(.person, key: person, name: person)
        if bench.index.hearing.hears(voice, aliases: bench.aliases) { sources.insert(person) }
      }
    }
    let voices = Set(
      verdicts.flatMap { $0.count.balance.supporting + $0.count.balance.challenging }.map(\.voice))
    return ConfigurationVerdict.Tally(
      passages: passages.count + unlocated.count, sources: sources.count, voices: voices.count)
  }

  /// How far voices saw the mechanism fire, by the contexts that their bearings name; a voice
  /// counts once per context, at its furthest.
  func activation(
    of configuration: RecordedEvidence.Configuration, in verdicts: [PartVerdict]
  ) -> [ConfigurationVerdict.ActivationSpread] {
    struct Sighting: Hashable {
      let context: Text?
      let voice: Voice
    }
    struct Statement: Hashable {
      let item: Int
      let target: Text
      let kind: BearingKind
    }
    let contexts = Set(configuration.contexts.map(\.context))
    var named: [Statement: Set<Text>] = [:]
    var said: [Statement: Entry] = [:]
    for verdict in verdicts {
      for entry in verdict.count.counted + verdict.count.qualifying
      where entry.bearing.activation != nil {
        let statement = Statement(
          item: entry.position, target: entry.bearing.target, kind: entry.bearing.kind)
        said[statement] = said[statement] ?? entry
        let here = verdict.part.nodes.filter(contexts.contains)
        named[statement, default: []].formUnion(here)
      }
    }
    var furthest: [Sighting: Activation] = [:]
    for (statement, entry) in said {
      guard let activation = entry.bearing.activation else { continue }
      let places = (named[statement] ?? []).map { Optional($0) }
      for context in places.isEmpty ? [nil] : places {
        for origin in bench.origins[statement.item] {
          let sighting = Sighting(context: context, voice: origin.voice)
          furthest[sighting] = max(furthest[sighting] ?? .none, activation)
        }
      }
    }
    let order = Set(furthest.keys.map(\.context)).sorted { ($0 ?? "") < ($1 ?? "") }
    return order.map { context in
      let levels = furthest.filter { $0.key.context == context }.map(\.value)
      return ConfigurationVerdict.ActivationSpread(
        context: context,
        voices: Activation.allCases.map { level in levels.count { $0 == level } })
    }
  }
}
