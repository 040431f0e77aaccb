import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// Paths on random graphs with cycles and loops: what the planner makes of them against what is
/// written down plainly.
@Suite struct PathProofTests {
  static let ways = [
    "-[:T*]->", "-[:T*0..]->", "-[:T*0..0]->", "-[:T*1..2]->", "-[:T*2..]->", "-[:T*3..3]->",
    "<-[:T|U*0..3]-", "-[:T*]-", "-[:T*0..]-", "-[:T*2..4]-", "-[*]->", "-[*0..2]-",
    "-[:T* {x: 1}]->", "-[:T]->()-[:U*]->", "-[:T]->()-[:T*]->", "-[:T*]->()-[:T*0..]->",
    " ((x)-[:T]->(y)-[:T]->(z)){0,3} ", " ((x)-[:T]->(y)-[:U]->(z))+ ",
    " ((x)-[:T]->(y)<-[:T]-(z))* ", " ((x)-[:T]-(y)){1,3} ",
    " ((x:A)-[:T]->(y) WHERE x.x < y.x + 2)+ ", "-[:T]->{0,2}", "-[:U]->()-[:V*0..]->",
  ]

  static let uses = [
    "RETURN DISTINCT a.i, b.i", "RETURN a.i, count(DISTINCT b) AS n", "RETURN a.i, b.i",
    "RETURN a.i, count(b) AS n", "RETURN count(*) AS n", "WITH DISTINCT b RETURN sum(b.x) AS n",
    "RETURN a.i, max(b.i) AS n, min(b.x) AS m", "WITH b LIMIT 100 RETURN count(DISTINCT b) AS n",
    "WITH a, b MATCH (b)-[:U]->(c) RETURN DISTINCT a.i, c.i",
    "RETURN a.i, size(collect(DISTINCT b.i)) AS n, count(b.x) AS m",
  ]

  private func rows(
    _ query: String, _ graph: GraphView, _ rules: PlanningRules = .all
  ) throws -> [String] {
    let engine = Run.engine(graph)
    engine.rules = rules
    return try engine.run(query).rows.map { row in
      row.map { JSONWriter.text($0, graph: graph).string }.joined(separator: " ")
    }.sorted()
  }

  @Test("reachability never shows", arguments: 1...12)
  func reachability(seed: Int) throws {
    var dealer = Dealer(seed: UInt64(seed) + 90_000)
    let script = PlainGraph(&dealer).script
    let graph = try Run.graph(script)
    var fired = 0
    for way in Self.ways {
      for use in Self.uses {
        let query = "MATCH (a:A)\(way)(b) \(use)"
        let expected = try rows(query, graph, [])
        let without = PlanningRules.all.subtracting(.reachability)
        #expect(try rows(query, graph, without) == expected, "\(query) over \(script)")
        #expect(try rows(query, graph) == expected, "\(query) over \(script)")
        let plan = try Run.rows("EXPLAIN \(query)", on: graph).joined()
        if plan.contains("Reach") { fired += 1 }
      }
      let semi = "MATCH (a) WHERE EXISTS { (a)\(way)(:B) } RETURN a.i"
      #expect(try rows(semi, graph) == rows(semi, graph, []), "\(semi) over \(script)")
    }
    #expect(fired > 20)
  }

  static let conditions = [
    "all(r IN relationships(p) WHERE r.x = 1)", "none(n IN nodes(p) WHERE n:C)",
    "all(n IN nodes(p) WHERE n.x < 2)", "none(r IN rs WHERE type(r) = 'T')",
    "length(p) > 1", "size(rs) % 2 = 0", "a.x < b.x AND length(p) <> 1",
    "any(n IN nodes(p) WHERE n.x = 2)", "single(n IN nodes(p) WHERE n:B)",
    "reduce(s = 0, r IN rs | s + r.x) > 1", "all(r IN rs WHERE r.x < length(p))",
    "nodes(p)[1].x = 0", "a.x = 1", "(b)-[:U]->() AND length(p) > 1",
  ]

  @Test("the shortest path that satisfies a predicate", arguments: 1...12)
  func shortest(seed: Int) throws {
    var dealer = Dealer(seed: UInt64(seed) + 95_000)
    let script = PlainGraph(&dealer).script
    let graph = try Run.graph(script)
    for condition in Self.conditions {
      for way in ["-[rs*..4]->", "-[rs:T|U*..4]-", "<-[rs*..3]-", "-[rs*0..3]->"] {
        let trails = "MATCH p = (a)\(way)(b) WHERE a <> b AND \(condition) WITH a, b, "
        let expected = try rows(
          "\(trails) min(length(p)) AS l RETURN a.i, b.i, l", graph, [])
        let one = "MATCH p = shortestPath((a)\(way)(b)) WHERE a <> b AND \(condition) "
        #expect(
          try rows("\(one) RETURN a.i, b.i, length(p)", graph) == expected,
          "\(one) over \(script)")
        // All of them: as many as there are trails of that length.
        let ways = "MATCH p = (a)\(way)(b) WHERE a <> b AND \(condition) AND length(p) = l "
        let all = "MATCH p = allShortestPaths((a)\(way)(b)) WHERE a <> b AND \(condition) "
        #expect(
          try rows("\(all) RETURN a.i, b.i, length(p) AS l, count(*)", graph)
            == rows("\(trails) min(length(p)) AS l \(ways) RETURN a.i, b.i, l, count(*)", graph),
          "\(all) over \(script)")
      }
    }
  }

  @Test("a selector of ISO GQL is asked afterwards")
  func selectors() throws {
    let graph = try Run.graph("CREATE (a:A)-[:T]->(:B)-[:T]->(c:C), (a)-[:T]->(c)")
    let path = "(:A)-[:T]->+(:C)"
    #expect(try rows("MATCH p = ANY SHORTEST \(path) WHERE length(p) > 1 RETURN 1", graph).isEmpty)
    #expect(
      try rows(
        "MATCH p = shortestPath((:A)-[:T*]->(:C)) WHERE length(p) > 1 RETURN length(p)", graph)
        == ["2"])
  }
}
