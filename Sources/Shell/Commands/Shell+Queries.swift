import Diagnostics
import PropertyGraph
import Reports

extension Shell {
  func listQueries() throws(Diagnostic) {
    let saved = savedQueries()
    guard !saved.isEmpty else { return console.note(Wording.noSavedQueries) }
    var lines: [String] = []
    let width = saved.map { DisplayWidth.of($0.name) }.max() ?? 0
    for query in saved {
      let padding = String(repeating: " ", count: width - DisplayWidth.of(query.name) + 2)
      let room = max(20, (console.width ?? 100) - width - 4)
      let about = TerminalText.wrap(
        query.question.isEmpty ? query.title : query.question, width: room)
      lines.append("  \(query.name)\(padding)\(about.first ?? "")")
      let indent = String(repeating: " ", count: width + 4)
      lines += about.dropFirst().map { indent + $0 }
      for name in query.parameters {
        let example = query.examples.first { $0.name == name }.map { " = \($0.value)" } ?? ""
        lines.append("\(indent)$\(name)\(example)")
      }
    }
    lines.append("Run one with `:run name`.")
    try show(lines)
  }

  /// `:run name parameter=value …`; a person is asked for what is missing.
  func runSaved(_ text: String) throws(Diagnostic) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let saved = savedQueries()
    guard let name = words.first else { throw Wording.missingArgument("run", "a saved query") }
    guard let query = saved.first(where: { $0.name == name }) else {
      throw Wording.unknownQuery(name, known: saved.map(\.name))
    }
    var given = PropertyMap()
    for word in words.dropFirst() {
      guard let equals = word.firstIndex(of: "="), equals > word.startIndex else {
        throw Wording.wrongAssignment(word)
      }
      given[Text(String(word[..<equals]))] = Self.value(
        of: String(word[word.index(after: equals)...]))
    }
    for parameter in query.parameters {
      let key = Text(parameter)
      if given[key] != nil || settings.parameters[key] != nil { continue }
      given[key] = try missing(parameter, of: query)
    }
    for statement in Self.statements(of: query.text) {
      do throws(Diagnostic) {
        try execute(statement.text, parameters: given)
      } catch {
        throw ScriptPlace.of(error, in: statement, of: query.path)
      }
    }
  }

  private func missing(_ parameter: String, of query: SavedQuery) throws(Diagnostic) -> Value {
    let example = query.examples.first { $0.name == parameter }?.value
    guard let ask else {
      throw Wording.missingQueryParameter(parameter, of: query.name, example: example)
    }
    let offer = example.map { " [\($0)]" } ?? ""
    guard let answer = ask("$\(parameter)\(offer): ") else { throw Wording.cancelled() }
    let typed = Self.trimmed(answer[...])
    guard !typed.isEmpty else {
      guard let example else { throw Wording.parameterWithoutValue(parameter) }
      return Self.value(of: example)
    }
    return Self.value(of: typed)
  }

  /// The statements of a text, with their places. O(bytes).
  public static func statements(of text: String) -> [ScriptStatement] {
    var splitter = StatementSplitter()
    var statements: [ScriptStatement] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      statements += splitter.take(String(line))
    }
    if let last = splitter.finish() { statements.append(last) }
    return statements
  }
}
