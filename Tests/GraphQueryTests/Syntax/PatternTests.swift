import Diagnostics
import GraphQuery
import PropertyGraph
import Testing

@Suite struct PatternTests {
  private func path(_ pattern: String) throws(Diagnostic) -> PathPattern? {
    guard case .match(let match)? = try parseQuery("MATCH " + pattern).query.first.clauses.first
    else { return nil }
    return match.pattern.first
  }

  @Test(arguments: [
    ("(a)", "(a)"),
    ("()", "()"),
    ("(:A:B {x:1})", "(:A:B {x: 1})"),
    ("(a $p)", "(a $p)"),
    ("(a:A WHERE a.x > 1)", "(a:A WHERE a.x > 1)"),
    ("(a) - - (b) < - - (c) - - > (d)", "(a)--(b)<--(c)-->(d)"),
    ("(a)<-->(b)<-[r]->(c)", "(a)--(b)-[r]-(c)"),
    ("(a)—[r]—⟩(b)", "(a)-[r]->(b)"),
    ("(a)-[r:A|B|:C {x: 1} WHERE r.y]->(b)", "(a)-[r:A|B|C {x: 1} WHERE r.y]->(b)"),
    ("(a)-[]-(b)", "(a)--(b)"),
    ("(a)-[*]->(b)", "(a)-[*]->(b)"),
    ("(a)-[*1..]->(b)", "(a)-[*]->(b)"),
    ("(a)-[*..]->(b)", "(a)-[*]->(b)"),
    ("(a)-[r:T*2]->(b)", "(a)-[r:T*2]->(b)"),
    ("(a)-[*0]->(b)", "(a)-[*0]->(b)"),
    ("(a)-[*2..]->(b)", "(a)-[*2..]->(b)"),
    ("(a)-[*..3]->(b)", "(a)-[*1..3]->(b)"),
    ("(a)-[*1..3 {x: 1}]->(b)", "(a)-[*1..3 {x: 1}]->(b)"),
    ("(a)-[:T]->+(b)", "(a)-[:T*]->(b)"),
    ("(a)-[:T]->*(b)", "(a)-[:T*0..]->(b)"),
    ("(a)-[:T]->{1,4}(b)", "(a)-[:T*1..4]->(b)"),
    ("(a)<--{,4}(b)", "(a)<-[*0..4]-(b)"),
    ("(a)--{3}(b)", "(a)-[*3]-(b)"),
    (
      "(a) ((x)-[:T]->(y) WHERE x.v < y.v){1,4} (b)", "(a) ((x)-[:T]->(y) WHERE x.v < y.v){1,4} (b)"
    ),
    ("((x)-->(y))+", "() ((x)-->(y)){1,} ()"),
    ("((x)-->(y))* (b)", "() ((x)-->(y)){0,} (b)"),
    ("(a)((x)-->(y)){2}((z)<--(w)){,3}", "(a) ((x)-->(y)){2} () ((z)<--(w)){0,3} ()"),
    ("((x)-->(y)){1}-->(b)", "() ((x)-->(y)){1} ()-->(b)"),
    ("(a) (((x)-->(y)){1,2} (z)){3,4} (b)", "(a) (() ((x)-->(y)){1,2} (z)){3,4} (b)"),
    ("((a)-->(b))", "(a)-->(b)"),
    ("p = (((a)))", "p = (a)"),
    ("p = ANY SHORTEST (a)-[*]->(b)", "p = ANY SHORTEST (a)-[*]->(b)"),
    ("p = SHORTEST 1 PATH (a)-->(b)", "p = ANY SHORTEST (a)-->(b)"),
    ("ALL SHORTEST PATHS (a)-->(b)", "ALL SHORTEST (a)-->(b)"),
    ("ALL (a)-->(b)", "(a)-->(b)"),
    ("p = shortestPath((a)-[*]->(b))", "p = shortestPath((a)-[*]->(b))"),
    ("allShortestPaths((a)-[*]->(b))", "allShortestPaths((a)-[*]->(b))"),
    ("`a b` = (`c d`:`e f`)-[`g h`:`i j`]->()", "`a b` = (`c d`:`e f`)-[`g h`:`i j`]->()"),
    ("(a), p = (b), (c)", "(a), p = (b), (c)"),
  ]) func patterns(written: String, expected: String) throws {
    #expect(try printed("MATCH " + written) == "MATCH " + expected)
    #expect(
      try shape(of: parseQuery("MATCH " + written)) == shape(of: parseQuery("MATCH " + expected)))
  }

  @Test func nodesAndStepsAlternate() throws {
    for pattern in [
      "((a)-->(b)){2}((c)-->(d))+", "(a)-->(b)<-[*]-(c)", "((a)--(b)){1,}--((c)--(d)){2}",
    ] {
      let elements = try path(pattern)?.elements ?? []
      #expect(elements.count % 2 == 1)
      for (index, element) in elements.enumerated() {
        var isNode = false
        if case .node = element { isNode = true }
        #expect(isNode == (index % 2 == 0), "\(pattern)")
      }
    }
  }

  @Test func directions() throws {
    let written = ["-->", "<--", "--", "<-->", "-[r]->", "<-[r]-", "-[r]-", "<-[r]->"]
    let directions = try written.map { arrow -> StepPattern.Direction? in
      guard case .step(let step)? = try path("(a)\(arrow)(b)")?.elements[1] else { return nil }
      return step.direction
    }
    #expect(
      directions == [
        .outgoing, .incoming, .either, .either, .outgoing, .incoming, .either, .either,
      ])
  }

  @Test func aRepeatedStepIsAGroupOfOne() throws {
    guard case .group(let group)? = try path("(a)-[r:T*2..5]->(b)")?.elements[1],
      case .step(let step)? = group.elements.first
    else {
      Issue.record("no group")
      return
    }
    #expect(group.elements.count == 1)
    #expect(group.minimum == 2)
    #expect(group.maximum == 5)
    #expect(step.variable?.text == "r")
  }
}
