import Diagnostics
import PropertyGraph

/// Every message of this room, in one place.
enum Wording {
  // MARK: Vocabulary

  static func malformedKindName(_ name: Text) -> Diagnostic {
    Diagnostic(
      phase: .study, code: "MalformedName", "`\(name)` cannot be the name of a kind",
      help: "write letters and digits, beginning with a capital: `CareSetting`")
  }

  static func malformedLinkName(_ name: Text) -> Diagnostic {
    Diagnostic(
      phase: .study, code: "MalformedName", "`\(name)` cannot be the name of a link type",
      help: "write capitals joined by underscores: `FUNDED_BY`")
  }

  static func malformedKey(_ key: Text) -> Diagnostic {
    Diagnostic(
      phase: .study, code: "MalformedName", "`\(key)` cannot be a key of a study file",
      help: "write lower-case words joined by hyphens: `care-setting`")
  }

  static func taken(_ what: String, _ name: Text) -> Diagnostic {
    Diagnostic(
      phase: .study, code: "DuplicateName", "the \(what) `\(name)` exists already",
      help: "choose another name; what the vocabulary has cannot be redefined")
  }

  static func unknownKind(_ kind: Text, inLink link: Text, help: String?) -> Diagnostic {
    Diagnostic(
      phase: .study, code: "UnknownKind", "link type `\(link)` names the unknown kind `\(kind)`",
      help: help)
  }

  // MARK: Judging

  static func lineageCycle(_ items: [Text]) -> Diagnostic {
    let circle = (items + items.prefix(1)).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      phase: .study, code: "LineageCycle",
      "items derive from one another in a circle: \(circle)",
      help: "decide which of them came first and take its `derives-from` out")
  }

  // MARK: Rules

  static func unknownRule(_ path: Text, known: [String]) -> Diagnostic {
    Diagnostic(
      phase: .study, code: "UnknownRule", "the rules have no setting `\(path)`",
      help: NearestName.help(for: path.string, among: known, called: "settings"))
  }

  static func groupOfRules(_ path: Text, settings: [String]) -> Diagnostic {
    let list = settings.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      phase: .study, code: "IncompleteRule", "`\(path)` is a group of settings, not a setting",
      help: "write one of them below it: \(list); what is left out keeps its default")
  }

  static func invalidRule(_ path: Text, _ value: Text, expectation: String) -> Diagnostic {
    Diagnostic(
      phase: .study, code: "InvalidRule",
      value.isEmpty ? "`\(path)` has no value" : "`\(path)` cannot be `\(value)`",
      help: "it must be \(expectation)")
  }

  // MARK: Statements

  static func nothingToTest() -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "NothingToTest",
      "the pattern names no configuration and no theory to test",
      help: "give one a variable and its kind: `TEST MATCH (c:Configuration) ...`")
  }

  static func nothingMatched() -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "NothingToTest",
      "the pattern matches no configuration and no theory",
      help: "run it as a query: `MATCH ... RETURN ...` shows what there is")
  }

  static func unknownVerdict(_ word: Text, known: [Text]) -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "UnknownVerdict", "`\(word)` is no verdict that can be required",
      help: NearestName.help(for: word.string, among: known.map(\.string), called: "words"))
  }

  static func againstItself(_ theory: Text) -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "ContradictoryOptions",
      "the theory `\(theory)` cannot be its own rival",
      help: "name after AGAINST what else could explain the same thing")
  }

  static func rivalTwice(_ theory: Text) -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "ContradictoryOptions",
      "the theory `\(theory)` is named twice after AGAINST", help: "name each rival once")
  }

  static func missingParameter(_ name: Text) -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "MissingParameter", "the parameter `$\(name)` has no value",
      help: "give it the id as a text")
  }

  static func parameterIsNoID(_ name: Text, _ type: String) -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "InvalidArgumentType",
      "`$\(name)` must be a text that holds an id, and is \(type)")
  }

  static func unknownReference(
    _ kind: String, _ id: Text, known: [Text], called what: String = "ids"
  ) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "UnknownReference", "there is no \(kind) `\(id)`",
      help: NearestName.help(for: id.string, among: known.map(\.string), called: what))
  }

  /// - Parameter testInstead: How it can be tested, where a test was asked for.
  static func wrongKind(
    _ id: Text, _ kind: Text, expected: [Text], testInstead: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "WrongKind",
      "`\(id)` is \(article(kind.string.lowercased())), not \(article(kinds(expected)))",
      help: testInstead
        ?? "name \(article(kinds(expected))); `MATCH (n:\(expected[0])) RETURN n.id` lists them")
  }

  /// A record that does not exist: the nearest of a kind that fits, else the nearest of any kind.
  static func unknownRecord(
    _ id: Text, kinds: [Text], among records: [(id: Text, kind: Text)]
  ) -> Diagnostic {
    let fitting = records.filter { kinds.contains($0.kind) }.map(\.id.string)
    var help = NearestName.help(for: id.string, among: fitting, called: "ids")
    if NearestName.likely(id.string, among: fitting) == nil,
      let other = NearestName.likely(id.string, among: records.map(\.id.string)),
      let kind = records.first(where: { $0.id.string == other })?.kind
    {
      help = "`\(other)` is \(article(kind.string.lowercased()))"
    }
    return Diagnostic(
      phase: .runtime, code: "UnknownReference",
      "there is no \(self.kinds(kinds)) `\(id)`", help: help)
  }

  /// `context, mechanism or outcome`.
  static func kinds(_ kinds: [Text]) -> String {
    let words = kinds.map { $0.string.lowercased() }
    return words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }

  static func article(_ words: String) -> String {
    let isVowel = words.first.map { "aeiou".contains($0) } ?? false
    return "\(isVowel ? "an" : "a") \(words)"
  }

  static func contradictoryOptions(_ field: Text, _ id: Text) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "ContradictoryOptions",
      "`\(id)` stands in ONLY \(field) and in WITHOUT \(field)",
      help: "leave it out of one of the two")
  }

  static func repeatedOption(_ option: String) -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "RepeatedOption", "`\(option)` is said twice",
      help: "say it once")
  }

  static func sameEnds(_ id: Text) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "SameEnds", "TRACE would lead from `\(id)` to itself",
      help: "a chain passes nothing twice; name another end")
  }

  static func tooManySteps(_ text: String, most: Int) -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "InvalidSteps", "a chain cannot have up to \(text) steps",
      help: "write a whole number from 1 to \(most)")
  }

  static func missingArgument(_ what: String) -> Diagnostic {
    Diagnostic(phase: .compile, code: "MissingArgument", "\(what) is missing")
  }

  static func malformedDate(_ date: Text) -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "MalformedDate", "`\(date)` is not a date",
      help: "write a year, a month or a day: '2024', '2024-09', '2024-09-30'")
  }

  static func rulesCannotBeRead(_ file: Text) -> Diagnostic {
    Diagnostic(
      phase: .unsupported, code: "option.using-rules", "rules files cannot be read here: `\(file)`",
      help: "leave `USING RULES` out, or open the study with those rules")
  }
}
