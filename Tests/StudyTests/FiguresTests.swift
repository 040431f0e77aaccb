import PropertyGraph
import Testing

/// A share is of what the source says it is of.
@Suite("Figures of the documents")
struct FiguresTests {
  @Test(
    "no figure carries a base that does not stand at its line",
    .enabled(
      if: RealStudy.sources != nil, "set REALIST_SOURCES to the folder of the documents' texts"))
  func bases() throws {
    let folder = try #require(RealStudy.sources)
    let rows = try RealStudy.rows(
      """
      MATCH (f:Figure)-[place:FROM]->(d:Document)
      WHERE f.denominator IS NOT NULL AND d.text_file IS NOT NULL
      WITH f, d, place ORDER BY place.line
      RETURN f.id AS figure, f.denominator, d.text_file, collect(place.line) ORDER BY figure
      """)
    #expect(rows.count > 20)
    var texts: [String: SourceText] = [:]
    for row in rows {
      let file = try #require(row[2].asText)
      let text = try texts[file] ?? SourceText(file, in: folder)
      texts[file] = text
      guard case .list(let lines) = row[3], let base = row[1].asInteger else { continue }
      let printed = lines.compactMap(\.asInteger).flatMap { text.numbers(at: Int($0)) }
      #expect(
        printed.contains(Int(base)),
        "\(row[0].asText ?? ""): \(base) does not stand at \(lines.compactMap(\.asInteger))")
    }
  }

  @Test("counted out of a base: no more than it, and the value is the count or the share")
  func sense() throws {
    let rows = try RealStudy.rows(
      """
      MATCH (f:Figure) WHERE f.denominator IS NOT NULL AND f.numerator IS NOT NULL
      AND (f.numerator > f.denominator
        OR NOT (f.value = f.numerator OR abs(f.value - 100.0 * f.numerator / f.denominator) < 1.0))
      RETURN f.id ORDER BY f.id
      """)
    #expect(rows.isEmpty, "\(rows.compactMap { $0[0].asText })")
  }
}
