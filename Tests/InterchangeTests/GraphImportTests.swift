import Diagnostics
import Foundation
import GraphStore
import Interchange
import PropertyGraph
import Testing

@Suite("Import of CSV tables")
struct GraphImportTests {
  // MARK: What is read

  @Test("tables named nodes_Label and rels_TYPE become nodes and relationships")
  func plainTables() throws {
    let folder = try Tables([
      "nodes_Theory.csv": "id,title\nt1,Working together\n",
      "nodes_Outcome.csv": "id,title,strength\no1,\"Closer, better\",3\no2,,\n",
      "rels_AIMS_AT.csv": "src,dst,weight\nt1,o1,0.5\nt1,o2,1.25\n",
    ])
    let summary = try folder.importGraph()
    #expect(summary == GraphImport.Summary(nodes: 3, relationships: 2))
    #expect(
      try folder.nodes() == [
        "Outcome {id: o1, strength: 3, title: Closer, better}", "Outcome {id: o2}",
        "Theory {id: t1, title: Working together}",
      ])
    #expect(
      try folder.relationships() == ["t1-AIMS_AT {weight: 0.5}-o1", "t1-AIMS_AT {weight: 1.25}-o2"])
  }

  @Test("headers of neo4j-admin name ids, labels, ends and types")
  func administratorHeaders() throws {
    let folder = try Tables([
      "people.csv": "name:ID(Person),:LABEL,born:date,tags:string[],:IGNORE\n"
        + "ann,Person;Leader,1970-01-31,a;b,x\n",
      "sites.csv": ":ID(Site),:LABEL,beds:int\nann,Site,12\n",
      "works.csv": ":START_ID(Person),:END_ID(Site),:TYPE,full:boolean\nann,ann,WORKS_AT,true\n",
    ])
    _ = try folder.importGraph()
    #expect(
      try folder.nodes() == [
        "Leader:Person {born: date(1970-01-31), name: ann, tags: [a, b]}", "Site {beds: 12}",
      ])
    #expect(try folder.relationships() == ["?-WORKS_AT {full: true}-?"])
  }

  @Test(
    "a column without a type is a number only if every value is written as one",
    arguments: [
      ("1,2,-3", "1 2 -3"), ("1,02,3", "'1' '02' '3'"), ("1,1.5", "'1' '1.5'"),
      ("1.5,-0.25", "1.5 -0.25"), ("1.50,2.5", "'1.50' '2.5'"), ("-0,1", "'-0' '1'"),
      ("+1,2", "'+1' '2'"), ("9223372036854775807", "9223372036854775807"),
      ("9223372036854775808", "'9223372036854775808'"), ("1e-07", "1e-07"), ("NaN", "'NaN'"),
      (",7", "7"),
    ])
  func typing(values: String, expected: String) throws {
    let lines = values.split(separator: ",", omittingEmptySubsequences: false).enumerated()
      .map { "n\($0),\($1)" }
    let folder = try Tables(["nodes_N.csv": "id,v\n" + lines.joined(separator: "\n")])
    _ = try folder.importGraph()
    let found = try folder.values(of: "v").map { value in
      switch value {
      case .integer(let number): "\(number)"
      case .float(let number): "\(number)"
      case .text(let text): "'\(text)'"
      default: "?"
      }
    }
    #expect(found.joined(separator: " ") == expected)
  }

  @Test("byte order mark, CRLF, quoted line breaks and doubled quotes are read as they are meant")
  func dialects() throws {
    let folder = try Tables([
      "nodes_N.csv":
        "\u{FEFF}id,title\r\nn1,\"two\nlines\"\r\nn2,\"say \"\"no\"\"\"\r\n\r\nn3,\"\"\r\n"
    ])
    _ = try folder.importGraph()
    #expect(
      try folder.nodes() == [
        "N {id: n1, title: two\nlines}", "N {id: n2, title: say \"no\"}", "N {id: n3, title: }",
      ])
  }

  // MARK: What is refused

  @Test(
    "an error names file, line and what to do, and leaves no file",
    arguments: [
      (
        "id,t\na,1\na,2\n", "src,dst\n",
        "nodes_N.csv, line 3: the id `a` is taken by an earlier node of `nodes_N.csv`"
      ),
      ("id,t\nabc,1\n", "src,dst\nabc,abd\n", "rels_R.csv, line 2: no node has the id `abd`"),
      (
        "id,t\na,\"1\n\n", "src,dst\n",
        "nodes_N.csv, line 2: a quoted field begins here and never ends"
      ),
      (
        "id,t\na,\"1\n\nb\"x,2\n", "src,dst\n",
        "nodes_N.csv, line 4: text after the closing quote of a field"
      ),
      (
        "id,t\na,b\"c\n", "src,dst\n",
        "nodes_N.csv, line 2: a double quote within a field that has none around it"
      ),
      ("id,t\na\n", "src,dst\n", "nodes_N.csv, line 2: 1 field where the header has 2"),
      ("id,t:int\na,x\n", "src,dst\n", "nodes_N.csv, line 2, column `t`: `x` is no int"),
      ("id,t:inn\na,x\n", "src,dst\n", "nodes_N.csv, line 1: `inn` is no type"),
      ("id,t:point\na,x\n", "src,dst\n", "nodes_N.csv, line 1: points are not supported"),
      ("id,t,t\n", "src,dst\n", "nodes_N.csv, line 1: the column `t` stands twice"),
      ("key,t\n", "src,dst\n", "`nodes_N.csv` has no column for the id of a node"),
      (
        "id,t\n", "from,to\n", "`rels_R.csv` has no column for where a relationship starts and ends"
      ),
      ("id,t\n,x\n", "src,dst\n", "nodes_N.csv, line 2: the node has no id"),
      ("", "src,dst\n", "`nodes_N.csv` is empty"),
    ])
  func refusals(nodes: String, relationships: String, message: String) throws {
    let folder = try Tables(["nodes_N.csv": nodes, "rels_R.csv": relationships])
    let error = #expect(throws: Diagnostic.self) { try folder.importGraph() }
    #expect(error?.message == message)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy {
        $0.hasSuffix(".csv")
      })
  }

  @Test("bytes that are not UTF-8 are named by line and column")
  func encoding() throws {
    let folder = try Tables([:])
    var bytes = Array("id,t\na,ok\nb,caf".utf8)
    bytes.append(0xE9)
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/nodes_N.csv"))
    let error = #expect(throws: Diagnostic.self) { try folder.importGraph() }
    #expect(error?.message == "nodes_N.csv, line 3, column 2: not UTF-8")
  }

  @Test("an existing file is never overwritten")
  func existing() throws {
    let folder = try Tables(["nodes_N.csv": "id\na\n"])
    _ = try folder.importGraph()
    let error = #expect(throws: Diagnostic.self) { try folder.importGraph() }
    #expect(error?.code == "FileExists")
  }
}

