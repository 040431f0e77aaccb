import Diagnostics
import PropertyGraph
import RealistEvaluation

/// Every message of this room.
enum Wording {
  private static func study(
    _ code: String, _ message: String, help: String? = nil, severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(severity, phase: .study, code: code, message, help: help)
  }

  // MARK: Files

  static func missingStudy(_ folder: String) -> Diagnostic {
    study(
      "NoStudy", "there is no study in `\(folder)`",
      help:
        "a study is a folder that holds `Graph/*.yaml`, or one file; name it with --study, or make "
        + "one with `realist init`")
  }

  static func unreadableFile(_ path: String, _ reason: String) -> Diagnostic {
    study("UnreadableFile", "`\(path)` cannot be read: \(reason)")
  }

  static func unwritableFile(_ path: String, _ reason: String) -> Diagnostic {
    study("UnwritableFile", "`\(path)` cannot be written: \(reason)", help: "nothing was changed")
  }

  static func existingFolder(_ path: String) -> Diagnostic {
    study(
      "FolderNotEmpty", "`\(path)` exists and is not empty",
      help: "name a new folder: files are never overwritten")
  }

  static func unsoundToFormat() -> Diagnostic {
    study(
      "UnsoundStudy", "a study with errors is not formatted: what cannot be read would be lost",
      help: "`realist check` lists them; nothing was changed")
  }

  static func unfaithfulFormat(_ path: String) -> Diagnostic {
    study(
      "UnfaithfulFormat", "`\(path)` cannot be formatted without changing what it says",
      help: "this is a defect of the program, please report it; nothing was changed")
  }

  static func emptyFile(_ source: SourceText) -> Diagnostic {
    study(
      "EmptyFile", "the file holds nothing",
      help: "begin with `theory: <id>` or `document: <id>`, or with a section such as `sites:`"
    ).at(0..<0, in: source)
  }

  // MARK: YAML

  static func invalidUTF8(at offset: Int, in source: SourceText) -> Diagnostic {
    study(
      "InvalidUTF8", "byte \(offset) is not part of a UTF-8 character",
      help: "save the file as UTF-8"
    ).at(offset..<offset + 1, in: source)
  }

  static func byteOrderMark(in source: SourceText) -> Diagnostic {
    study(
      "ByteOrderMark", "the file begins with a byte order mark",
      help: "save it as UTF-8 without a byte order mark"
    ).at(0..<3, in: source)
  }

  static func tab(at offset: Int, in source: SourceText) -> Diagnostic {
    study("TabInIndentation", "a tab stands in the indentation", help: "indent with spaces")
      .at(offset..<offset + 1, in: source)
  }

  static func yamlSyntax(
    _ problem: String, while context: String?, at span: Range<Int>, in source: SourceText
  ) -> Diagnostic {
    study(
      "YAMLSyntax", "not valid YAML: \(problem)",
      help: context.map { "\($0); a text with `: ` or ` #` in it needs quotes" }
        ?? "a text with `: ` or ` #` in it needs quotes"
    ).at(span, in: source)
  }

  static func duplicateKey(
    _ key: String, at span: Range<Int>, in source: SourceText
  ) -> Diagnostic {
    study(
      "DuplicateKey", "`\(key)` stands twice in one map",
      help: "merge the two, or give one of them another id"
    ).at(span, in: source)
  }

  static func tooDeep(at offset: Int, in source: SourceText) -> Diagnostic {
    study("NestingTooDeep", "nested deeper than any study file needs (64 levels)")
      .at(offset..<offset, in: source)
  }

  static func alias(at offset: Int, in source: SourceText) -> Diagnostic {
    study("YAMLAlias", "YAML aliases stand for too much here", help: "write the values out")
      .at(offset..<offset, in: source)
  }

  static func unreadableYAML(_ reason: String, in source: SourceText) -> Diagnostic {
    study("YAMLSyntax", "not valid YAML: \(reason)").at(0..<0, in: source)
  }

  // MARK: Records

  static func unexpectedShape(_ what: String, expected: String, found: String) -> Diagnostic {
    study("UnexpectedShape", "\(what) must be \(expected), not \(found)")
  }

  static func unknownSection(_ key: String, help: String?) -> Diagnostic {
    study("UnknownSection", "`\(key)` is not a section of a study file", help: help)
  }

  static func unknownKey(_ key: String, of kind: String, help: String?) -> Diagnostic {
    study("UnknownKey", "`\(key)` is not a key of \(kind)", help: help)
  }

  static func wrongType(_ key: String, expected: String, found: String) -> Diagnostic {
    study("WrongType", "`\(key)` must be \(expected), not `\(shortened(found))`")
  }

  static func wrongWord(
    _ key: String, found: String, expected: String, help: String?
  ) -> Diagnostic {
    study("WrongType", "`\(key)` must be \(expected), not `\(shortened(found))`", help: help)
  }

  static func emptyValue(_ key: String) -> Diagnostic {
    study("EmptyValue", "`\(key)` has no value", help: "give it one, or leave the key out")
  }

  static func malformedID(_ id: String) -> Diagnostic {
    study(
      "MalformedID", "`\(shortened(id))` is not an id",
      help: "ids are lower-case letters, digits, `-` and `.`, beginning with a letter or digit")
  }

  static func missingReference(_ key: String, kinds: [String]) -> Diagnostic {
    study(
      "MissingReference", "this entry of `\(key)` names no record",
      help: "write the id under one of: \(kinds.joined(separator: ", "))")
  }

