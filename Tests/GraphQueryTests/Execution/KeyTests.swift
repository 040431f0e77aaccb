import PropertyGraph
import Testing

@testable import GraphQuery

/// Encoded keys against the equivalence of values that they stand for.
@Suite("Keys")
struct KeyTests {
  static let values: [Value] = [
    nil, true, false, 0, 1, -1, .float(0), .float(-0.0), 1.0, 1.5, .float(.nan),
    .float(-.nan), .float(.infinity), .integer(.max), .float(0x1p63), .integer(.min),
    .float(-0x1p63), 9_007_199_254_740_993, 9_007_199_254_740_992.0, "", "a", "a\0", "é",
    "e\u{301}", [], [1], [1.0], [nil], [[]], [1, 2], .map([:]), .map(["a": 1]),
    .map(["a": 1.0]), .map(["b": 1]), .map(["a": nil]), .node(NodeRow(0)), .node(NodeRow(1)),
    .relationship(RelationshipRow(0)), .path(Path(nodes: [NodeRow(0)], relationships: [])),
    .path(
      Path(nodes: [NodeRow(0), NodeRow(1)], relationships: [RelationshipRow(0)])),
    .temporal(.date(days: 1)), .temporal(.localTime(nanoseconds: 1)),
    .temporal(.time(nanoseconds: 3_600_000_000_000, offset: 3_600)),
    .temporal(.time(nanoseconds: 0, offset: 0)),
    .temporal(.localDateTime(days: 1, nanoseconds: 0)),
    .temporal(.dateTime(days: 1, nanoseconds: 0, offset: 0, zone: nil)),
    .temporal(.dateTime(days: 1, nanoseconds: 3_600_000_000_000, offset: 3_600, zone: nil)),
    .temporal(.dateTime(days: 0, nanoseconds: 82_800_000_000_000, offset: -3_600, zone: "X")),
    .temporal(.duration(.init(months: 1))), .temporal(.duration(.init(days: 1))),
  ]

  private func key(_ value: Value) -> [UInt8] {
    var encoder = KeyEncoder()
    encoder.append(value)
    return encoder.bytes
  }

  @Test("equal bytes are equivalent values")
  func equivalence() {
    for left in Self.values {
      for right in Self.values {
        #expect(
          (key(left) == key(right)) == left.isEquivalent(to: right), "\(left) and \(right)")
      }
    }
  }

  @Test("a typed column encodes as its values do")
  func columns() {
    for value in Self.values {
      let column = Column(values: [value, value])
      var encoder = KeyEncoder()
      encoder.append(column, row: 1)
      #expect(encoder.bytes == key(value))
    }
  }

  @Test("the table numbers keys in order of appearance")
  func table() {
    var table = KeyTable()
    var numbers: [[UInt8]: Int] = [:]
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let number = Int64.random(in: 0..<5_000, using: &generator)
      let bytes = key(number % 3 == 0 ? .text(Text("\(number)")) : .integer(number))
      let known = numbers[bytes]
      let (found, isNew) = table.insert(bytes)
      #expect(isNew == (known == nil) && found == known ?? numbers.count)
      numbers[bytes] = found
    }
    #expect(table.count == numbers.count)
    #expect(table.number(of: key("absent")) == nil)
  }

  @Test("the sort is stable", arguments: [0, 1, 2, 3, 100, 5_000])
  func stableSort(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let cells = (0..<count).map { _ in Int.random(in: 0..<10, using: &generator) }
    var sorter = StableSort(count: count)
    try sorter.sort(QueryBudget(limits: QueryLimits())) { cells[Int($0)] <= cells[Int($1)] }
    let expected = cells.indices.sorted { (cells[$0], $0) < (cells[$1], $1) }
    #expect(sorter.order.map(Int.init) == expected)
  }
}
