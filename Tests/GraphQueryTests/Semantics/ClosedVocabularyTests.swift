import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// A study's vocabulary: names are checked before execution where the kind is known.
@Suite struct ClosedVocabularyTests {
  static let study: Catalogue = {
    var catalogue = Planning.catalogue
    catalogue.vocabulary = Catalogue.Vocabulary(
      properties: [
        "Theory": ["id", "statement"], "Context": ["id", "text", "role"],
      ],
      relationshipProperties: ["LISTS": ["row"], "HAS_CONTEXT": []])
    return catalogue
  }()

  static let folder: Catalogue = {
    var catalogue = study
    catalogue.isReadOnly = true
    return catalogue
  }()

  @Test(arguments: [
    ("UnknownLabel", "MATCH (t:Theroy) RETURN t"),
    ("UnknownLabel", "MATCH (t) WHERE t:Thing RETURN t"),
    ("UnknownLabel", "MATCH (t) SET t:Thing"),
    ("UnknownLabel", "CREATE (:Thing)"),
    ("UnknownLabel", "MATCH (t) ((a:Thing)-[:LISTS]->(b)){1,2} (u) RETURN u"),
    ("UnknownType", "MATCH (t)-[:LIST]->(c) RETURN c"),
    ("UnknownType", "MATCH (t)-[:LIST*]->(c) RETURN c"),
    ("UnknownType", "MATCH (t)-[r]->() WHERE r:LIST RETURN r"),
    ("UnknownType", "MATCH (t), (c) CREATE (t)-[:LIST]->(c)"),
    ("UnknownProperty", "MATCH (t:Theory) RETURN t.statment"),
    ("UnknownProperty", "MATCH (t:Theory) RETURN t.text"),
    ("UnknownProperty", "MATCH (t) RETURN t.statment"),
    ("UnknownProperty", "MATCH (t:Theory {text: 'x'}) RETURN t"),
    ("UnknownProperty", "MATCH ()-[r:LISTS]->() RETURN r.line"),
    ("UnknownProperty", "MATCH ()-[r:LISTS* {line: 1}]->() RETURN r"),
    ("UnknownProperty", "MATCH (t:Theory) SET t.text = 'x'"),
    ("UnknownProperty", "MATCH (t:Theory) SET t += {text: 'x'}"),
    ("UnknownProperty", "MATCH (t:Theory) RETURN t {.id, .text}"),
    ("UnknownProperty", "CREATE (:Theory {text: 'x'})"),
    ("UnknownProperty", "MERGE (:Theory {text: 'x'})"),
  ])
  func isRefused(code: String, query: String) {
    #expect(Planning.problem(query, catalogue: Self.study)?.code == code)
    #expect(Planning.problem(query) == nil)
  }

  @Test(arguments: [
    "MATCH (t:Theory) RETURN t.statement",
    "MATCH (t) RETURN t.text",
    "MATCH (t:Theory)-[r:LISTS]->(c:Context) RETURN r.row, c.role",
    "MATCH (t:Theory) WITH {text: t.id} AS m RETURN m.text, m.anything",
    "MATCH (t:Theory) OPTIONAL MATCH (t)-->(t:Context) RETURN t.statement",
    "MATCH (n) UNWIND [n] AS x WITH collect(x) AS xs RETURN [y IN xs | y.text]",
  ])
  func isLegal(query: String) {
    #expect(Planning.problem(query, catalogue: Self.study) == nil)
  }

  @Test func suggestsTheNearestName() throws {
    let problem = try #require(
      Planning.problem("MATCH (t:Theory) RETURN t.statment", catalogue: Self.study))
    #expect(
      DiagnosticRenderer().render(problem) == """
        error[UnknownProperty]: `Theory` in this study has no property `statment`
          --> query:1:27
           |
         1 | MATCH (t:Theory) RETURN t.statment
           |                           ^^^^^^^^
          help: did you mean `statement`?
        """)
    #expect(
      Planning.problem("MATCH (t:Theroy) RETURN t", catalogue: Self.study)?.help
        == "did you mean `Theory`?")
    #expect(
      Planning.problem("MATCH ()-[:LIST]->() RETURN 1", catalogue: Self.study)?.help
        == "did you mean `LISTS`?")
    #expect(
      Planning.problem("MATCH (n) RETURN n.statment", catalogue: Self.study)?.message
        == "nothing in this study has a property `statment`")
  }

  @Test(arguments: [
    "CREATE (:Theory)", "MERGE (:Theory)", "MATCH (t) SET t.id = 1", "MATCH (t) REMOVE t.id",
    "MATCH (t) DELETE t", "MATCH (t) CALL { WITH t SET t.id = 1 } RETURN t",
  ])
  func readOnlyRefusesEveryWrite(query: String) {
    #expect(Planning.problem(query, catalogue: Self.folder)?.code == "ReadOnlyStudy")
    #expect(Planning.problem(query, catalogue: Self.study) == nil)
  }

  @Test func readOnlySaysWhatToDo() throws {
    let problem = try #require(
      Planning.problem("MATCH (t) DETACH DELETE t", catalogue: Self.folder))
    #expect(
      DiagnosticRenderer().render(problem) == """
        error[ReadOnlyStudy]: DETACH DELETE would change this study, and a folder is read-only to queries
          --> query:1:11
           |
         1 | MATCH (t) DETACH DELETE t
           |           ^^^^^^^^^^^^^^^
          help: edit its files, or `realist load` it into a file study and change that
        """)
  }
}
