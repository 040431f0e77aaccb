import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// Operators on plans built by hand.
@Suite("Operators")
struct OperatorTests {
  private typealias H = HandBuilt

  private func check(_ root: PlanNode, _ slots: [Int], of count: Int, _ expected: [String]) throws {
    for batchSize in Run.batchSizes {
      let found = try H.rows(root, slots: slots.map(Slot.init), of: count, batchSize: batchSize)
      #expect(found == expected, "batch size \(batchSize)")
    }
  }

  @Test("a hash join meets equal keys and never null; the first input leads")
  func hashJoin() throws {
    let left = H.table([1, 2, nil, 2, 4], in: 0)
    let right = PlanNode(
      .project([(Slot(1), H.binary(.add, H.slot(0), H.literal(10)))], keeps: [Slot(0)]),
      inputs: [H.table([2, 1.0, nil, 1], in: 0)])
    let join = PlanNode(.hashJoin([Slot(0)]), inputs: [left, right])
    try check(join, [0, 1], of: 2, ["1 11.0", "1 11", "2 12", "2 12"])
  }

  @Test("a hash join without keys gives every pair")
  func product() throws {
    let join = PlanNode(
      .hashJoin([]), inputs: [H.table([1, 2], in: 0), H.table(["a", "b", "c"], in: 1)])
    try check(
      join, [0, 1], of: 2,
      ["1 \"a\"", "1 \"b\"", "1 \"c\"", "2 \"a\"", "2 \"b\"", "2 \"c\""])
    let empty = PlanNode(.hashJoin([]), inputs: [H.table([1, 2], in: 0), H.table([], in: 1)])
    try check(empty, [0, 1], of: 2, [])
  }

  /// The inner plan of an `apply`: the numbers above the outer row's, below 4.
  private func inner(isRowwise: Bool) -> PlanNode {
    let filtered = PlanNode(
      .filter(H.comparison(.greater, H.slot(1), H.slot(0))),
      inputs: [H.table([1, 2, 3], in: 1, over: PlanNode(.argument))])
    return isRowwise ? filtered : PlanNode(.limit(H.literal(9)), inputs: [filtered])
  }

  @Test("apply, together and row by row", arguments: [true, false])
  func apply(isRowwise: Bool) throws {
    let outer = H.table([1, 3, 2, 5, 0], in: 0)
    let inner = inner(isRowwise: isRowwise)
    try check(
      PlanNode(.apply(.inner), inputs: [outer, inner]), [0, 1], of: 2,
      ["1 2", "1 3", "2 3", "0 1", "0 2", "0 3"])
    try check(
      PlanNode(.apply(.optional(nulls: [Slot(1)])), inputs: [outer, inner]), [0, 1], of: 2,
      ["1 2", "1 3", "3 null", "2 3", "5 null", "0 1", "0 2", "0 3"])
    try check(
      PlanNode(.apply(.exists(negated: false)), inputs: [outer, inner]), [0], of: 2,
      ["1", "2", "0"])
    try check(
      PlanNode(.apply(.exists(negated: true)), inputs: [outer, inner]), [0], of: 2, ["3", "5"])
  }

  @Test("apply inside apply keeps the outer rows apart")
  func nested() throws {
    let innermost = PlanNode(
      .filter(H.comparison(.equal, H.slot(2), H.binary(.add, H.slot(0), H.slot(1)))),
      inputs: [H.table([2, 3, 4], in: 2, over: PlanNode(.argument))])
    let middle = PlanNode(
      .apply(.optional(nulls: [Slot(2)])),
      inputs: [H.table([1, 2], in: 1, over: PlanNode(.argument)), innermost])
    let plan = PlanNode(.apply(.inner), inputs: [H.table([1, 2, 3], in: 0), middle])
    try check(
      plan, [0, 1, 2], of: 3,
      ["1 1 2", "1 2 3", "2 1 3", "2 2 4", "3 1 4", "3 2 null"])
  }

  @Test("an inner plan that forgets the outer row gets it back")
  func forgetting() throws {
    let inner = PlanNode(
      .project([(Slot(1), H.binary(.multiply, H.slot(0), H.literal(10)))], keeps: []),
      inputs: [PlanNode(.argument)])
    try check(
      PlanNode(.apply(.inner), inputs: [H.table([1, 2], in: 0), inner]), [0, 1], of: 2,
      ["1 10", "2 20"])
  }

