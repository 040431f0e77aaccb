import GraphQuery
import PropertyGraph
import RealistEvaluation

/// Finds what could stand at the end of a text that somebody types: names where names belong, by
/// what they belong to; keywords where the parser takes them.
struct Completer {
  let names: StudyNames
  let settings: ShellSettings
  let saved: [SavedQuery]

  /// Words of realist statements that an id of that kind follows.
  private static let references: [(word: String, kind: Text)] = [
    ("THEORY", "Theory"), ("CONFIGURATION", "Configuration"), ("MECHANISM", "Mechanism"),
    ("CONTEXT", "Context"), ("OUTCOME", "Outcome"), ("VOICE", "Participant"),
    ("METHOD", "Method"), ("DOCUMENT", "Document"), ("SITE", "Site"), ("AGAINST", "Theory"),
  ]

  /// The possibilities at the end of the text.
  func complete(_ text: String) -> Completion {
    let line = text.drop(while: \.isWhitespace)
    if line.first == ":", !line.contains("\n") {
      return CommandCompleter(names: names, settings: settings, saved: saved)
        .complete(String(line.dropFirst()))
    }
    var words = QueryWords.of(text)
    let end = text.unicodeScalars.count
    var typed: QueryWord?
    if let last = words.last, last.end == end {
      switch last.kind {
      case .openComment: return .nothing
      case .name, .parameter, .text(isOpen: true): typed = words.popLast()
      default: break
      }
    }
    if typed?.kind == .parameter { return parameters(typed?.text ?? "$") }
    if let completion = reference(text, words + (typed.map { [$0] } ?? [])) { return completion }
    let scope = QueryScope(words)
    if case .text = typed?.kind {
      return values(words, scope, typed: typed?.text ?? "'") ?? .nothing
    }
    let partial = typed?.text ?? ""
    if let completion = name(words, scope, partial) { return completion }
    var prefix = text
    prefix.unicodeScalars.removeLast(partial.unicodeScalars.count)
    var found =
      KeywordCompleter(names: names).candidates(after: prefix, typed: partial, scope: scope)
    if partial.isEmpty, let values = values(words, scope, typed: "") {
      found = values.candidates + found.filter { !$0.note.isEmpty }
    }
    return Completion(typed: partial, candidates: found)
  }

  // MARK: Names

  /// A name whose place is certain; `nil` where the grammar has to be asked.
  private func name(
    _ words: [QueryWord], _ scope: QueryScope, _ partial: String
  ) -> Completion? {
    guard let last = words.last else { return nil }
    let before = words.count > 1 ? words[words.count - 2] : nil
    let separates = [":", "|", "&", "!"].contains(last.text) && last.kind == .symbol
    if last.isSymbol("."), let before, before.kind == .name {
      guard let variable = scope.variable(before.text) else { return procedure(words, partial) }
      let entries =
        !variable.types.isEmpty
        ? names.properties(ofTypes: variable.types) : names.properties(ofKinds: variable.kinds)
      return filtered(entries, partial)
    }
    if last.upper == "CALL" { return procedure(words, partial) }
    switch scope.top?.role {
    case .relationship where separates:
      let neighbor = scope.top?.neighbor
      return filtered(names.linkTypes(at: neighbor?.end, of: neighbor?.kinds.first), partial)
    case .node where separates:
      guard let top = scope.top, let end = top.end else { return filtered(names.kinds, partial) }
      return filtered(names.kinds(at: end, of: top.types), partial)
    case .map where last.isSymbol("{") || last.isSymbol(","):
      guard let top = scope.top else { return nil }
      let entries =
        top.types.isEmpty
        ? names.properties(ofKinds: top.kinds) : names.properties(ofTypes: top.types)
      return filtered(entries, partial, ending: ": ")
    case .map: return nil
    default:
      let labels = last.isSymbol(":") && before?.kind == .name
      return labels ? filtered(names.kinds, partial) : nil
    }
  }

  /// Procedures have dots in their names.
  private func procedure(_ words: [QueryWord], _ partial: String) -> Completion? {
    guard let call = words.lastIndex(where: { $0.upper == "CALL" }) else { return nil }
    let begun = words[(call + 1)...].map(\.text).joined() + partial
    return filtered(
      names.procedures.map {
        StudyNames.Entry(name: $0.name.string, note: $0.summary.string)
      }, begun, ending: "(")
  }

