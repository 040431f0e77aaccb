import Diagnostics
import GraphTesting
import PropertyGraph
import RealistEvaluation
import StudyFiles
import Testing

/// The JSON Schema of study files, held against what the reader takes.
@Suite("Schema of study files")
struct SchemaTests {
  private let schema = StudySchema.value(of: .standard)

  @Test("what the template says is legal")
  func template() throws {
    let folder = try TemporaryFolder()
    for name in try StudyTemplate.write(to: folder.path + "/s", title: "T: it's")
    where name.hasSuffix(".yaml") {
      let source = try FileBytes.readText("\(folder.path)/s/\(name)", called: name)
      let value = try #require(try YAMLValue.read(source))
      #expect(MiniatureValidator(schema).problems(in: value) == [], "\(name)")
    }
  }

  @Test(
    "what the reader refuses is refused",
    arguments: [
      "theory: t\ntitel: T", "sites: {a: {nmae: A}}", "mechanisms: [a]", "evidences: {}",
      "evidence: {e: {claim: seen}}", "realist: 2", "realist: 1\nkind: {}",
      "evidence: {e: {bears-on: [{supports: c, relevance: 4}]}}",
      "evidence: {e: {bears-on: [{suports: c}]}}", "Sites: {A b: {name: A}}",
      "evidence: {e: {date: '2024-9'}}",
    ])
  func wrong(text: String) throws {
    let source = SourceText(name: "Graph/x.yaml", text: text + "\n")
    let isRefused = !StudyReader.read([source]).isSound
    let value = try #require(try YAMLValue.read(source))
    #expect(isRefused)
    #expect(MiniatureValidator(schema).problems(in: value) != [], "\(text)")
  }

  @Test("a kind that the study adds is in it")
  func extensions() throws {
    let files = [
      SourceText(
        name: "Graph/study.yaml",
        text: "realist: 1\nkinds: {Programme: {key: programme, properties: [budget]}}\n")
    ]
    let contents = StudyReader.read(files)
    let value = try #require(
      try YAMLValue.read(SourceText(name: "x", text: "programmes: {p: {budget: 3}}\n")))
    #expect(MiniatureValidator(schema).problems(in: value) != [])
    let own = StudySchema.value(of: contents.vocabulary)
    #expect(MiniatureValidator(own).problems(in: value) == [])
  }
}

/// As much of JSON Schema as the schema uses.
struct MiniatureValidator {
  private let root: Value

  init(_ root: Value) { self.root = root }

  func problems(in value: Value) -> [String] { problems(value, root, at: "") }

  private func problems(_ value: Value, _ schema: Value, at place: String) -> [String] {
    guard case .map(let rules) = schema else { return ["no schema at \(place)"] }
    var found: [String] = []
    for (key, rule) in rules {
      switch (key.string, rule) {
      case ("$ref", .text(let name)):
        let last = Text(String(name.string.split(separator: "/").last ?? ""))
        found += problems(value, member(member(root, "$defs"), last), at: place)
      case ("type", .text(let type)): if !Self.isA(type.string, value) { found.append(place) }
      case ("type", .list(let types)):
        let fits = types.contains {
          if case .text(let t) = $0 { Self.isA(t.string, value) } else { false }
        }
        if !fits { found.append(place) }
      case ("const", _): if JSONWriter.text(value) != JSONWriter.text(rule) { found.append(place) }
      case ("enum", .list(let words)):
        let texts = words.map { JSONWriter.text($0) }
        if !texts.contains(JSONWriter.text(value)) { found.append(place) }
      case ("minimum", .integer(let least)):
        if case .integer(let number) = value, number < least { found.append(place) }
      case ("maximum", .integer(let most)):
        if case .integer(let number) = value, number > most { found.append(place) }
      case ("pattern", .text(let pattern)):
        if case .text(let text) = value, let regex = try? Regex(pattern.string),
          text.string.wholeMatch(of: regex) == nil
        {
          found.append(place)
        }
      case ("items", _):
        if case .list(let elements) = value {
          for element in elements { found += problems(element, rule, at: place + "[]") }
        }
      case ("anyOf", .list(let choices)):
        if !choices.contains(where: { problems(value, $0, at: place).isEmpty }) {
          found.append(place)
        }
      case ("propertyNames", _):
        if case .map(let map) = value {
          for (name, _) in map { found += problems(.text(name), rule, at: "\(place).\(name)") }
        }
      case ("if", _):
        let branch = problems(value, rule, at: place).isEmpty ? "then" : "else"
        found += problems(value, member(schema, Text(branch)), at: place)
      case ("required", .list(let names)):
        for case .text(let name) in names {
          if case .map(let map) = value, map[name] == nil { found.append(place) }
        }
      default: break
      }
    }
    guard case .map(let fields) = value else { return found }
    for (name, field) in fields {
      if case .map(let known) = rules["properties"] ?? .null, let rule = known[name] {
        found += problems(field, rule, at: "\(place).\(name)")
      } else if let others = rules["additionalProperties"] {
        if case .boolean(false) = others {
          found.append("\(place).\(name)")
        } else {
          found += problems(field, others, at: "\(place).\(name)")
        }
      }
    }
    return found
  }

  private func member(_ value: Value, _ name: Text) -> Value {
    if case .map(let map) = value { map[name] ?? .null } else { .null }
  }

  private static func isA(_ type: String, _ value: Value) -> Bool {
    switch (type, value) {
    case ("object", .map), ("array", .list), ("string", .text), ("integer", .integer),
      ("number", .integer), ("number", .float), ("boolean", .boolean), ("null", .null):
      true
    default: false
    }
  }
}
