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

  /// Numbers everything once. O(items log items).
  init(_ index: EvidenceIndex, origins: [[Origin]], sitting: (Int) -> AccountSitting) {
    let heard = origins.joined()
    let voices = Numbering(heard.map(\.voice))
    let studies = Numbering(heard.flatMap(\.studies))
    let scopes = Numbering(heard.map(\.scope))
    let sites = Numbering(heard.flatMap(\.sites))
    let scales = Numbering(index.items.compactMap(\.scale))
    let sittings = Numbering(index.items.indices.map(sitting))
    let places = Numbering(sittings.names.map(\.place))
    self.voices = voices.names
    kinds = voices.names.map(\.kind) + studies.names.map { _ in .study }
    studyNames = studies.names
    scaleNames = scales.names
    siteNames = sites.names
    var packed: [Source] = []
    var starts: [Int32] = [0]
    var studyList: [Int32] = []
    var siteList: [Int32] = []
    func append(_ names: [Text], _ numbering: Numbering<Text>, to list: inout [Int32])
      -> Range<Int32>
    {
      let start = Int32(list.count)
      for name in names { list.append(numbering[name]) }
      return start..<Int32(list.count)
    }
    for own in origins {
      for origin in own {
        let voice = voices[origin.voice]
        let study = origin.studies.first.map { Int32(voices.names.count) + studies[$0] }
        packed.append(
          Source(
            voice: voice, studyVoice: origin.speaksForStudy ? study ?? voice : voice,
            scope: scopes[origin.scope], stated: Int32(clamping: origin.stated),
            studies: append(origin.studies, studies, to: &studyList),
            sites: append(origin.sites, sites, to: &siteList),
            families: origin.families.reduce(0) { $0 | $1.bit },
            isOwnDocument: origin.isOwnDocument, isOfficialRecord: origin.isOfficialRecord,
            isAuthor: origin.isAuthor))
      }
      starts.append(Int32(packed.count))
    }
    sources = packed
    self.starts = starts
    self.studies = studyList
    self.sites = siteList
    self.scales = index.items.map { $0.scale.map { scales[$0] } ?? -1 }
    self.sittings = index.items.indices.map { sittings[sitting($0)] }
    sittingNames = sittings.names
    sittingTable = sittings.names.map { Sitting(place: places[$0.place], isDated: $0.date != nil) }
    recordDates = index.items.indices.map { position in
      origins[position].contains(where: \.isOfficialRecord)
        ? index.date(of: index.items[position]).flatMap { PartialDate($0) } : nil
    }
  }
}

/// Numbers for names, in their order.
private struct Numbering<Name: Hashable & Comparable> {
  let names: [Name]
  private let numbers: [Name: Int32]

  init(_ all: some Sequence<Name>) {
    names = Set(all).sorted()
    numbers = Dictionary(
      uniqueKeysWithValues: zip(names, 0..<Int32(clamping: names.count)))
  }

  subscript(name: Name) -> Int32 { numbers[name] ?? -1 }
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
