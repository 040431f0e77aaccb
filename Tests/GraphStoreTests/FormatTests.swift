import Diagnostics
import GraphTesting
import PropertyGraph
import Testing

@testable import GraphStore

@Suite struct FormatTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }
  private var path: String { folder.file("a.realist") }

  private func make() throws {
    let stored = try StoredGraph.create(at: path, GraphFileKind(.study))
    try stored.write { view throws(Diagnostic) in
      let a = try view.createNode(
        labels: ["Theory"], properties: ["id": "t1", "title": "It's one", "weight": 2.5])
      let b = try view.createNode(labels: ["Theory", "Rival"], properties: ["id": "t2"])
      _ = try view.createRelationship(type: "RIVALS", from: a, to: b, properties: ["since": 2022])
    }
    stored.close()
  }

  @Test func foreignWritesAreRefused() throws {
    try make()
    let foreign = try Database(path, access: .readWrite)
    for sql in [
      "INSERT INTO node VALUES (99, 1, NULL, '{}')", "UPDATE node SET p = '{}'",
      "DELETE FROM node", "DELETE FROM relationship", "UPDATE relationship SET type = 1",
      "INSERT INTO relationship VALUES (9, 1, 0, 0, '{}')", "DELETE FROM change",
      "UPDATE state SET revision = 0", "INSERT INTO type VALUES (9, 'X')",
      "UPDATE property_key SET name = 'x'", "DELETE FROM label_set",
    ] {
      let error = #expect(throws: Diagnostic.self) { try foreign.execute(sql) }
      #expect(error?.message.contains("this_file_is_written_by_realist_only") == true, "\(sql)")
    }
    #expect(try foreign.integer("SELECT count(*) FROM node") == 2)
    foreign.close()
    #expect(try StoredGraph(opening: path).view.nodeCount(label: nil) == 2)
  }

  @Test func foreignProgramsReadTheViews() throws {
    try make()
    let stored = try StoredGraph(opening: path)
    let views = stored.viewBuilder
    try views.create([
      (
        "theory",
        try views.selectNodes(
          label: "Theory",
          columns: [
            .init(property: "title", name: "title"), .init(property: "weight", name: "weight"),
            .init(property: "never used", name: "never \"used\""),
          ])
      ),
      (
        "rivals",
        try views.selectRelationships(
          type: "RIVALS", start: "theory", end: "rival",
          columns: [.init(property: "since", name: "since")])
      ),
    ])
    stored.close()
    let foreign = try Database(path, access: .readOnly)
    let rows = try foreign.prepare(
      "SELECT id, title, weight, \"never \"\"used\"\"\" FROM theory ORDER BY id")
    #expect(try rows.step())
    #expect(
      rows.text(0) == "t1" && rows.text(1) == "It's one" && rows.text(2) == "2.5" && rows.isNull(3))
    #expect(try rows.step())
    #expect(rows.text(0) == "t2" && rows.isNull(1))
    #expect(try !rows.step())
    let links = try foreign.prepare("SELECT theory, rival, since FROM rivals")
    #expect(try links.step())
    #expect(links.text(0) == "t1" && links.text(1) == "t2" && links.integer(2) == 2022)
  }

  @Test func aNewerFormatIsLeftUntouched() throws {
    try make()
    let database = try Database(path, access: .readWrite)
    try database.execute("PRAGMA user_version = 2; PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    let before = folder.read("a.realist")
    let names = folder.names
    for access in [StoredGraph.Access.readWrite, .readOnly, .immutable] {
      let error = #expect(throws: Diagnostic.self) { try StoredGraph(opening: path, access) }
      #expect(error?.code == "NewerFormat")
    }
    #expect(folder.read("a.realist") == before)
    #expect(folder.names == names)
  }

  @Test func anOlderFormatMigratesAfterACopy() throws {
    try make()
    let next = Schema(migrations: [
      [
        "CREATE TABLE extra (x TEXT) STRICT",
        "UPDATE node SET key = key || '!' WHERE key IS NOT NULL",
      ]
    ])
    let refused = #expect(throws: Diagnostic.self) {
      try StoredGraph(opening: path, .readOnly, schema: next)
    }
    #expect(refused?.code == "OlderFormat")
    for name in folder.snapshots { folder.remove(name) }
    let migrated = try StoredGraph(opening: path, .readWrite, schema: next)
    #expect(
      migrated.view.listing.first == #"0 [Theory] {"id":"t1!","title":"It's one","weight":2.5}"#)
    #expect(try migrated.database.integer("PRAGMA user_version") == 2)
    migrated.close()
    let copy = try StoredGraph(opening: folder.file("a.realist.format-1"))
    #expect(copy.view.listing.first == #"0 [Theory] {"id":"t1","title":"It's one","weight":2.5}"#)
  }

  @Test func aFailedMigrationChangesNothing() throws {
    try make()
    let broken = Schema(migrations: [["CREATE TABLE extra (x TEXT) STRICT", "SELECT nonsense()"]])
    #expect(throws: Diagnostic.self) { try StoredGraph(opening: path, .readWrite, schema: broken) }
    let again = try StoredGraph(opening: path)
    #expect(
      try again.database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'") == 0)
  }

  @Test func whatIsNotOursIsRefused() throws {
    folder.write(Array("hello".utf8), to: "text")
    folder.write([], to: "empty")
    let other = try Database(folder.file("other"), access: .readWrite, creates: true)
    try other.execute("CREATE TABLE t (x)")
    other.close()
    for (name, code) in [
      ("text", "NotAGraph"), ("empty", "NotAGraph"), ("other", "NotAGraph"), ("none", "CannotOpen"),
    ] {
      let error = #expect(throws: Diagnostic.self) { try StoredGraph(opening: folder.file(name)) }
      #expect(error?.code == code)
    }
    #expect(folder.names == ["empty", "other", "text"])
  }

  @Test func damagedPagesAreNamed() throws {
    try make()
    var bytes = folder.read("a.realist")
    for index in 4_096..<min(bytes.count, 40_000) { bytes[index] = 0xA5 }
    for name in folder.names { folder.remove(name) }
    folder.write(bytes, to: "a.realist")
    let error = #expect(throws: Diagnostic.self) { try StoredGraph(opening: path) }
    #expect(error?.code == "Corrupt")
  }

  @Test func aFinishedCacheIsReadWithoutALog() throws {
    let cache = try StoredGraph.build(at: folder.file("c.db"), GraphFileKind(.study, isCache: true))
    {
      bulk throws(Diagnostic) in
      _ = try bulk.addNode(labels: ["A"], properties: ["id": "a"])
    }
    #expect(cache.view.listing == [#"0 [A] {"id":"a"}"#])
    #expect(folder.names.filter { !$0.hasSuffix(".snapshot") } == ["c.db"])
    let error = #expect(throws: Diagnostic.self) { try cache.beginWriting() }
    #expect(error?.code == "ReadOnly")
    folder.write([1], to: "c.db-wal")
    let log = #expect(throws: Diagnostic.self) {
      try StoredGraph(opening: folder.file("c.db"), .immutable)
    }
    #expect(log?.code == "ReadOnly")
  }
}
