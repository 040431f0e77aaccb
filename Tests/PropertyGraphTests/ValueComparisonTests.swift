import PropertyGraph
import Testing

@Suite struct ValueComparisonTests {
  @Test(
    arguments: [
      (1, 1.0, true), (Value.integer(9_007_199_254_740_993), .float(9_007_199_254_740_992), false),
      (.integer(.max), .float(0x1p63), false), (.float(.nan), .float(.nan), false),
      (.float(0.0), .float(-0.0), true), ("é", "e\u{301}", false), (nil, nil, nil), (1, nil, nil),
      (1, "1", false), ([1, nil], [1, nil], nil), ([1, nil], [2, nil], false),
      ([nil], [nil, nil], false), (.map(["a": 1]), .map(["a": 1.0]), true),
      (.map(["a": 1]), .map(["b": 1]), false), (.map(["a": nil]), .map(["a": 1]), nil),
      (true, 1, false),
    ] as [(Value, Value, Bool?)])
  func equality(left: Value, right: Value, equal: Bool?) {
    #expect(left.equals(right) == equal)
    #expect(right.equals(left) == equal)
  }

  @Test(
    arguments: [
      (1, 2.5, .before), (Value.integer(.max), .float(.infinity), .before), ("a", "b", .before),
      ("\u{FFFF}", "\u{1F600}", .before), (.float(.nan), 1, nil), ("a", 1, nil), (nil, 1, nil),
      (false, true, .before), ([1, 2], [1, 3], .before), ([1], [1, 0], .before),
    ] as [(Value, Value, Ordering?)])
  func comparison(left: Value, right: Value, order: Ordering?) {
    #expect(left.compared(to: right) == order)
    #expect(right.compared(to: left) == order?.reversed)
  }

  /// The order of ORDER BY across types, each element before the next.
  private static let ascending: [Value] = [
    .map([:]), .map(["a": 1]), .map(["b": 0]), .node(NodeRow(0)), .node(NodeRow(1)),
    .relationship(RelationshipRow(0)), [], ["a"], [1], [1, "a"], [2], [nil],
    .path(Path(nodes: [NodeRow(0)], relationships: [])), "", "a", "b", false, true,
    .float(-.infinity), .integer(.min), .float(-0.5), 0, 1.5, .integer(.max), .float(.infinity),
    .float(.nan), nil,
  ]

  @Test func totalOrder() {
    for (i, left) in Self.ascending.enumerated() {
      for (j, right) in Self.ascending.enumerated() {
        #expect(left.ordered(before: right) == Ordering(i, j), "\(left) and \(right)")
      }
    }
  }

  @Test func equivalentValuesShareAGroup() {
    #expect(GroupingKey(1) == GroupingKey(1.0))
    #expect(Set([GroupingKey(1), GroupingKey(1.0), GroupingKey(nil), GroupingKey(nil)]).count == 2)
    #expect(Set([GroupingKey(.float(.nan)), GroupingKey(.float(-.nan))]).count == 1)
    #expect(Set([GroupingKey([1, nil]), GroupingKey([1.0, nil])]).count == 1)
    #expect(Set([GroupingKey(0.0), GroupingKey(-0.0)]).count == 1)
    #expect(Set([GroupingKey("é"), GroupingKey("e\u{301}")]).count == 2)
  }
}
