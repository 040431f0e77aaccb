import PropertyGraph

/// What counting needs to know of every item, with numbers for names, so that a verdict can be
/// recounted thousands of times. Numbers follow the order of names.
final class FactTable: Sendable {
  /// One originator of one item.
  struct Source: Sendable {
    var voice: Int32
    /// The same where all voices of a study are one.
    var studyVoice: Int32
    /// Study and method within which unnamed people may be the coded ones.
    var scope: Int32
    /// Unnamed people that the item states.
    var stated: Int32
    /// Positions in `studies`.
    var studies: Range<Int32>
    /// Positions in `sites`.
    var sites: Range<Int32>
    /// One bit for each kind of method.
    var families: UInt8
    var isOwnDocument: Bool
    var isOfficialRecord: Bool
    var isAuthor: Bool
  }

  /// One sitting of an account; undated items have none of their own.
  struct Sitting: Sendable {
    var place: Int32
    var isDated: Bool
  }

  /// Voices in their order; after them, by number, one for each study.
  let voices: [Voice]
  let kinds: [Voice.Kind]
  /// How many numbers of voices there are, those of studies included.
  var voiceCount: Int { kinds.count }
  let studyNames: [Text]
  let scaleNames: [Text]
  let siteNames: [Text]
  let sources: [Source]
  /// Where the sources of each item begin, and at last where they end.
  let starts: [Int32]
  let studies: [Int32]
  let sites: [Int32]
  /// The scale of each item; -1: not known.
  let scales: [Int32]
  /// The sitting of each item.
  let sittings: [Int32]
  let sittingTable: [Sitting]
  let sittingNames: [AccountSitting]
  /// The date of each official record.
  let recordDates: [PartialDate?]

  func sources(ofItem position: Int) -> Range<Int> {
    Int(starts[position])..<Int(starts[position + 1])
  }

  /// Numbers everything once. O(items + names log names).
  /// - Parameter sittings: When and where each item was said.
  init(_ index: EvidenceIndex, origins: [[Origin]], sittings told: [AccountSitting]) {
    var voices = Numbering<Voice>()
    var studies = Numbering<Text>()
    var scopes = Numbering<Text>()
    var sites = Numbering<Text>()
    var scales = Numbering<Text>()
    var sittings = Numbering<AccountSitting>()
    var places = Numbering<AccountSitting.Place>()
    var packed: [Source] = []
    var starts: [Int32] = [0]
    var studyList: [Int32] = []
    var siteList: [Int32] = []
    packed.reserveCapacity(origins.count)
    starts.reserveCapacity(origins.count + 1)
    func append(
      _ names: [Text], _ numbering: inout Numbering<Text>, to list: inout [Int32]
    ) -> Range<Int32> {
      let start = Int32(list.count)
      for name in names { list.append(numbering.number(of: name)) }
      return start..<Int32(list.count)
    }
    // Numbers as they come; the order of names is known when all have come.
    for sources in origins {
      for origin in sources {
        let own = append(origin.studies, &studies, to: &studyList)
        packed.append(
          Source(
            voice: voices.number(of: origin.voice),
            studyVoice: origin.speaksForStudy && !own.isEmpty ? studyList[Int(own.lowerBound)] : -1,
            scope: scopes.number(of: origin.scope), stated: Int32(clamping: origin.stated),
            studies: own, sites: append(origin.sites, &sites, to: &siteList),
            families: origin.families.reduce(0) { $0 | $1.bit },
            isOwnDocument: origin.isOwnDocument, isOfficialRecord: origin.isOfficialRecord,
            isAuthor: origin.isAuthor))
      }
      starts.append(Int32(packed.count))
    }
    let voiceRanks = voices.ranks()
    let studyRanks = studies.ranks()
    let siteRanks = sites.ranks()
    for position in packed.indices {
      let voice = voiceRanks[Int(packed[position].voice)]
      packed[position].voice = voice
      let study = packed[position].studyVoice
      packed[position].studyVoice =
        study < 0 ? voice : Int32(voiceRanks.count) + studyRanks[Int(study)]
    }
    sources = packed
    self.starts = starts
    self.studies = studyList.map { studyRanks[Int($0)] }
    self.sites = siteList.map { siteRanks[Int($0)] }
    self.voices = voices.names
    kinds = voices.names.map(\.kind) + studies.names.map { _ in .study }
    studyNames = studies.names
    siteNames = sites.names
    var scaleNumbers: [Int32] = []
    var sittingNumbers: [Int32] = []
    scaleNumbers.reserveCapacity(origins.count)
    sittingNumbers.reserveCapacity(origins.count)
    for position in origins.indices {
      let scale = index.items[position].scale
      scaleNumbers.append(scale.map { scales.number(of: $0) } ?? -1)
      sittingNumbers.append(sittings.number(of: told[position]))
    }
    let scaleRanks = scales.ranks()
    let sittingRanks = sittings.ranks()
    self.scales = scaleNumbers.map { $0 < 0 ? -1 : scaleRanks[Int($0)] }
    self.sittings = sittingNumbers.map { sittingRanks[Int($0)] }
    scaleNames = scales.names
    sittingNames = sittings.names
    sittingTable = sittings.names.map {
      Sitting(place: places.number(of: $0.place), isDated: $0.date != nil)
    }
    recordDates = origins.indices.map { position in
      origins[position].contains(where: \.isOfficialRecord)
        ? index.date(of: index.items[position]).flatMap { PartialDate($0) } : nil
    }
  }
}

extension MethodFamily {
  /// Its bit in a set of families.
  var bit: UInt8 {
    switch self {
    case .interview: 1
    case .survey: 2
    case .documents: 4
    case .routineData: 8
    case .observation: 16
    case .record: 32
    }
  }
}
