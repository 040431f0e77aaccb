import PropertyGraph

/// How many voices of which weight stand on one side of a part, and what the rules ask of them
/// besides.
struct SideTally: Sendable, Hashable {
  var voices = 0
  var strong = 0
  var moderate = 0
  var strongOrModerate: Int { strong + moderate }
  /// One bit for each kind of method.
  var families: UInt8 = 0
  /// Whether a strong observation is a failed hoop or doubly decisive test.
  var failsDecisiveTest = false
  /// Voices that hold an official record.
  var records = 0
  /// Those of them whose records have no date.
  var undatedRecords = 0
  /// The last day that any dated record may mean.
  var latestRecord = Int.min
  /// The latest first day that a dated record may mean.
  var newestRecord = Int.min

  /// Takes a voice in, without what it is known by.
  mutating func add(_ weight: Weight) {
    voices += 1
    if weight == .strong { strong += 1 }
    if weight == .moderate { moderate += 1 }
  }

  /// The side without one voice of a weight.
  func without(_ weight: Weight) -> SideTally {
    var rest = self
    rest.voices -= 1
    if weight == .strong { rest.strong -= 1 }
    if weight == .moderate { rest.moderate -= 1 }
    return rest
  }

  /// Takes in the dates of the official records of one voice.
  mutating func addRecord(dates: some Sequence<PartialDate>) {
    records += 1
    var isDated = false
    for date in dates {
      isDated = true
      latestRecord = max(latestRecord, date.latest)
      newestRecord = max(newestRecord, date.earliest)
    }
    if !isDated { undatedRecords += 1 }
  }

  /// Whether one record of this side is later than every record of the other. A record without a
  /// date is later than none, and none is later than it.
  func isLater(than other: SideTally) -> Bool {
    if records == 0 { return false }
    if other.records == 0 { return true }
    return other.undatedRecords == 0 && other.latestRecord < newestRecord
  }
}

/// What stands for and against one part, as the nine rules see it.
struct Stand: Sendable {
  var supporting = SideTally()
  var challenging = SideTally()
  /// Whether anybody hopes or fears; asked only where nobody speaks for or against.
  var isHoped = false
  var isFeared = false
  var isQualified = false
  var isSilentOn = false
  var hasSetAside = false
  var failsBySilence = false
  var isProvision = false
  /// Whether the moderate and strong voices of both sides are one and the same, of two minds.
  var isOneVoice = false
}

/// What only rule 7 asks, and so is counted only then.
protocol SupportBreadth {
  /// Different known scales among the supporting voices.
  func scaleCount() -> Int
  /// Different known sites among them.
  func siteCount() -> Int
}

extension Balance: SupportBreadth {
  func scaleCount() -> Int { Set(supporting.compactMap(\.scale)).count }
  func siteCount() -> Int { Set(supporting.flatMap(\.sites)).count }

  /// The same as the rules see it.
  var stand: Stand {
    var stand = Stand()
    stand.supporting = Self.tally(supporting)
    stand.challenging = Self.tally(challenging)
    stand.isHoped = !hoping.isEmpty
    stand.isFeared = !fearing.isEmpty
    stand.isQualified = isQualified
    stand.isSilentOn = isSilentOn
    stand.hasSetAside = hasSetAside
    stand.failsBySilence = failsBySilence
    stand.isProvision = isProvision
    let weighty = supporting.filter { $0.weight >= .moderate }.map(\.voice)
    let opposed = challenging.filter { $0.weight >= .moderate }.map(\.voice)
    stand.isOneVoice =
      weighty.count == 1 && weighty == opposed && !splitCounts.contains(weighty[0])
    return stand
  }

  private static func tally(_ side: [Testimony]) -> SideTally {
    var tally = SideTally()
    for testimony in side {
      tally.add(testimony.weight)
      for family in testimony.families { tally.families |= family.bit }
      if testimony.failsDecisiveTest { tally.failsDecisiveTest = true }
      if testimony.isOfficialRecord { tally.addRecord(dates: testimony.recordDates) }
    }
    return tally
  }
}
