import Diagnostics
import GraphQuery
import PropertyGraph
import Testing

/// Changed queries never crash the parser, and what it does accept prints and parses again.
@Suite struct MutationTests {
  private static let seeds = [
    "MATCH (a:A {x: 1})-[r:T|U*1..3]->(b) WHERE a.x > 1 AND NOT (a)--(b) RETURN a, count(*) AS c",
    "MATCH p = ANY SHORTEST (a) ((x)-[:T]->(y) WHERE x.v < y.v){1,4} (b)-->+(c) RETURN p",
    "UNWIND [1, 2.5e-3, 0x1F, 'a\\u0041\\'', \"é\"] AS x WITH x ORDER BY x DESC SKIP 1 LIMIT 2 RETURN x",
    "MERGE (a:A) ON CREATE SET a.x = 1, a += $m ON MATCH SET a:B REMOVE a.y, a:C DETACH DELETE a",
    "CALL db.labels($x) YIELD label AS l WHERE l STARTS WITH 'a' RETURN l UNION ALL RETURN 1 AS l",
    "RETURN CASE x WHEN 1 THEN [y IN z WHERE y | y[1..]] ELSE {a: -x ^ 2, b: n {.*, .c, d: e}} END",
    "RETURN EXISTS { (a)-->(b) WHERE a.x } OR COUNT { MATCH (n) RETURN n } > 1 XOR all(x IN y WHERE x)",
    "EXPLAIN AT REVISION 3 CALL { MATCH (n) RETURN n } RETURN [(n)-->(m) | m.x], reduce(a = 0, x IN y | a)",
  ]

  private static let pieces = [
    "(", ")", "[", "]", "{", "}", "-", ">", "<", "..", ".", ",", "|", ":", "*", "+", "=", "'", "\"",
    "`",
    "$", "\\", "//", "/*", "*/", " ", "\n", "1", "x", "NOT ", " AND ", " IN ", "RETURN ", "MATCH ",
    "é",
    "\u{0}", "0x", "1e", "{1,2}", "WHERE ", "((", "))", "-->", "shortestPath(", "EXISTS {", ";",
    "—",
  ].map { Array($0.utf8) }

  /// A small generator with a fixed seed (Lehmer), so that a failure comes again.
  private struct Generator {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: (state >> 33) % UInt64(max(bound, 1)))
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout Generator) {
    let place = generator.next(below: bytes.count + 1)
    let end = min(bytes.count, place + generator.next(below: 6))
    switch generator.next(below: 5) {
    case 0: bytes.removeSubrange(place..<end)
    case 1:
      bytes.insert(contentsOf: Self.pieces[generator.next(below: Self.pieces.count)], at: place)
    case 2 where place < bytes.count: bytes[place] = UInt8(generator.next(below: 256))
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: generator.next(below: bytes.count + 1))
    default:
      let seed = Array(Self.seeds[generator.next(below: Self.seeds.count)].utf8)
      let start = generator.next(below: seed.count)
      let length = generator.next(below: min(20, seed.count - start))
      bytes.insert(contentsOf: seed[start..<start + length], at: place)
    }
  }

  @Test func changedQueriesNeverCrash() {
    var generator = Generator(state: 2025)
    var accepted = 0
    for round in 0..<4_000 {
      var bytes = Array(Self.seeds[round % Self.seeds.count].utf8)
      for _ in 0...generator.next(below: 4) { mutate(&bytes, &generator) }
      let source = SourceText(name: "query", bytes: bytes)
      _ = QueryParser.isComplete(source)
      guard let tree = parsed(source) else { continue }
      accepted += 1
      let text = Printer.text(of: tree)
      guard let again = parsed(SourceText(name: "printed", text: text.string)) else {
        Issue.record("does not parse again: \(String(decoding: bytes, as: UTF8.self))\n\(text)")
        continue
      }
      #expect(Printer.text(of: again) == text)
    }
    #expect(accepted > 150)
  }

  /// The tree, or `nil` with a look at the diagnostic, which must have a place inside the text.
  private func parsed(_ source: SourceText) -> Statement? {
    do {
      return try QueryParser.parse(source)
    } catch {
      #expect(!DiagnosticRenderer().render(error).isEmpty)
      #expect((error.span?.upperBound ?? .max) <= source.bytes.count)
      return nil
    }
  }
}
