import PropertyGraph

/// Whom to ask: the role groups, scales, methods and sites of the study that have not spoken on
/// something yet.
struct Unheard {
  private struct Profile {
    var groups: Set<Text> = []
    var scales: Set<Text> = []
    var methods: Set<Text> = []
    var sites: Set<Text> = []
  }

  private let bench: Bench
  private let profiles: [Profile]
  private let whole: Profile

  /// Reads every item once. O(items).
  init(_ bench: Bench) {
    self.bench = bench
    var whole = Profile()
    profiles = bench.index.items.indices.map { position in
      guard !bench.origins[position].isEmpty else { return Profile() }
      let profile = Self.profile(of: position, bench)
      whole.groups.formUnion(profile.groups)
      whole.scales.formUnion(profile.scales)
      whole.methods.formUnion(profile.methods)
      whole.sites.formUnion(profile.sites)
      return profile
    }
    self.whole = whole
  }

  private static func profile(of position: Int, _ bench: Bench) -> Profile {
    let item = bench.index.items[position]
    let people = item.participants.flatMap { [$0, bench.aliases.representative(of: $0)] }
      .compactMap { bench.index.participant($0) }
    var profile = Profile()
    profile.groups = Set(people.compactMap(\.roleGroup))
    profile.scales = item.scale.map { [$0] } ?? []
    profile.methods = Set(bench.origins[position].flatMap(\.families).map { Text($0.rawValue) })
    profile.sites = Set((item.sites + people.flatMap(\.sites)).map(bench.aliases.representative))
    return profile
  }

  /// Whom to ask on what these items speak of.
  func sentence(heard items: Set<Int>) -> String {
    var heard = Profile()
    for position in items {
      heard.groups.formUnion(profiles[position].groups)
      heard.scales.formUnion(profiles[position].scales)
      heard.methods.formUnion(profiles[position].methods)
      heard.sites.formUnion(profiles[position].sites)
    }
    if items.isEmpty {
      return whole.groups.isEmpty
        ? "anybody: nobody has been heard on it"
        : "people of any group (\(Self.list(whole.groups))): nobody has been heard on it"
    }
    var words: [String] = []
    let groups = whole.groups.subtracting(heard.groups)
    if !groups.isEmpty {
      words.append("people of a group not yet heard on it (\(Self.list(groups)))")
    } else if !heard.groups.isEmpty {
      words.append("other people of the groups heard on it (\(Self.list(heard.groups)))")
    } else {
      words.append("people who have not spoken on it")
    }
    let scales = whole.scales.subtracting(heard.scales)
    if !scales.isEmpty { words.append("on a scale not yet heard (\(Self.list(scales)))") }
    let sites = whole.sites.subtracting(heard.sites)
    if !sites.isEmpty { words.append("at a site not yet heard (\(Self.list(sites)))") }
    let methods = whole.methods.subtracting(heard.methods)
    if !methods.isEmpty { words.append("by a method not yet used on it (\(Self.list(methods)))") }
    return words.joined(separator: ", ")
  }

  private static func list(_ names: Set<Text>) -> String {
    let shown = names.sorted().prefix(4).map(\.string).joined(separator: "; ")
    return shown + (names.count > 4 ? "; … (\(names.count) in all)" : "")
  }
}
