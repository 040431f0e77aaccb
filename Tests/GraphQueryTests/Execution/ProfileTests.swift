import PropertyGraph
import Testing

@testable import GraphQuery

/// Plans are held to the rows that each operator handles, not to time.
@Suite struct ProfileTests {
  /// A thousand nodes with two relationships each.
  private static let script = [
    "UNWIND range(1, 1000) AS i CREATE (:P {id: i, x: i % 10})",
    """
    MATCH (a:P) MATCH (b:P {id: a.id % 1000 + 1}), (c:P {id: a.id * 7 % 1000 + 1})
    CREATE (a)-[:K]->(b), (a)-[:K]->(c)
    """,
  ]

  /// Operators from the last to the first with the rows that each gave.
  private static func rows(_ query: String) throws -> [String] {
    let graph = try Run.graph(script[0], script[1])
    let plan = try #require(try Run.engine(graph).run("PROFILE \(query)").plan)
    return plan.split(separator: "\n").dropFirst(2).map { line in
      let fields = line.split(separator: " ")
      return "\(fields[0]) \(fields[fields.count - 2])"
    }
  }

  @Test("three hops from one node touch that node's surroundings and nothing else")
  func threeHops() throws {
    let rows = try Self.rows(
      "MATCH (a:P {id: 1})-[:K]->(b)-[:K]->(c)-[:K]->(d) WHERE d.x = 4 RETURN a.id, d.id")
    #expect(
      rows == [
        "Project 2", "Filter 2", "Expand 8", "Keep 4", "Expand 4", "Expand 2", "Nodes 1", "Start 1",
      ], "\(rows)")
  }

  @Test("a look-up on the far side is where the walk begins")
  func fromTheFarEnd() throws {
    let rows = try Self.rows("MATCH (a:P)-[:K]->(b)-[:K]->(c:P {id: 5}) RETURN count(a) AS n")
    #expect(
      rows.dropFirst().allSatisfy { (Int($0.split(separator: " ")[1]) ?? 1_000) < 20 }, "\(rows)")
    #expect(rows.suffix(2) == ["Nodes 1", "Start 1"], "\(rows)")
  }
}
