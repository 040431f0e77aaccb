import Diagnostics
import PropertyGraph
import StudySession
import Testing

/// What a study refuses when a statement commits, and that nothing of it stays.
@Suite("Rules at commit")
struct CommitRulesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var statement: Text
    var code: String
    var says: String
    var testDescription: String { statement.string }
  }

  static let refused: [Case] = [
    Case(
      statement: "CREATE ({id: 'x'})", code: "WrongKind", says: "`x` would have no kind"),
    Case(
      statement: "CREATE (:Site:Outcome {id: 'x', title: 'X'})", code: "WrongKind",
      says: "`x` would have the kinds `Outcome` and `Site`"),
    Case(
      statement: "MATCH (m:Mechanism) SET m:Outcome", code: "WrongKind",
      says: "`meeting` would have the kinds `Mechanism` and `Outcome`"),
    Case(
      statement: "MATCH (m:Mechanism) REMOVE m:Mechanism", code: "WrongKind",
      says: "`meeting` would have no kind"),
    Case(
      statement: "MATCH (m:Mechanism) REMOVE m:Mechanism SET m:Outcome", code: "WrongKind",
      says: "cannot lead from a Configuration to an Outcome"),
    Case(statement: "CREATE (:Site {title: 'X'})", code: "MissingID", says: "a Site would have no"),
    Case(
      statement: "MATCH (m:Mechanism) REMOVE m.id", code: "MissingID",
      says: "a Mechanism would have no `id`"),
    Case(
      statement: "CREATE (:Site {id: 'The Hall'})", code: "MalformedID",
      says: "`The Hall` is not an id"),
    Case(statement: "CREATE (:Site {id: 7})", code: "MalformedID", says: "an INTEGER is not an id"),
    Case(
      statement: "CREATE (:Site {id: 'trust', title: 'X'})", code: "DuplicateID",
      says: "`trust` is taken already, by an Outcome"),
    Case(
      statement: "UNWIND [1, 2] AS i CREATE (:Site {id: 'x', title: 'X'})", code: "DuplicateID",
      says: "`x` is taken already, by a Site"),
    Case(
      statement: "MATCH (m:Mechanism) SET m.id = 'trust'", code: "DuplicateID",
      says: "`trust` is taken already, by an Outcome"),
    Case(
      statement: "MATCH (m:Mechanism), (o:Outcome) CREATE (o)-[:HAS_CONFIGURATION]->(m)",
      code: "WrongKind", says: "a link `HAS_CONFIGURATION` cannot lead from an Outcome to a"),
    Case(
      statement: "MATCH (m:Mechanism) SET m.title = 7", code: "WrongType",
      says: "`title` of Mechanism `meeting` must be a text that is not empty, not 7"),
    Case(
      statement: "MATCH (m:Mechanism) SET m.title = ''", code: "WrongType",
      says: "must be a text that is not empty, not an empty text"),
    Case(
      statement: "MATCH (t:Theory) SET t.status = 'inital'", code: "WrongType",
      says: "must be one of"),
    Case(
      statement: "WITH {id: 'x', titel: 'X'} AS map CREATE (s:Site) SET s = map",
      code: "UnknownProperty", says: "Site `x` cannot have a property `titel`"),
    Case(
      statement: "MATCH (c:Configuration)-[r]->(:Outcome) DELETE r CREATE (c)-[:CITES]->(c)",
      code: "WrongKind", says: "a link `CITES` cannot lead from a Configuration to a Configuration"),
    Case(
      statement:
        "MATCH (c:Configuration)-[r]->(m:Mechanism) WITH r, {nonsense: 1} AS map SET r += map",
      code: "UnknownProperty", says: "cannot have a property `nonsense`"),
  ]

  @Test("each is refused, with what would be right, and nothing is changed", arguments: refused)
  func refuse(_ item: Case) throws {
    let study = try SmallStudy()
    _ = try StudySession.load(folder: study.path, into: study.file)
    let session = try StudySession.open(study.file)
    let before = try contents(of: session)
    let error = #expect(throws: Diagnostic.self) { try session.rows(item.statement) }
    #expect(error?.code == item.code)
    #expect(error?.message.contains(item.says) == true, "\(error?.message ?? "")")
    #expect(try contents(of: session) == before)
    session.close()
    let again = try StudySession.open(study.file)
    defer { again.close() }
    #expect(try contents(of: again) == before)
  }

  static let accepted: [Text] = [
    "CREATE (:Site {id: 'leeds', title: 'Leeds', level: 'place'})",
    // Completeness is for `check`.
    "CREATE (:Evidence {id: 'e1'})",
    "MATCH (m:Mechanism) SET m.id = 'meetings'",
    "MATCH (m:Mechanism), (o:Outcome) SET m.id = 'x', o.id = 'meeting'",
    "MATCH (n:Outcome) DETACH DELETE n CREATE (:Site {id: 'trust', title: 'Trust'})",
    "MATCH (n:Context) REMOVE n:Context SET n:Outcome",
  ]

  @Test("what the rules allow is kept", arguments: accepted)
  func accept(_ statement: Text) throws {
    let study = try SmallStudy()
    _ = try StudySession.load(folder: study.path, into: study.file)
    let session = try StudySession.open(study.file)
    let before = try contents(of: session)
    _ = try session.rows(statement)
    let after = try contents(of: session)
    #expect(after != before)
    session.close()
    let again = try StudySession.open(study.file)
    defer { again.close() }
    #expect(try contents(of: again) == after)
  }

  @Test("a plain graph knows no such rules")
  func plain() throws {
    let session = StudySession.plain()
    _ = try session.rows("CREATE (:A:B {id: 'x y'}), ({id: 'x y', n: [1, 2]})")
    #expect(try session.rows("MATCH (n) RETURN id(n)").count == 2)
  }

  private func contents(of session: StudySession) throws -> [String] {
    let nodes = try session.rows(
      "MATCH (n) RETURN id(n), labels(n), n.id, n.title, n.status ORDER BY id(n)")
    let links = try session.rows(
      "MATCH (a)-[r]->(b) RETURN id(r), type(r), a.id, b.id, keys(r) ORDER BY id(r)")
    return (nodes + links).map { "\($0)" }
  }
}
