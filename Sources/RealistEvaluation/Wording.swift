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

  static func invalidRule(_ path: Text, _ value: Text, expectation: String) -> Diagnostic {
    Diagnostic(
      phase: .study, code: "InvalidRule", "`\(path)` cannot be `\(value)`",
      help: "it must be \(expectation)")
  }
}
