import PropertyGraph
import Testing

/// Who is named in the text is who is named in the study, bracket by bracket.
@Suite("Respondent codes of the review")
struct RespondentCodesTests {
  struct Section: Sendable, CustomTestStringConvertible {
    var number: String
    var lines: ClosedRange<Int>
    var form: CitingBracket.Form
    var brackets: Int
    var testDescription: String { "section \(number)" }
  }

  static let sections = [
    Section(number: "5.1", lines: 645...844, form: .codeAndMonth, brackets: 132),
    Section(number: "5.2", lines: 883...993, form: .surveyNumber, brackets: 56),
    Section(number: "5.4", lines: 1200...1570, form: .codeAlone, brackets: 69),
  ]

  /// The code under a block quotation stands at most so many lines below its beginning.
  static let reach = 4

  struct Item {
    var id: String
    var line: Int
    var codes: [String]
  }

  @Test(
    "the codes printed at a line are those encoded there",
    .enabled(
      if: RealStudy.sources != nil, "set REALIST_SOURCES to the folder of the documents' texts"),
    arguments: sections)
  func codes(_ section: Section) throws {
    let text = try SourceText("pir-2025.txt", in: try #require(RealStudy.sources))
    let known = Set(
      try RealStudy.rows("MATCH (p:Participant {identity: 'coded'}) RETURN p.id ORDER BY p.id")
        .compactMap { $0[0].asText })
    let brackets = CitingBracket.all(
      in: text, lines: section.lines, form: section.form, known: known)
    #expect(brackets.count == section.brackets)
    let items = try items(in: section.lines)

    var wanted: [CitingBracket: Int] = [:]
    for bracket in brackets { wanted[bracket, default: 0] += 1 }
    var encoded: [CitingBracket: Int] = [:]
    for item in items {
      for line in item.line...item.line + Self.reach {
        let there = CitingBracket(line: line, codes: item.codes)
        if line == item.line || wanted[there] != nil { encoded[there, default: 0] += 1 }
      }
    }
    for bracket in Set(brackets).sorted(by: { ($0.line, $0.codes[0]) < ($1.line, $1.codes[0]) }) {
      #expect(
        encoded[bracket, default: 0] >= wanted[bracket, default: 0],
        "line \(bracket.line): no item of its own for each bracket of \(bracket.codes)")
    }
    for line in Set(brackets.map(\.line)).sorted() {
      let printed = Set(brackets.filter { $0.line == line }.flatMap(\.codes))
      let there = encoded.keys.filter { $0.line == line }.flatMap(\.codes)
      #expect(printed == Set(there), "line \(line)")
    }
    for item in items {
      let near = brackets.filter { (item.line...item.line + Self.reach).contains($0.line) }
      let printed = Set(near.flatMap(\.codes))
      #expect(
        printed.isSuperset(of: item.codes), "\(item.id): \(item.codes) at line \(item.line)")
    }
  }

  /// Items and figures of those lines that name somebody, or somebody kept back.
  private func items(in lines: ClosedRange<Int>) throws -> [Item] {
    try RealStudy.rows(
      """
      MATCH (x)-[place:FROM]->(:Document {id: 'pir-2025'})
      WHERE (x:Evidence OR x:Figure) AND place.line >= $first AND place.line <= $last
      OPTIONAL MATCH (x)-[:GIVEN_BY]->(p:Participant)
      RETURN x.id, place.line AS line, x.attribution, collect(DISTINCT p.id)
      ORDER BY line, x.id
      """,
      parameters: [
        "first": .integer(Int64(lines.lowerBound)), "last": .integer(Int64(lines.upperBound)),
      ]
    ).compactMap { row in
      guard let id = row[0].asText, let line = row[1].asInteger else { return nil }
      var codes = row[3].asTexts.sorted()
      if codes.isEmpty, row[2].asText == "withheld" { codes = [CitingBracket.withheld] }
      return codes.isEmpty ? nil : Item(id: id, line: Int(line), codes: codes)
    }
  }
}
