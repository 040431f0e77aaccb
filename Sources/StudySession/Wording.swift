import Diagnostics
import PropertyGraph
import RealistEvaluation

/// What a study says when a statement would break its rules. The protocol has a file of its own.
enum Wording {
  static func searchIndexArguments() -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "InvalidArgumentType",
      "search.index takes a label and a list of property names",
      help: "CALL search.index('Evidence', ['text', 'title'])")
  }

  static func needsStudy(_ statement: Text) -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "NeedsStudy",
      "`\(statement)` is about theories, and this is a plain graph",
      help: "open a study, a folder or a file: `realist query --study DIR '\(statement) ...'`")
  }

  static func noHistory() -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "NoHistory", "this study keeps no history of its own",
      help:
        "a folder's history is git's: git log Graph/; `realist load` makes a file that keeps one")
  }

  static func nothingToFormat(_ path: String) -> Diagnostic {
    Diagnostic(
      phase: .study, code: "NotAFolder", "`\(path)` is a file: only text can be formatted",
      help: "`realist dump` writes a study file as text, formatted")
  }

  static func notOneKind(_ labels: [Text], id: Value?) -> Diagnostic {
    var name = "a node"
    if case .text(let id)? = id { name = "`\(id)`" }
    let has =
      labels.isEmpty
      ? "no kind" : "the kinds " + labels.map { "`\($0)`" }.joined(separator: " and ")
    return refusal(
      "WrongKind", "\(name) would have \(has)", help: "a record of a study has exactly one label")
  }

  static func unknownKind(_ label: Text, help: String?) -> Diagnostic {
    refusal("UnknownLabel", "this study has no kind `\(label)`", help: help)
  }

  static func unknownType(_ name: Text, help: String?) -> Diagnostic {
    refusal("UnknownType", "this study has no link type `\(name)`", help: help)
  }

  static func missingID(_ kind: Text) -> Diagnostic {
    refusal(
      "MissingID", "\(article(kind)) would have no `id`",
      help: "give it one: {id: 'a-short-name', …}; every record of a study has its own")
  }

  static func malformedID(_ what: String) -> Diagnostic {
    refusal(
      "MalformedID", "\(what) is not an id",
      help: "ids are lower-case letters, digits, `-` and `.`, beginning with a letter or digit")
  }

  static func takenID(_ id: Text, by kind: Text?) -> Diagnostic {
    refusal(
      "DuplicateID", "`\(id)` is taken already, by \(article(kind ?? "record"))",
      help: "ids are unique over the study")
  }

  static func wrongEnds(_ type: LinkType, from: Text, to: Text) -> Diagnostic {
    let allowed = type.signatures.map { "\(kinds($0.from)) to \(kinds($0.to))" }
    return refusal(
      "WrongKind", "a link `\(type.name)` cannot lead from \(article(from)) to \(article(to))",
      help: "it leads from \(allowed.joined(separator: "; or from "))")
  }

  static func unknownProperty(_ name: Text, of owner: String, help: String?) -> Diagnostic {
    refusal("UnknownProperty", "\(owner) cannot have a property `\(name)`", help: help)
  }

  static func wrongType(
    _ name: Text, _ value: Value, _ type: PropertyType, of owner: String
  ) -> Diagnostic {
    refusal(
      "WrongType", "`\(name)` of \(owner) must be \(type.expectation), not \(shown(value))",
      help: nil)
  }

  /// `Mechanism `subsidiarity``, to begin or continue a sentence.
  static func record(_ kind: Text, _ id: Text) -> String { "\(kind) `\(id)`" }

  /// `an INTEGER`.
  static func article(_ name: Text) -> String {
    let isVowel = name.string.first.map { "AEIOU".contains($0) } ?? false
    return "\(isVowel ? "an" : "a") \(name)"
  }

  private static func shown(_ value: Value) -> String {
    switch value {
    case .text(let text) where text.isEmpty: "an empty text"
    case .text(let text) where text.string.unicodeScalars.count <= 40: "`\(text)`"
    case .integer(let number): "\(number)"
    default: article(Text(value.typeName))
    }
  }

  private static func kinds(_ names: [Text]) -> String {
    names.isEmpty ? "any kind" : names.map(\.string).joined(separator: " or ")
  }

  private static func refusal(_ code: String, _ message: String, help: String?) -> Diagnostic {
    Diagnostic(phase: .runtime, code: code, message, help: help)
  }
}
