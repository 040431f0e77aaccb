import PropertyGraph
import StudySession
import Testing

@testable import Shell

@Suite("What Tab offers")
struct CompletionTests {
  let completer: Completer

  init() throws {
    let study = try SmallStudy.open()
    completer = Completer(
      names: StudyNames(study), settings: ShellSettings(parameters: ["id": "meeting"]),
      saved: [SavedQuery(name: "who", path: "who.cypher", text: "RETURN $respondent")])
  }

  private func offered(_ text: String) -> [String] {
    completer.complete(text).candidates.map(\.text)
  }

  @Test(
    "names by the place they stand in",
    arguments: [
      ("MATCH (m:Mech", ["Mechanism"]),
      ("MATCH (m:Mechanism)<-[:HAS_M", ["HAS_MECHANISM"]),
      ("MATCH (m:Mechanism {ti", ["title"]),
      ("MATCH (m:Mechanism) WHERE m.reas", ["reasoning"]),
      ("MATCH (m:Mechanism) WHERE m:Conf", ["Configuration"]),
      ("MATCH (m:Mechanism {id: '", ["'meeting", "'seeing-work"]),
      ("MATCH (m:Mechanism) WHERE m.id = 'see", ["'seeing-work"]),
      ("MATCH (m:Mechanism) WHERE m.id IN ['meeting', 's", ["'seeing-work"]),
      ("MATCH (e:Evidence) WITH e AS x RETURN x.state", ["statement"]),
      ("MATCH ()-[s:SUPPORTS]->() RETURN s.cov", ["covers"]),
      ("TEST CONFIGURATION seeing-", ["seeing-fewer"]),
      ("TEST ALL WITHOUT VOICE a", ["ann"]),
      ("RETURN $i", ["$id"]),
      ("RETURN toLow", ["toLower"]),
      ("CALL db.lab", ["db.labels"]),
      (":desc", ["describe"]),
      (":describe seeing", ["seeing-fewer", "seeing-work"]),
      (":format js", ["json", "jsonl"]),
      (":run w", ["who"]),
      (":run who res", ["respondent="]),
    ] as [(String, [String])])
  func names(_ text: String, _ expected: [String]) { #expect(offered(text) == expected) }

  @Test("links are those that the node may have")
  func links() {
    let fromEvidence = offered("MATCH (e:Evidence)-[:")
    #expect(fromEvidence.contains("SUPPORTS"))
    let intoParticipant = offered("MATCH (p:Participant)<-[:")
    #expect(intoParticipant.contains("GIVEN_BY"))
    #expect(!intoParticipant.contains("SUPPORTS"))
    #expect(offered("MATCH (e)-[:GIVEN_BY]->(p:") == ["Participant"])
  }

  @Test("keywords are those that the grammar takes there")
  func keywords() {
    let start = offered("")
    #expect(start.contains("MATCH") && start.contains("TEST") && start.contains("EXPLAIN"))
    #expect(!start.contains("WHERE"))
    let afterPattern = offered("MATCH (n) ")
    #expect(afterPattern.contains("WHERE") && afterPattern.contains("RETURN"))
    #expect(!afterPattern.contains("THEN") && !afterPattern.contains("LIMIT"))
    #expect(offered("MATCH (n) RETURN n ORD") == ["ORDER BY"])
    #expect(offered("RETURN CASE WHEN true TH") == ["THEN"])
    #expect(offered("TEST TH").contains("THEORY"))
    // A folder is read-only, so nothing that writes is offered.
    #expect(!start.contains("CREATE"))
  }

  @Test("variables in scope come with what they are")
  func variables() {
    let completion = completer.complete("MATCH (m:Mechanism) RETURN ")
    #expect(completion.candidates.first?.text == "m")
    #expect(completion.candidates.first?.note == "Mechanism")
  }

  @Test("ids show titles, and are found by them")
  func titles() {
    let completion = completer.complete(":describe each other")
    #expect(completion == .nothing)
    let found = completer.complete(":describe fewer")
    #expect(found.candidates.contains { $0.text == "fewer-meetings" })
    #expect(found.candidates.allSatisfy { !$0.note.isEmpty })
  }

  @Test("nothing in comments, and texts are no place for keywords")
  func quiet() {
    #expect(offered("MATCH (n) // MAT").isEmpty)
    #expect(offered("RETURN 'MAT").isEmpty)
  }

  @Test("one goes in, the common beginning of several goes in, then they are listed")
  func answers() {
    let one = CompletionAnswer.line(for: completer.complete("MATCH (m:Mech"), width: 80)
    #expect(one == LineCompletion(deleted: 4, insertion: "Mechanism"))
    let several = CompletionAnswer.line(for: completer.complete(":format js"), width: 80)
    #expect(several == LineCompletion(deleted: 2, insertion: "json"))
    let listed = CompletionAnswer.line(for: completer.complete(":format json"), width: 80)
    #expect(listed.insertion == nil)
    #expect(listed.listing == "  json   jsonl\r\n")
    let lower = CompletionAnswer.line(for: completer.complete("matc"), width: 80)
    #expect(lower == LineCompletion(deleted: 4, insertion: "MATCH "))
  }
}
