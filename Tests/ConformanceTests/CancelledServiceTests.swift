import Glibc
import GraphTesting
import PropertyGraph
import Testing

/// A service whose statements are cancelled, time and again, is afterwards what it was.
@Suite("Cancelled over the protocol")
struct CancelledServiceTests {
  /// Statements without end: they hold rows, hash tables, paths, lists and changes when they are
  /// stopped.
  static let endless = [
    "UNWIND range(1, 100000000) AS x WITH x ORDER BY -x RETURN count(x)",
    "UNWIND range(1, 100000000) AS x RETURN x % 1000000, collect(x)",
    "UNWIND range(1, 100000000) AS x CREATE (:M {i: x, t: 'some text that is not short'})",
    "UNWIND range(1, 100000000) AS x MATCH p = (:A)-[*]-(:A) RETURN collect(p)",
    "RETURN reduce(s = 0, x IN range(1, 4000000) | s + size(range(1, x)))",
    "UNWIND range(1, 100000000) AS x WITH DISTINCT toString(x) AS t RETURN count(t)",
    "UNWIND range(1, 100000000) AS x MATCH (a:A)-[r]->() SET a.j = x, r.w = [x] REMOVE a.i",
    "UNWIND range(1, 100000000) AS x MATCH (a:A {i: 1}) SET a:B, a.t = toString(x) REMOVE a:A",
    "MATCH (a:A) DETACH DELETE a WITH count(*) AS n UNWIND range(1, 100000000) AS x CREATE (:B)",
    "UNWIND range(1, 100000000) AS x MERGE (m:M {i: x % 1000}) ON MATCH SET m.n = x",
    "UNWIND range(1, 100000000) AS x MATCH (a:A {i: 1}), (b:A {i: 2}), "
      + "p = allShortestPaths((a)-[*]-(b)) RETURN max(length(p) + x)",
    "RETURN all(x IN range(1, 4000000) WHERE none(y IN range(1, x) WHERE y < 0))",
    "RETURN reduce(s = [], x IN range(1, 4000000) | tail(reverse(range(1, x))) + 1)",
    "UNWIND range(1, 100000000) AS x WITH toString(x) AS t WHERE t =~ '(a|b)*c' RETURN t",
  ]

  /// `CANCELS=1000` cancels a thousand of them.
  private static let cancels = getenv("CANCELS").flatMap { Int(String(cString: $0)) } ?? 60

  private static func files(of process: Int32) -> Int {
    guard let folder = opendir("/proc/\(process)/fd") else { return -1 }
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    return count
  }

  /// Resident memory in mebibytes.
  private static func memory(of process: Int32) throws -> Int {
    let pages = try TestFiles.text("/proc/\(process)/statm").split(separator: " ")
    return ((Int(pages[1]) ?? 0) * Int(getpagesize())) >> 20
  }

  private static func ask(_ service: Service, _ query: String) throws -> JSONValue {
    let line = #"{"id":3,"query":"\#(query)"}"#
    return try JSONReader.tree(from: try service.exchange(Array(line.utf8)))
  }

  @Test func nothingIsLeftBehind() throws {
    let service = try Service()
    var moments = SeededGenerator(seed: 2026)
    _ = try Self.ask(
      service,
      "UNWIND range(1, 6) AS i CREATE (:A {i: i}) WITH count(*) AS n "
        + "MATCH (a:A), (b:A) WHERE a.i <> b.i CREATE (a)-[:T]->(b)")
    let graph = try service.exchange(Array(#"{"id":4,"snapshot":true}"#.utf8))
    var before = (files: 0, memory: 0)
    for number in 1...Self.cancels {
      let query = Self.endless[number % Self.endless.count]
      let limits = #""limits":{"seconds":600,"mebibytes":4096}"#
      try service.send(Array(#"{"id":1,"query":"\#(query)",\#(limits)}"#.utf8))
      // Let it get somewhere; when exactly does not matter.
      usleep(UInt32(500 + moments.index(below: 40_000)))
      let reply = try service.exchange(Array(#"{"id":2,"cancel":1}"#.utf8))
      _ = try service.reply()
      let code = try JSONReader.tree(from: reply)["error"]?["code"]?.text
      #expect(code == "Cancelled", "\(query)")
      let after = try service.exchange(Array(#"{"id":4,"snapshot":true}"#.utf8))
      try #require(after == graph, "\(query)")
      // By then the allocator has what it keeps.
      if number == 30 {
        before = (Self.files(of: service.process), try Self.memory(of: service.process))
      }
    }
    #expect(Self.files(of: service.process) == before.files)
    let memory = try Self.memory(of: service.process)
    print("\(Self.cancels) cancels: \(before.memory) MiB after 30, \(memory) MiB at the end")
    #expect(memory <= before.memory + 24)
  }
}
