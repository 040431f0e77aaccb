import Diagnostics
import GraphTesting
import PropertyGraph
import Testing

@Suite struct JSONTests {
  private func written(_ value: Value) -> String { JSONWriter.text(value).string }

  private func read(_ text: String) throws -> Value {
    try JSONReader.value(from: Array(text.utf8))
  }

  @Test(
    arguments: [
      (Value.null, "null"), (.boolean(true), "true"), (.integer(.max), "9223372036854775807"),
      (.integer(.min), "-9223372036854775808"), (.float(-0.0), "-0.0"), (.float(1), "1.0"),
      (.float(.leastNonzeroMagnitude), "5e-324"), (.float(1e-305), "1e-305"),
      (.float(1.7976931348623157e308), "1.7976931348623157e+308"),
      (.float(0.1 + 0.2), "0.30000000000000004"), (.float(.infinity), #"{"$float":"Infinity"}"#),
      (.float(-.infinity), #"{"$float":"-Infinity"}"#), (.float(.nan), #"{"$float":"NaN"}"#),
      ("a\"b\\c\n\u{0}\u{1F}", #""a\"b\\c\n\u0000\u001f""#), ("é😀\u{301}", "\"é😀\u{301}\""),
      ([], "[]"), ([1, [2.5, nil]], "[1,[2.5,null]]"), (.map([:]), "{}"),
      (.map(["b": 1, "a": "x"]), #"{"a":"x","b":1}"#),
      (.map(["$float": "NaN"]), #"{"$map":{"$float":"NaN"}}"#),
      (.map(["$map": .map(["$": 1])]), #"{"$map":{"$map":{"$map":{"$":1}}}}"#),
      (
        .temporal(.date(days: 5_397)), #"{"$temporal":{"type":"date","value":"1984-10-11"}}"#
      ),
    ] as [(Value, String)])
  func writesAndReadsBack(value: Value, text: String) throws {
    #expect(written(value) == text)
    #expect(Exact(try read(text)) == Exact(value))
  }

  @Test func keepsEveryBitOfRandomDoubles() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let double = Double(bitPattern: generator.next())
      let back = try read(written(.float(double)))
      #expect(Exact(back) == Exact(.float(double)))
    }
  }

  @Test(arguments: [
    ("1.5", 1.5), ("0.1", 0.1), ("1e22", 1e22), ("1e23", 1e23),
    ("123456789012345678901.5", 1.2345678901234568e20),
    ("9007199254740993.0", 9_007_199_254_740_992),
    ("2.2250738585072011e-308", Double.leastNormalMagnitude.nextDown),
    ("1e-400", 0), ("0e999999999999", 0), ("1E+2", 100), ("-1.0e-2", -0.01),
  ])
  func roundsDoublesCorrectly(text: String, double: Double) throws {
    #expect(Exact(try read(text)) == Exact(.float(double)))
  }

  @Test func keepsLongTexts() throws {
    let long = Value(String(repeating: "Ärger \u{0} 日本 ", count: 70_000))
    #expect(Exact(try read(written(long))) == Exact(long))
  }

  @Test(arguments: [
    ("", "InvalidJSON", 0), ("nul", "InvalidJSON", 0), ("[1,]", "InvalidJSON", 3),
    ("[1 2]", "InvalidJSON", 3), ("{\"a\":1,}", "InvalidJSON", 7), ("01", "InvalidJSON", 0),
    ("-", "InvalidJSON", 1), ("1.", "InvalidJSON", 0), ("1e", "InvalidJSON", 0),
    ("\"\n\"", "InvalidJSON", 1), ("\"a", "InvalidJSON", 0), ("\"\\x\"", "InvalidJSON", 1),
    (#""\ud800""#, "InvalidJSON", 1), (#""\udc00\ud800""#, "InvalidJSON", 1),
    (#""\u12g4""#, "InvalidJSON", 1), ("1 1", "InvalidJSON", 2),
    ("{\"a\":1,\"a\":2}", "InvalidJSON", 7),
    ("{a:1}", "InvalidJSON", 1), ("NaN", "InvalidJSON", 0), ("'a'", "InvalidJSON", 0),
    ("9223372036854775808", "IntegerOverflow", 0), ("-9223372036854775809", "IntegerOverflow", 0),
    ("99999999999999999999999", "IntegerOverflow", 0), ("1e999", "FloatingPointOverflow", 0),
    ("{\"$flot\":\"NaN\"}", "InvalidValue", 1), ("{\"$float\":\"nan\"}", "InvalidValue", 10),
    ("{\"a\":1,\"$b\":2}", "InvalidValue", 7), ("{\"$node\":{\"id\":0}}", "InvalidValue", 9),
    ("{\"$temporal\":{\"type\":\"day\",\"value\":\"1\"}}", "InvalidValue", 13),
    ("{\"$temporal\":{\"type\":\"date\",\"value\":\"2023-02-29\"}}", "InvalidValue", 13),
    ("{\"$float\":\"NaN\",\"a\":1}", "InvalidJSON", 15),
  ])
  func refuses(text: String, code: String, offset: Int) {
    let error = #expect(throws: Diagnostic.self) { try read(text) }
    #expect(error?.code == code)
    #expect(error?.span?.lowerBound == offset)
    #expect(error?.source != nil)
  }

  @Test func refusesInvalidUTF8() {
    for bytes: [UInt8] in [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
    ] {
      let error = #expect(throws: Diagnostic.self) { try JSONReader.value(from: bytes) }
      #expect(error?.code == "InvalidJSON")
    }
  }

  @Test func nestsAThousandLevelsAndNoMore() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try read(nested(1_000))
    let error = #expect(throws: Diagnostic.self) { try read(nested(1_001)) }
    #expect(error?.code == "NestingTooDeep")
    let open = #expect(throws: Diagnostic.self) {
      try read(String(repeating: "[", count: 30_000))
    }
    #expect(open?.code == "NestingTooDeep")
    let tree = #expect(throws: Diagnostic.self) {
      try JSONReader.tree(from: Array(String(repeating: "{\"a\":", count: 30_000).utf8))
    }
    #expect(tree?.code == "NestingTooDeep")
  }

  @Test func treesKeepOrderAndPlaces() throws {
    let bytes = Array(#" {"z": [1, 2.0], "a": {"$float":"NaN"}} "#.utf8)
    let tree = try JSONReader.tree(from: bytes)
    #expect(tree.members?.map(\.key) == ["z", "a"])
    #expect(tree["z"]?.elements?.first?.integer == 1)
    #expect(tree["z"]?.elements?.last?.number == 2)
    let place = try #require(tree["a"]).span
    #expect(String(decoding: bytes[place], as: UTF8.self) == #"{"$float":"NaN"}"#)
    #expect(Exact(try JSONReader.value(from: bytes, span: place)) == Exact(.float(.nan)))
  }

  @Test func writesEntitiesWithTheirGraph() throws {
    let graph = GraphView()
    let a = try graph.createNode(labels: ["B", "A"], properties: ["x": 1])
    let b = try graph.createNode(labels: [], properties: [:])
    let r = try graph.createRelationship(type: "T", from: a, to: b, properties: ["w": 0.5])
    var bytes: [UInt8] = []
    JSONWriter.append(
      .path(Path(nodes: [a, b], relationships: [r])), graph: graph, to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self) == #"{"$path":{"nodes":"#
        + #"[{"id":0,"labels":["A","B"],"properties":{"x":1}},{"id":1,"labels":[],"properties":{}}],"#
        + #""relationships":[{"id":0,"type":"T","start":0,"end":1,"properties":{"w":0.5}}]}}"#)
    let parameter = try JSONReader.value(from: Array(#"{"$node":{"id":1}}"#.utf8), graph: graph)
    #expect(Exact(parameter) == Exact(.node(b)))
  }
}
