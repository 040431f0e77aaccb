import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery
@testable import RealistEvaluation

/// How often judging looks whether anybody still waits: counted, not timed, as for the loops of the
/// query language.
@Suite("Cancelled while judging")
struct CancelledJudgingTests {
  static let configurations = 20
  /// A statement with how many looks are due besides those of its queries: one for each verdict, or
  /// for each trial of each, or for each gap.
  static let statements = [
    (text: "TEST ALL YIELD verdict", looks: 20),
    (text: "TEST ALL YIELD verdict, flips", looks: 200),
    (text: "TEST ALL YIELD verdict, breaks", looks: 200),
    (text: "TEST THEORY t YIELD verdict, breaks", looks: 200),
    (text: "EXPLAIN TEST ALL", looks: 200),
    (text: "GAPS", looks: 40),
    (text: "CONTRAST MECHANISM m1", looks: 20),
    (text: "TRACE FROM x1 TO o4", looks: 4),
  ]

  private static func graph() throws -> EvidenceGraph { try LoweringTests.graph(configurations) }

  /// Runs a statement until that look; gives the code it ended with and how often it looked.
  private static func run(
    _ statement: String, in graph: EvidenceGraph, endingAt look: Int
  ) throws -> (code: String?, looks: Int) {
    let flag = CancellationFlag(raisedAtLook: look)
    do throws(Diagnostic) {
      _ = try graph.engine.run(
        SourceText(name: "query", text: statement),
        options: QueryEngine.Options(
          limits: QueryLimits(seconds: nil, bytes: 1 << 30), cancellation: flag))
    } catch {
      return (error.code, flag.looks)
    }
    return (nil, flag.looks)
  }

  @Test("looks up often enough", arguments: statements)
  func looks(_ statement: (text: String, looks: Int)) throws {
    let graph = try Self.graph()
    let (code, looks) = try Self.run(statement.text, in: graph, endingAt: .max)
    #expect(code == nil)
    #expect(looks >= statement.looks, "\(looks) looks")
  }

  @Test("ends where it is told, whatever it is at", arguments: statements)
  func ends(_ statement: (text: String, looks: Int)) throws {
    let graph = try Self.graph()
    let all = try Self.run(statement.text, in: graph, endingAt: .max).looks
    for part in 0...4 {
      let look = 1 + (all - 1) * part / 4
      let (code, looks) = try Self.run(statement.text, in: graph, endingAt: look)
      #expect(code == "Cancelled", "at look \(look) of \(all)")
      // Every thread and every loop around the one that saw it sees it once.
      #expect(looks <= look + 64, "\(looks) looks after look \(look) of \(all)")
    }
  }
}
