import Diagnostics
import GraphTesting
import PropertyGraph
import RealistEvaluation
import StudyFiles
import Testing

/// Files to graph to files.
@Suite("Round trips")
struct RoundTripTests {
  private func dump(_ contents: StudyContents) throws -> [SourceText] {
    let graph = GraphView()
    try contents.write(to: graph)
    var back = StudyContents(
      graph: graph, vocabulary: contents.vocabulary, headers: contents.headers)
    back.title = contents.title
    back.about = contents.about
    return try StudyWriter.files(of: back)
  }

  @Test("canonical files come back byte for byte")
  func canonicalFiles() throws {
    let first = try dump(
      StudyReader.read([SourceText(name: "Graph/t.yaml", text: WrongInputTests.sound)]))
    let contents = StudyReader.read(first)
    #expect(contents.findings.allSatisfy { $0.severity == .warning })
    let second = try dump(contents)
    #expect(first.map(\.name) == second.map(\.name))
    for (one, other) in zip(first, second) {
      #expect(
        String(decoding: one.bytes, as: UTF8.self) == String(decoding: other.bytes, as: UTF8.self))
    }
  }

  @Test("random legal graphs survive dump, load and dump", arguments: 0..<40)
  func randomGraphs(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 1)
    let contents = RandomStudy.contents(using: &random)
    let files = try dump(contents)
    let read = StudyReader.read(files)
    // Items of a random graph may derive from one another in a circle, which is reported and kept.
    #expect(
      read.findings.allSatisfy { $0.severity != .error || $0.code == "LineageCycle" },
      "\(read.findings.map { DiagnosticRenderer().render($0) }.joined(separator: "\n"))")
    #expect(read.records.count == contents.records.count)
    #expect(read.links.count == contents.links.count)
    let again = try dump(read)
    for (one, other) in zip(files, again) {
      #expect(
        String(decoding: one.bytes, as: UTF8.self) == String(decoding: other.bytes, as: UTF8.self))
    }
    #expect(Self.facts(of: contents) == Self.facts(of: read))
  }

  /// Everything a study says, in an order of its own.
  private static func facts(of contents: StudyContents) -> [String] {
    let records = contents.records.map {
      "\($0.id) \($0.kind.name) \(JSONWriter.text(.map($0.properties)))"
    }
    let links = contents.links.map {
      "\($0.from) \($0.type.name) \($0.to) \(JSONWriter.text(.map($0.properties)))"
    }
    return (records + links).sorted()
  }
}

/// Random legal studies over the whole vocabulary.
enum RandomStudy {
  static func contents(using random: inout SeededGenerator) -> StudyContents {
    var contents = StudyContents()
    contents.title = "Random"
    let vocabulary = contents.vocabulary
    let files: [Text] = ["Graph/a.yaml", "Graph/b.yaml", "Graph/c.yaml"]
    contents.headers = [
      StudyFileHeader(path: "Graph/a.yaml", kind: "Theory", id: "theory-0"),
      StudyFileHeader(path: "Graph/b.yaml", kind: "Document", id: "document-0"),
      StudyFileHeader(path: "Graph/c.yaml"),
    ]
    for kind in vocabulary.kinds {
      for number in 0..<Int.random(in: 1...3, using: &random) {
        let id = Text("\(kind.key)-\(number)")
        let home =
          id == "theory-0"
          ? files[0]
          : (id == "document-0" ? files[1] : files.randomElement(using: &random) ?? files[2])
        let properties = self.properties(kind.properties, isRecord: true, using: &random)
        contents.records.append(StudyRecord(id: id, kind: kind, properties: properties, home: home))
      }
    }
    for type in vocabulary.linkTypes {
      for signature in type.signatures {
        for _ in 0..<3 {
          let from = contents.records.filter {
            signature.from.isEmpty || signature.from.contains($0.kind.name)
          }
          let to = contents.records.filter {
            signature.to.isEmpty || signature.to.contains($0.kind.name)
          }
          guard let start = from.randomElement(using: &random),
            let end = to.randomElement(using: &random),
            // Any order of the items will do: lineage must not go round in a circle.
            type.name != "DERIVES_FROM" || start.id > end.id
          else { continue }
          contents.links.append(
            StudyLink(
              type: type, from: start.id, to: end.id,
              properties: properties(type.properties, isRecord: false, using: &random)))
        }
      }
    }
    // A configuration in a theory's file that names no theory belongs to that theory.
    if let type = vocabulary.linkType(named: "HAS_CONFIGURATION") {
      let linked = Set(contents.links.filter { $0.type.name == type.name }.map(\.to))
      for record in contents.records
      where record.kind.name == "Configuration" && !linked.contains(record.id) {
        contents.links.append(
          StudyLink(type: type, from: "theory-0", to: record.id, properties: PropertyMap()))
      }
    }
    return contents
  }

  private static func properties(
    _ properties: [Property], isRecord: Bool, using random: inout SeededGenerator
  ) -> PropertyMap {
    var map = PropertyMap()
    for property in properties where property.isRequired || Bool.random(using: &random) {
      map[property.name] = value(of: property.type, using: &random)
    }
    return map
  }

  private static let texts: [Text] = [
    "plain", "true", "3", "1.5", "null", "~", "- dash", "a: b", "# not a comment", "tab\tinside",
    "line\nbreak", "trailing ", " leading", "quote \" and ' both", "é ü 日本 🙂", "2024-09-01",
    "a very long statement that has to be folded because it runs on and on, well past the width of a page, and then some more",
    "ends with colon:", "[list]", "{map}", "&anchor", "*alias", "!tag", "%percent", "@at", "`tick`",
    "\u{85}next line", "x\u{7F}y", "0x1F", "1e3", "yes", "no", "on", "=", "<<", "?", "|", ">",
  ]

  private static func value(of type: PropertyType, using random: inout SeededGenerator) -> Value {
    switch type {
    case .text: .text(texts.randomElement(using: &random) ?? "text")
    case .integer(let bounds):
      .integer(Int64.random(in: (bounds ?? 0...99).clamped(to: -1000...1000), using: &random))
    case .number: Bool.random(using: &random) ? .integer(7) : .float(0.405)
    case .boolean: .boolean(Bool.random(using: &random))
    case .date: .text(["2024", "2024-09", "2024-09-01"].randomElement(using: &random) ?? "2024")
    case .oneOf(let words): .text(words.randomElement(using: &random) ?? "")
    case .textList:
      .list(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          .text(texts.randomElement(using: &random) ?? "text")
        })
    }
  }
}
