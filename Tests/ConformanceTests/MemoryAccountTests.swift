import Glibc
import PropertyGraph
import Testing

/// The account of what a statement takes against what the process really grows by, until the limit
/// ends it. Takes minutes without optimisation: `MEMORY_ACCOUNT=mebibytes` asks for it.
@Suite("Memory account", .serialized)
struct MemoryAccountTests {
  private static let mebibytes = getenv("MEMORY_ACCOUNT").flatMap { Int(String(cString: $0)) }

  private static let rows = "UNWIND range(1, 1000000000) AS x "
  private static let mesh =
    "UNWIND range(1, 12) AS i CREATE (:N {i: i}) WITH count(*) AS n "
    + "MATCH (a:N), (b:N) WHERE a <> b CREATE (a)-[:T]->(b)"

  static let statements = [
    (name: "sort", script: "", query: rows + "WITH x ORDER BY -x RETURN count(x)"),
    (
      "sort of texts", "",
      rows + "WITH 'a text of a few words ' + x AS t ORDER BY t RETURN count(t)"
    ),
    ("group", "", rows + "RETURN x, count(*) AS c ORDER BY c LIMIT 1"),
    ("distinct", "", rows + "WITH DISTINCT toString(x) AS t RETURN count(t)"),
    ("collect", "", rows + "RETURN size(collect(x))"),
    ("paths", mesh, "MATCH p = ()-[*]-() RETURN collect(p)"),
    ("CREATE", "", rows + "CREATE (:M {i: x, t: 'some text that is not short'})"),
    ("MERGE", "", rows + "MERGE (:M {i: x})"),
  ]

  /// A line of `/proc/…/status` in mebibytes.
  private static func status(_ key: String, of process: Int32) throws -> Double {
    let lines = try TestFiles.text("/proc/\(process)/status").split(separator: "\n")
    let line = lines.first { $0.hasPrefix(key) } ?? ""
    return
      (line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? 0)
      / 1_024
  }

  @Test("the process grows by what the account says", arguments: statements)
  func growth(name: String, script: String, query: String) throws {
    guard let mebibytes = Self.mebibytes else { return }
    let service = try Service()
    func ask(_ query: String) throws -> JSONValue {
      let limits = #""limits":{"seconds":900,"mebibytes":\#(mebibytes)}"#
      let line = #"{"id":1,"query":"\#(query)",\#(limits)}"#
      return try JSONReader.tree(from: try service.exchange(Array(line.utf8)))
    }
    _ = try ask(script.isEmpty ? "RETURN 1" : script)
    let before = try Self.status("VmRSS", of: service.process)
    let reply = try ask(query)
    #expect(reply["error"]?["code"]?.text == "MemoryLimit")
    let share = (try Self.status("VmHWM", of: service.process) - before) / Double(mebibytes)
    print("\(name): \((share * 100).rounded() / 100) of \(mebibytes) MiB")
    #expect(share > 0.6 && share < 1.3, "\(name) takes \(share) of its budget")
  }
}
