import Diagnostics
import PropertyGraph
import Testing

@testable import RealistEvaluation

@Suite struct VocabularyTests {
  let vocabulary = Vocabulary.standard

  @Test func everyNameIsUniqueAndWellFormed() {
    #expect(Set(vocabulary.kinds.map(\.name)).count == vocabulary.kinds.count)
    #expect(Set(vocabulary.kinds.map(\.key)).count == vocabulary.kinds.count)
    #expect(Set(vocabulary.kinds.map(\.section)).count == vocabulary.kinds.count)
    #expect(Set(vocabulary.linkTypes.map(\.name)).count == vocabulary.linkTypes.count)
    for kind in vocabulary.kinds {
      #expect(Vocabulary.isKindName(kind.name), "\(kind.name)")
      #expect(Vocabulary.isFileKey(kind.key) && Vocabulary.isFileKey(kind.section))
      #expect(Set(kind.properties.map(\.name)).count == kind.properties.count, "\(kind.name)")
    }
    for link in vocabulary.linkTypes {
      #expect(Vocabulary.isLinkName(link.name), "\(link.name)")
      #expect(Vocabulary.isFileKey(link.key), "\(link.name)")
    }
  }

  @Test func everyEndOfEveryLinkIsAKind() {
    for link in vocabulary.linkTypes {
      for end in link.from + link.to {
        #expect(vocabulary.kind(named: end) != nil, "\(link.name) names \(end)")
      }
    }
  }

  /// A key of a record means one thing: a property, a link, or, in a header file, a section.
  @Test func keysOfOneRecordNeverMeanTwoThings() {
    for kind in vocabulary.kinds {
      var meanings: [Text: Text] = [:]
      for property in kind.properties { meanings[property.key] = property.key }
      for link in vocabulary.linkTypes(ownedBy: kind.name) {
        let other = meanings.updateValue(link.name, forKey: link.key)
        #expect(other == nil || link.referenceKey != nil, "\(kind.name).\(link.key)")
      }
      if kind.name == "Theory" || kind.name == "Document" {
        for section in vocabulary.kinds.map(\.section) {
          #expect(meanings[section] == nil, "\(kind.name).\(section)")
        }
      }
    }
  }

  @Test func aReferenceMapHasNoKeyTwice() {
    for link in vocabulary.linkTypes {
      let references =
        link.referenceKey.map { [$0] }
        ?? vocabulary.kinds(at: link.owner.opposite, of: link).map(\.key)
      for key in references { #expect(link.property(key: key) == nil, "\(link.name).\(key)") }
    }
  }

  @Test func looksUpByEveryName() throws {
    let kind = try #require(vocabulary.kind(section: "research-questions"))
    #expect(kind.name == "ResearchQuestion")
    #expect(vocabulary.kind(key: "research-question") == kind)
    #expect(vocabulary.kind(named: "ResearchQuestion") == kind)
    #expect(vocabulary.kind(named: "Evidense") == nil)
    #expect(vocabulary.helpForKind("Evidense") == "did you mean `Evidence`?")
    let bearings = vocabulary.linkTypes(ownedBy: "Figure", key: "bears-on")
    #expect(bearings.map(\.name) == ["SUPPORTS", "CHALLENGES", "QUALIFIES", "SILENT_ON"])
    #expect(bearings.last?.property(key: "search") != nil)
    #expect(bearings.first?.property(key: "search") == nil)
    #expect(Vocabulary.fileKey(ofName: "paired_by") == "paired-by")
    #expect(Vocabulary.name(ofFileKey: "paired-by") == "paired_by")
  }

  @Test func signaturesKeepEndsTogether() throws {
    let sameAs = try #require(vocabulary.linkType(named: "SAME_AS"))
    #expect(sameAs.allows(from: "Site", to: "Site"))
    #expect(!sameAs.allows(from: "Site", to: "Document"))
    #expect(sameAs.targets(whenOwnedBy: "Document") == ["Document"])
    let espouses = try #require(vocabulary.linkType(named: "ESPOUSES"))
    #expect(espouses.ownerKinds.contains("Mechanism"))
    #expect(espouses.targets(whenOwnedBy: "Mechanism") == ["Document", "Passage"])
    let concerns = try #require(vocabulary.linkType(named: "CONCERNS"))
    #expect(concerns.allows(from: "Discrepancy", to: "Metric"))
    #expect(vocabulary.kinds(at: .to, of: concerns).count == vocabulary.kinds.count)
  }

  @Test func aStudyAddsButNeverRedefines() throws {
    let setting = Kind(
      "CareSetting", key: "care-setting", section: "care-settings", meaning: "Where care happens",
      properties: [.title])
    let placed = LinkType(
      "SET_IN", from: ["Evidence"], to: ["CareSetting"], key: "set-in", meaning: "Where")
    let extended = try vocabulary.extended(with: [setting], linkTypes: [placed])
    #expect(extended.kind(section: "care-settings")?.isExtension == true)
    #expect(extended.linkTypes(ownedBy: "Evidence", key: "set-in").map(\.name) == ["SET_IN"])
    let again = #expect(throws: Diagnostic.self) {
      try extended.extended(with: [setting], linkTypes: [])
    }
    #expect(again?.code == "DuplicateName")
    let lost = LinkType("LOST", from: ["Evidense"], to: [], key: "lost", meaning: "")
    let unknown = #expect(throws: Diagnostic.self) {
      try vocabulary.extended(with: [], linkTypes: [lost])
    }
    #expect(unknown?.help == "did you mean `Evidence`?")
    let clash = LinkType("CLAIMS", from: ["Evidence"], to: [], key: "claim", meaning: "")
    #expect(throws: Diagnostic.self) { try vocabulary.extended(with: [], linkTypes: [clash]) }
  }

  @Test(arguments: [
    (PropertyType.date, Value("2024-02-30"), false), (.date, "2024-02-29", true),
    (.date, "2024-13", false), (.date, "2024", true), (.date, "24", false),
    (.integer(0...3), 3, true), (.integer(0...3), 4, false), (.number, 4, true),
    (.number, .float(.nan), false), (.textList, .list(["a", "b"]), true),
    (.textList, .list([1]), false),
    (.text, "", false), (.oneOf(["a"]), "a", true), (.oneOf(["a"]), "b", false),
    (.boolean, true, true), (.boolean, "true", false), (.text, nil, false),
  ])
  func typesAcceptWhatTheySay(type: PropertyType, value: Value, accepted: Bool) {
    #expect(type.accepts(value) == accepted)
  }

  @Test func partialDatesCompareOnlyWhereTheyDoNotOverlap() throws {
    let year = try #require(PartialDate("2024"))
    let month = try #require(PartialDate("2024-09"))
    let day = try #require(PartialDate("2024-10-01"))
    #expect(!year.isBefore(month) && !month.isBefore(year))
    #expect(month.isBefore(day) && !day.isBefore(month))
  }
}