  static func twoReferences(_ key: String, _ first: String, _ second: String) -> Diagnostic {
    study(
      "TwoReferences", "this entry of `\(key)` names two records, under `\(first)` and `\(second)`",
      help: "make it two entries")
  }

  static func missingHeader(_ key: String, needs kind: String) -> Diagnostic {
    study(
      "MissingReference", "`\(key)` needs a \(kind) here, because the file has no header",
      help: "begin the file with `\(kind): <id>`, or name the \(kind) in the entry")
  }

  static func newerFormat(_ version: Int, known: Int) -> Diagnostic {
    study(
      "NewerFormat", "this study has format \(version); this program knows formats up to \(known)",
      help: "use a newer realist")
  }

  static func emptyRules(_ source: SourceText) -> Diagnostic {
    study(
      "InvalidRules", "this is no rules file",
      help: "begin with `rules: \(RulesReader.version)` and a `name:`"
    ).at(0..<0, in: source)
  }

  static func malformedRulesVersion(known: Int) -> Diagnostic {
    study(
      "InvalidRules", "`rules` must be the version of the form of this file",
      help: "write `rules: \(known)`")
  }

  static func namelessRules() -> Diagnostic {
    study(
      "InvalidRules", "`name` has no value",
      help: "say what to call these rules on every report: `name: stricter`")
  }

  static func newerRules(_ version: Int, known: Int) -> Diagnostic {
    study(
      "NewerFormat", "these rules have form \(version); this program knows forms up to \(known)",
      help: "use a newer realist")
  }

  // MARK: The whole study

  static func duplicateID(_ id: Text, first: String) -> Diagnostic {
    study(
      "DuplicateID", "`\(id)` is taken already, at \(first)", help: "ids are unique over the study")
  }

  static func unknownID(_ id: Text, nearest: String?, unread: [String]) -> Diagnostic {
    study(
      "UnknownID", "there is no record `\(id)`",
      help: nearest.map { "did you mean `\($0)`?" }
        ?? unread.first.map { "it may stand in `\($0)`, which could not be read" })
  }

  static func coversNoPart(_ entry: Text, of configuration: Text, parts: [String]) -> Diagnostic {
    study(
      "CoversNoPart", "`\(entry)` is no part of `\(configuration)`, so nothing counts on it",
      help: NearestName.help(for: entry.string, among: parts, called: "parts"),
      severity: .warning)
  }

  static func lineageCycle(_ items: [Text]) -> Diagnostic {
    let circle = (items + items.prefix(1)).map { "`\($0)`" }.joined(separator: ", ")
    return study(
      "LineageCycle", "items derive from one another in a circle: \(circle)",
      help: "decide which of them came first and take its `derives-from` out")
  }

  static func noRival(_ theory: Text) -> Diagnostic {
    study(
      "NoRival",
      "the theory `\(theory)` has no rival: what fits it may fit another theory as well",
      help: "write what else could explain the same thing as a theory of its own, and name it "
        + "here under `rivals`",
      severity: .warning)
  }

  static func wrongKind(
    _ id: Text, is kind: Text, key: Text, expected: [Text]
  ) -> Diagnostic {
    study(
      "WrongKind", "`\(id)` is a \(kind), which cannot stand at this end of `\(key)`",
      help: "expected: \(expected.map(\.string).joined(separator: ", "))")
  }

  static func missingProperty(_ key: Text, of id: Text, kind: Text) -> Diagnostic {
    study(
      "MissingProperty", "\(kind) `\(id)` has no `\(key)`", help: "add `\(key): …`",
      severity: .warning)
  }

  // MARK: Sources

  static func noSource(_ document: Text, file: Text) -> Diagnostic {
    study(
      "NoSourceText", "the text of `\(document)` (`\(file)`) is not in the sources folder",
      help: "its locators were not checked", severity: .note)
  }

  static func noSourcesFolder(_ folder: String) -> Diagnostic {
    study(
      "NoSources", "there is no folder `\(folder)` with documents",
      help: "--sources names the folder that holds the documents as text")
  }

  static func nothingProved(_ folder: String) -> Diagnostic {
    study(
      "NothingProved", "`\(folder)` holds the text of none of this study's documents",
      help: "a document's `text-file` names the file looked for", severity: .warning)
  }

  static func pastEnd(line: Int64, lines: Int, document: Text) -> Diagnostic {
    study(
      "LocatorPastEnd", "line \(line) is past the end of `\(document)`, which has \(lines) lines")
  }

  static func anchorNotThere(_ anchor: Text, line: Int64, elsewhere: Int?) -> Diagnostic {
    study(
      "AnchorNotFound", "the anchor `\(anchor)` does not stand at line \(line)",
      help: elsewhere.map { "it stands at line \($0)" }
        ?? "it stands nowhere in the text: copy the words as printed")
  }

  static func longAnchor(_ anchor: Text, words: Int) -> Diagnostic {
    study(
      "LongAnchor", "the anchor has \(words) words", help: "an anchor has at most eight")
  }

  static func codeNotThere(_ code: Text, line: Int64, of id: Text) -> Diagnostic {
    study(
      "CodeNotPrinted", "`\(id)` is given by \(code), but line \(line) does not print that code",
      help: "attribution is what is printed")
  }

  static func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= 60 ? text : String(text.unicodeScalars.prefix(57)) + "…"
  }
}
