import Glibc
import PropertyGraph
import Testing

/// A service whose statements are cancelled, time and again, is afterwards what it was.
@Suite("Cancelled over the protocol")
struct CancelledServiceTests {
  /// Statements without end: they hold rows, hash tables, paths and changes when they are stopped.
  static let endless = [
    "UNWIND range(1, 100000000) AS x WITH x ORDER BY -x RETURN count(x)",
    "UNWIND range(1, 100000000) AS x RETURN x % 1000000, collect(x)",
    "UNWIND range(1, 100000000) AS x CREATE (:M {i: x, t: 'some text that is not short'})",
    "UNWIND range(1, 100000000) AS x MATCH p = (:A)-[*]-(:A) RETURN collect(p)",
    "RETURN reduce(s = 0, x IN range(1, 4000000) | s + size(range(1, x)))",
  ]

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
    return (Int(pages[1]) ?? 0) * Int(getpagesize()) >> 20
  }

  private static func ask(_ service: Service, _ query: String) throws -> JSONValue {
    let line = #"{"id":3,"query":"\#(query)"}"#
    return try JSONReader.tree(from: try service.exchange(Array(line.utf8)))
  }

  @Test func nothingIsLeftBehind() throws {
    let service = try Service()
    _ = try Self.ask(
      service,
      "UNWIND range(1, 6) AS i CREATE (:A {i: i}) WITH count(*) AS n "
        + "MATCH (a:A), (b:A) WHERE a.i <> b.i CREATE (a)-[:T]->(b)")
    var before = (files: 0, memory: 0)
    for round in 0..<12 {
      for query in Self.endless {
        try service.send(Array(#"{"id":1,"query":"\#(query)","limits":{"seconds":600}}"#.utf8))
        // Let it get somewhere; when exactly does not matter.
        usleep(20_000)
        let reply = try service.exchange(Array(#"{"id":2,"cancel":1}"#.utf8))
        _ = try service.reply()
        #expect(try JSONReader.tree(from: reply)["error"]?["code"]?.text == "Cancelled")
      }
      let count = try Self.ask(service, "MATCH (n) RETURN count(n)")
      #expect(count["rows"]?.elements?.first?.elements?.first?.integer == 6)
      // By then the allocator has what it keeps.
      if round == 3 {
        before = (Self.files(of: service.process), try Self.memory(of: service.process))
      }
    }
    #expect(Self.files(of: service.process) == before.files)
    #expect(try Self.memory(of: service.process) <= before.memory + 24)
  }
}
