import PropertyGraph
import Reports
import Testing

/// Respondents stay unknown in what is printed.
@Suite struct RedactionTests {
  private func graph() throws -> GraphView {
    let graph = GraphView()
    try graph.beginStatement()
    func person(_ id: Text, _ code: Text, _ group: Text, _ identity: Text = "coded") throws
      -> NodeRow
    {
      try graph.createNode(
        labels: ["Participant"],
        properties: [
          "id": .text(id), "code": .text(code), "role_group": .text(group),
          "identity": .text(identity),
        ])
    }
    let first = try person("p-20t3", "20T3", "council director")
    _ = try person("p-11", "11", "council director")
    _ = try person("p-9", "R009", "minister of one thing")
    let withheld = try person("p-w", "W1", "council director", "withheld")
    _ = try person("bevan", "Bevan", "minister", "named")
    func item(_ id: Text, _ properties: PropertyMap = [:]) throws -> NodeRow {
      var all = properties
      all["id"] = .text(id)
      all["statement"] = .text(Text("what \(id) says"))
      return try graph.createNode(
        labels: [properties["value"] == nil ? "Evidence" : "Figure"], properties: all)
    }
    let given = try item("e1")
    let hidden = try item("e2")
    _ = try item("e3", ["attribution": "withheld"])
    _ = try item("f1", ["value": 50, "numerator": 1, "denominator": 2])
    _ = try item("f2", ["value": 50, "numerator": 40, "denominator": 80])
    _ = try graph.createRelationship(type: "GIVEN_BY", from: given, to: first, properties: [:])
    _ = try graph.createRelationship(type: "GIVEN_BY", from: hidden, to: withheld, properties: [:])
    try graph.commitStatement()
    return graph
  }

  @Test(arguments: [
    ("said by 20t3 and 20T3.", "said by council director and council director."),
    ("p-20t3-b", "council director-b"), ("120t3 20t34 x20t3", "120t3 20t34 x20t3"),
    ("site of R009", "site of a respondent"), ("W1, p-w", "a respondent, a respondent"),
    ("Bevan said", "Bevan said"), ("", ""), ("é20t3 20t3é", "é20t3 20t3é"),
    ("person:p-11", "person:council director"),
  ])
  func codesGiveWayToGroups(text: String, clean: String) throws {
    #expect(Redaction(try graph(), leastPeople: 2).text(Text(text)) == Text(clean))
  }

  @Test func aGroupOfTooFewIsNotNamed() throws {
    #expect(Redaction(try graph(), leastPeople: 4).text("20T3") == "a respondent")
    #expect(Redaction(try graph(), leastPeople: 3).text("20T3") == "council director")
  }

  @Test func whatIsWithheldOrSmallIsNotPrinted() throws {
    let redaction = Redaction(try graph(), leastPeople: 5)
    #expect(redaction.reason(toHide: "e1") == nil)
    #expect(redaction.reason(toHide: "e2")?.string.contains("withheld") == true)
    #expect(redaction.reason(toHide: "e3")?.string.contains("withheld") == true)
    #expect(redaction.reason(toHide: "f1")?.string.contains("fewer than 5") == true)
    #expect(redaction.reason(toHide: "f2") == nil)
    let notes = redaction.notes.map(\.string).joined(separator: " ")
    #expect(notes.contains("2 items that the study marks as withheld"))
    #expect(notes.contains("1 quantities that fewer than 5 people share"))
  }

  @Test(arguments: [DrawingFormat.dot, .graphml, .mermaid, .json])
  func noFormatOfAFigureTells(format: DrawingFormat) throws {
    let graph = try graph()
    let rows = ["Participant", "Evidence"].flatMap { label -> [[Value]] in
      var cursor = ScanCursor()
      var rows: [NodeRow] = []
      graph.scan(graph.labelCode(Text(label)), cursor: &cursor, limit: 100, into: &rows)
      return rows.map { [.node($0)] }
    }
    let drawing = ResultFigure(rows: rows, graph: graph).drawing()
      .redacted(by: Redaction(graph, leastPeople: 2))
    let text = String(decoding: drawing.text(as: format), as: UTF8.self).lowercased()
    for secret in ["20t3", "r009", "p-9", "p-11", "p-w", "what e2 says", "what e3 says"] {
      #expect(!text.contains(secret), "\(secret)")
    }
    // Two of one group stay two.
    #expect(drawing.nodes.count == 8)
    #expect(Set(drawing.nodes.map(\.id)).count == 8)
  }
}