  @Test("top gives what sort and limit give", arguments: 0..<20)
  func top(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let values = (0..<200).map { _ -> Value in
      let number = Int64.random(in: 0..<20, using: &generator)
      return number == 0 ? .null : (number < 5 ? .float(Double(number) / 2) : .integer(number))
    }
    let numbered = PlanNode(
      .unwind(H.literal(.list(values.indices.map { .integer(Int64($0)) })), Slot(0)),
      inputs: [PlanNode(.unit)])
    let table = PlanNode(
      .project(
        [(Slot(1), BoundExpression(.subscripted(H.literal(.list(values)), H.slot(0)), 0..<0))],
        keeps: [Slot(0)]), inputs: [numbered])
    let keys = [SortKey(expression: H.slot(1), isAscending: seed % 2 == 0)]
    let limit = H.literal(.integer(Int64(seed * 7)))
    let sorted = PlanNode(.limit(limit), inputs: [PlanNode(.sort(keys), inputs: [table])])
    let expected = try H.rows(sorted, slots: [Slot(0), Slot(1)], of: 2)
    try check(PlanNode(.top(keys, limit: limit), inputs: [table]), [0, 1], of: 2, expected)
  }

  @Test("a sort is stable and cut tops agree with it over many batches")
  func manyBatches() throws {
    let table = PlanNode(
      .unwind(H.literal(.list((0..<12_000).map { .integer($0 % 7) })), Slot(0)),
      inputs: [PlanNode(.unit)])
    let top = PlanNode(
      .top([SortKey(expression: H.slot(0), isAscending: false)], limit: H.literal(3)),
      inputs: [table])
    #expect(try H.rows(top, slots: [Slot(0)], of: 1, batchSize: 500) == ["6", "6", "6"])
  }

  @Test("union gives its inputs in order; distinct keeps the first")
  func union() throws {
    let union = PlanNode(
      .union, inputs: [H.table([2, 1, 2.0], in: 0), H.table([1, nil, nil, 3], in: 0)])
    try check(union, [0], of: 1, ["2", "1", "2.0", "1", "null", "null", "3"])
    try check(PlanNode(.distinct([Slot(0)]), inputs: [union]), [0], of: 1, ["2", "1", "null", "3"])
  }

  @Test("aggregates group by equivalence")
  func aggregate() throws {
    let sum = try #require(FunctionCatalogue.standard.aggregate("sum"))
    let nan = Value.float(.nan)
    let plan = PlanNode(
      .aggregate(
        keys: [(Slot(1), H.slot(0))],
        aggregates: [
          (Slot(2), AggregateCall(function: nil, arguments: [], isDistinct: false)),
          (Slot(3), AggregateCall(function: sum, arguments: [H.literal(2)], isDistinct: true)),
        ]), inputs: [H.table([1, nan, 1.0, nil, nan, nil, "1"], in: 0)])
    try check(
      plan, [1, 2, 3], of: 4, ["1 2 2", "{\"$float\":\"NaN\"} 2 2", "null 2 2", "\"1\" 1 2"])
  }

  @Test("limit stops pulling; a barrier takes everything first")
  func pulling() throws {
    // The fourth row fails: seen behind a barrier, not without one.
    let failing = PlanNode(
      .project(
        [(Slot(1), H.binary(.divide, H.literal(6), H.slot(0)))], keeps: [Slot(0)]),
      inputs: [H.table([1, 2, 3, 0], in: 0)])
    try check(PlanNode(.limit(H.literal(3)), inputs: [failing]), [1], of: 2, ["6", "3", "2"])
    let barrier = PlanNode(.limit(H.literal(1)), inputs: [PlanNode(.barrier, inputs: [failing])])
    for batchSize in Run.batchSizes {
      #expect(throws: Diagnostic.self) {
        try H.rows(barrier, slots: [Slot(1)], of: 2, batchSize: batchSize)
      }
    }
  }

  @Test("a seek finds by =, with an index and without")
  func seek() throws {
    let graph = try Run.graph(
      "UNWIND [1, 2, 2.0, null, 'x'] AS v CREATE (:A {p: v, id: v}), (:B {p: v, id: v})")
    for key in ["p", "id"] as [Text] {
      for batchSize in Run.batchSizes {
        let plan = PlanNode(
          .seek(Slot(1), label: "A", key: key, value: H.slot(0)),
          inputs: [H.table([2, nil, "x", 3, 1.0, .float(.nan)], in: 0)])
        let value = PlanNode(
          .project(
            [(Slot(2), BoundExpression(.property(H.slot(1), key: key), 0..<0))], keeps: [Slot(0)]),
          inputs: [plan])
        let rows = try H.rows(
          value, slots: [Slot(0), Slot(2)], of: 3, on: graph, batchSize: batchSize)
        #expect(rows.sorted() == ["\"x\" \"x\"", "1.0 1", "2 2", "2 2.0"].sorted(), "\(key)")
      }
    }
  }

  @Test("ids are sought among the living")
  func seekID() throws {
    let graph = try Run.graph("CREATE (), (), ()", "MATCH (n) WHERE id(n) = 1 DELETE n")
    let plan = PlanNode(
      .seekID(Slot(1), value: H.slot(0)),
      inputs: [H.table([2, nil, 1, 0.0, 0.5, "0", 9], in: 0)])
    #expect(try H.rows(plan, slots: [Slot(0)], of: 2, on: graph) == ["2", "0.0"])
  }
}