  private func parameters(_ typed: String) -> Completion {
    var entries = settings.parameters.keys.map { StudyNames.Entry(name: "$" + $0.string) }
    entries.append(StudyNames.Entry(name: "$_", note: "the last result, a list of maps"))
    return filtered(entries, typed)
  }

  // MARK: Values

  /// Ids and closed lists of words, in quotes, where a property is compared or given.
  private func values(
    _ words: [QueryWord], _ scope: QueryScope, typed: String
  ) -> Completion? {
    guard let (property, kinds, types) = comparedProperty(words, scope) else { return nil }
    let entries =
      property == "id"
      ? names.ids(ofKinds: kinds) : names.words(of: property, kinds: kinds, types: types)
    guard !entries.isEmpty else { return nil }
    let quote = typed.hasPrefix("\"") ? "\"" : "'"
    let begun = typed.isEmpty ? "" : String(typed.dropFirst())
    var completion = filtered(entries, begun)
    completion.typed = typed
    completion.candidates = completion.candidates.map {
      Completion.Candidate(text: quote + $0.text, note: $0.note, ending: quote)
    }
    return completion
  }

  /// `{id: `, `c.id = `, `c.id <> `, `c.id IN [`.
  private func comparedProperty(
    _ words: [QueryWord], _ scope: QueryScope
  ) -> (property: Text, kinds: [Text], types: [Text])? {
    var rest = words[...]
    if scope.top?.role == .map, rest.last?.isSymbol(":") ?? false, let key = scope.top?.key {
      return (key, scope.top?.kinds ?? [], scope.top?.types ?? [])
    }
    if scope.top?.role == .list {
      while let last = rest.last, !last.isSymbol("[") {
        guard last.isSymbol(",") || last.kind == .text(isOpen: false) else { return nil }
        rest = rest.dropLast()
      }
      rest = rest.dropLast()
      guard rest.last?.upper == "IN" else { return nil }
      rest = rest.dropLast()
    } else {
      let comparisons = rest.reversed().prefix { ["=", "<", ">"].contains($0.text) }.count
      guard comparisons > 0 else { return nil }
      rest = rest.dropLast(comparisons)
    }
    let end = Array(rest.suffix(3))
    guard end.count == 3, end[1].isSymbol("."), end[0].kind == .name, end[2].kind == .name else {
      return nil
    }
    let variable = scope.variable(end[0].text)
    return (Text(end[2].text), variable?.kinds ?? [], variable?.types ?? [])
  }

  // MARK: References

  /// Ids in realist statements stand bare: `TEST THEORY working-together`.
  private func reference(_ text: String, _ words: [QueryWord]) -> Completion? {
    let statements = names.statements.map(\.keyword.string)
    guard words.contains(where: { statements.contains($0.upper) }) else { return nil }
    let scalars = Array(text.unicodeScalars)
    var start = scalars.count
    while start > 0,
      QueryWords.isNamePart(scalars[start - 1]) || "-.'".unicodeScalars.contains(scalars[start - 1])
    {
      start -= 1
    }
    guard start > 0, let before = words.last(where: { $0.end <= start }),
      let kind = Self.references.first(where: { $0.word == before.upper })?.kind
    else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start...])
    let typed = String(view)
    var completion = filtered(
      names.ids(ofKinds: [kind]), typed.replacing("'", with: ""), ending: " ")
    completion.typed = typed
    return completion.candidates.isEmpty ? nil : completion
  }

  // MARK: Choosing

  /// Entries that begin as typed; without any, those in which it occurs.
  private func filtered(
    _ entries: [StudyNames.Entry], _ typed: String, ending: String = ""
  ) -> Completion {
    CandidateFilter.of(entries, typed, ending: ending)
  }
}

/// Chooses by what has been typed.
enum CandidateFilter {
  static func of(
    _ entries: [StudyNames.Entry], _ typed: String, ending: String = ""
  ) -> Completion {
    let wanted = typed.lowercased()
    var chosen = entries.filter { $0.name.lowercased().hasPrefix(wanted) }
    if chosen.isEmpty, wanted.count >= 2 {
      chosen = entries.filter {
        $0.name.lowercased().contains(wanted) || $0.note.lowercased().contains(wanted)
      }
    }
    return Completion(
      typed: typed,
      candidates: chosen.map {
        Completion.Candidate(text: $0.name, note: $0.note, ending: ending)
      })
  }
}
