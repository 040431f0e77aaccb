import PropertyGraph
import Testing

/// Tables 2 to 5 of the report are encoded whole: every row has its link.
@Suite("Tables 2 to 5")
struct TablesTests {
  struct Table: Sendable, CustomTestStringConvertible {
    var number: String
    var theory: String
    var contexts: Int
    var mechanisms: Int
    var outcomes: Int
    var testDescription: String { "Table \(number)" }
  }

  /// Distinct statements of each column in printed order; where one bullet states two things, both
  /// count.
  static let tables = [
    Table(number: "2", theory: "hca-2022", contexts: 3, mechanisms: 3, outcomes: 9),
    Table(number: "3", theory: "working-together", contexts: 3, mechanisms: 13, outcomes: 30),
    Table(number: "4", theory: "reducing-bureaucracy", contexts: 3, mechanisms: 8, outcomes: 11),
    Table(number: "5", theory: "ensuring-accountability", contexts: 1, mechanisms: 10, outcomes: 7),
  ]

  @Test("each row has one link, numbered as printed, with its line", arguments: tables)
  func rows(_ table: Table) throws {
    let rows = try RealStudy.rows(
      """
      MATCH (t:Theory)-[l:LISTS {`table`: $table}]->(n)
      RETURN t.id, labels(n)[0] AS kind, l.row AS row, l.line, l.anchor ORDER BY kind, row
      """, parameters: ["table": .text(Text(table.number))])
    #expect(rows.allSatisfy { $0[0].asText == table.theory })
    #expect(rows.allSatisfy { ($0[3].asInteger ?? 0) > 0 && $0[4].asText?.isEmpty == false })
    let columns = [
      ("Context", table.contexts), ("Mechanism", table.mechanisms), ("Outcome", table.outcomes),
    ]
    for (kind, count) in columns {
      let numbers = rows.filter { $0[1].asText == kind }.compactMap { $0[2].asInteger }
      #expect(numbers == (1...Int64(count)).map { $0 }, "\(kind)")
    }
    #expect(rows.count == table.contexts + table.mechanisms + table.outcomes)
  }

  @Test("they have 15, 46, 22 and 18 rows")
  func totals() throws {
    let rows = try RealStudy.rows(
      """
      MATCH (:Theory)-[l:LISTS]->() RETURN l.`table` AS number, count(*) ORDER BY number
      """)
    #expect(rows.map { $0[0].asText } == ["2", "3", "4", "5"])
    #expect(rows.map { $0[1].asInteger } == [15, 46, 22, 18])
  }
}