/// A folder of tables that goes away with the test, and the graph made of it.
private final class Tables {
  let path: String
  private var file: String { path + "/graph.realist" }

  init(_ tables: [String: String]) throws {
    path = NSTemporaryDirectory() + "import-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in tables {
      try text.write(toFile: path + "/" + name, atomically: false, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func importGraph() throws -> GraphImport.Summary {
    try GraphImport(folder: path).write(to: file)
  }

  private func withView<Result>(_ body: (GraphView) throws -> Result) throws -> Result {
    let graph = try StoredGraph(opening: file, .readOnly)
    defer { graph.close() }
    return try body(graph.view)
  }

  private func rows(_ view: GraphView) -> [NodeRow] {
    var rows: [NodeRow] = []
    var cursor = ScanCursor()
    while !cursor.isAtEnd { view.scan(nil, cursor: &cursor, limit: 100, into: &rows) }
    return rows
  }

  func nodes() throws -> [String] {
    try withView { view in
      rows(view).map { row in
        "\(view.labels(of: row).map(\.string).joined(separator: ":")) \(Self.text(view.properties(of: row)))"
      }.sorted()
    }
  }

  func values(of key: Text) throws -> [Value] {
    try withView { view in
      rows(view).sorted { view.id(of: $0) < view.id(of: $1) }
        .compactMap { view.properties(of: $0)[key] }
    }
  }

  func relationships() throws -> [String] {
    try withView { view in
      var expansion = Expansion()
      view.expand(rows(view), types: nil, direction: .outgoing, into: &expansion)
      return expansion.relationships.map { row in
        let ends = [view.start(of: row), view.end(of: row)].map {
          view.properties(of: $0)["id"].map(Self.text) ?? "?"
        }
        let type = view.name(of: view.type(of: row))
        return "\(ends[0])-\(type) \(Self.text(view.properties(of: row)))-\(ends[1])"
      }.sorted()
    }
  }

  private static func text(_ map: PropertyMap) -> String {
    "{"
      + map.sorted { $0.key < $1.key }.map { "\($0.key): \(text($0.value))" }
      .joined(separator: ", ") + "}"
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .text(let text): text.string
    case .integer(let number): "\(number)"
    case .float(let number): "\(number)"
    case .boolean(let flag): "\(flag)"
    case .list(let elements): "[" + elements.map(text).joined(separator: ", ") + "]"
    case .temporal(let temporal): "\(temporal.kind.rawValue)(\(temporal.isoText))"
    default: "?"
    }
  }
}
