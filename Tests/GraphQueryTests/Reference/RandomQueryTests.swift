import Diagnostics
import Glibc
import PropertyGraph
import Testing

@testable import GraphQuery

/// Random queries on random graphs: the engine, with every batch size, against the evaluator that
/// walks the syntax tree. `REALIST_RANDOM_QUERIES` sets how many.
@Suite("Random queries")
struct RandomQueryTests {
  private static let blocks = 20

  private static var queriesPerBlock: Int {
    let wanted = getenv("REALIST_RANDOM_QUERIES").flatMap { Int(String(cString: $0)) } ?? 400
    return max(1, wanted / blocks)
  }

  @Test("the engine answers as the reference does", arguments: 0..<blocks)
  func agree(block: Int) throws {
    var compared = 0
    let count = Self.queriesPerBlock
    for number in 0..<count {
      let seed = UInt64(block * count + number + 1)
      if try compare(seed) { compared += 1 }
    }
    // Queries that give too many rows are given up; most are not.
    #expect(compared * 10 >= count * 8, "only \(compared) of \(count) compared")
  }

  private func compare(_ seed: UInt64) throws -> Bool {
    let graph = try RandomGraph(
      seed: seed, nodes: Int(seed % 6) + 1, edges: 2 + Int(seed / 7 % 7), values: true)
    if seed % 3 == 0 { try graph.view.compact() }
    var random = RandomQuery(seed: seed)
    let text = random.text()
    let source = SourceText(name: "query", text: text)
    let statement: Statement
    do {
      statement = try QueryParser.parse(source)
    } catch {
      Issue.record("seed \(seed) does not parse: \(error.message)\n\(text)")
      return false
    }
    let evaluator = ReferenceEvaluator(graph.view)
    guard let answer = try? evaluator.answer(statement.query) else { return false }
    let isOrdered = text.contains(" ORDER BY r1")
    let expected = lines(answer.rows, graph.view)
    for batchSize in [2_048, [1, 2, 3][Int(seed % 3)]] {
      do {
        let result = try Run.engine(graph.view).run(text, batchSize: batchSize)
        let found = lines(result.rows, graph.view)
        let agrees = isOrdered ? found == expected : found.sorted() == expected.sorted()
        if !agrees {
          Issue.record(
            """
            seed \(seed), batch size \(batchSize)
            \(text)
            found \(found)
            expected \(expected)
            """)
          return false
        }
      } catch {
        Issue.record("seed \(seed): \(error.code): \(error.message)\n\(text)")
        return false
      }
    }
    return true
  }

  private func lines(_ rows: [[Value]], _ graph: GraphView) -> [String] {
    rows.map { HandBuilt.text($0, graph) }
  }
}
