import PropertyGraph

/// One item on one part, with what counting needs to know of it.
struct Line: Sendable {
  /// Position of the item.
  var item: Int32
  /// Position among the entries of the part.
  var entry: Int32
  var weight: Weight
  var isObserved: Bool
  /// Whether it observed the outcome of a test that eliminates; of silence, whether a strong and
  /// stated search did.
  var isDecisiveTest: Bool
}

/// Everything on one part, by what it does there; for and against in order of strength.
struct Page: Sendable {
  var supporting: [Line] = []
  var challenging: [Line] = []
  var hoping: [Line] = []
  var fearing: [Line] = []
  var qualifying: [Line] = []
  /// Stated searches that found nothing.
  var silent: [Line] = []
  /// Items not relevant here.
  var setAside: [Line] = []
  var isProvision = false
  /// Whether authors speak on it, who may repeat the participants of their study.
  var hasAuthors = false
  /// Whether unnamed people speak on it, who may be the coded ones.
  var hasUnnamed = false
  /// Whether sites' own documents speak on it, which a content analysis may have read.
  var hasOwnDocuments = false

  /// Whether each voice counts whatever the others do: then recounting is leaving out.
  var isIndependent: Bool { !hasAuthors && !hasUnnamed && !hasOwnDocuments }

  /// Lines of one part. O(n log n).
  init(_ entries: [(entry: Entry, kind: BearingKind)], of part: Part, facts: FactTable) {
    isProvision = part.isProvision
    for position in entries.indices {
      let entry = entries[position].entry
      let line = Line(
        item: Int32(entry.position), entry: Int32(position), weight: entry.weighing.weight,
        isObserved: entry.claim == .observed,
        isDecisiveTest: entry.isDecisiveTest)
      if line.weight == .setAside {
        setAside.append(line)
        continue
      }
      switch entries[position].kind {
      case .qualifies: qualifying.append(line)
      case .silent:
        var line = line
        line.isDecisiveTest = entry.isDecisiveSilence(line.weight)
        silent.append(line)
      case _ where entry.claim == .espoused:
        if entry.isHope { hoping.append(line) } else { fearing.append(line) }
      case .supports: supporting.append(line)
      case .challenges: challenging.append(line)
      }
    }
    for lines in [supporting, challenging] {
      for line in lines {
        for source in facts.sources(ofItem: Int(line.item)) {
          let source = facts.sources[source]
          if source.isAuthor { hasAuthors = true }
          if source.isOwnDocument { hasOwnDocuments = true }
          if facts.kinds[Int(source.voice)] == .residual { hasUnnamed = true }
        }
      }
    }
    sort(entries)
  }

  /// Brings both sides into order of strength.
  mutating func sort(_ entries: [(entry: Entry, kind: BearingKind)]) {
    func isStronger(_ left: Line, _ right: Line) -> Bool {
      if left.weight != right.weight { return left.weight > right.weight }
      if left.isObserved != right.isObserved { return left.isObserved }
      let one = entries[Int(left.entry)].entry
      let other = entries[Int(right.entry)].entry
      let ours = one.weighing.appraisal ?? Appraisal(-1, -1, -1)
      let theirs = other.weighing.appraisal ?? Appraisal(-1, -1, -1)
      if ours != theirs {
        return (ours.relevance, ours.richness, ours.rigour)
          > (theirs.relevance, theirs.richness, theirs.rigour)
      }
      if left.item != right.item { return left.item < right.item }
      return !one.isImplied && other.isImplied
    }
    supporting.sort(by: isStronger)
    challenging.sort(by: isStronger)
  }
}

extension Entry {
  /// Whether it observed the outcome of a test that eliminates.
  var isDecisiveTest: Bool { claim == .observed && (bearing.test?.eliminates ?? false) }

  /// Whether its silence, with that weight, fails such a test: only a stated search does.
  func isDecisiveSilence(_ weight: Weight) -> Bool {
    isDecisiveTest && weight == .strong && bearing.search != nil
  }

  /// Whether an espoused claim hopes; else it fears.
  var isHope: Bool {
    (bearing.direction ?? (bearing.kind == .challenges ? .minus : .plus)) == .plus
  }
}
