import Diagnostics
import Glibc
import PropertyGraph
import StudyFiles
import StudySession
import Testing

/// The cache of a folder is a build product: always right, built when it must be, and only then.
@Suite("Folder cache")
struct FolderCacheTests {
  @Test("a second opening builds nothing")
  func second() throws {
    let study = try SmallStudy()
    #expect(try study.title() == "They meet")
    let before = study.names(in: study.cache).map { study.status(study.cache + "/" + $0).st_ino }
    #expect(before.count == 3, "\(study.names(in: study.cache))")
    #expect(try study.title() == "They meet")
    let after = study.names(in: study.cache).map { study.status(study.cache + "/" + $0).st_ino }
    #expect(before == after)
  }

  @Test("a file edited again within one tick of its clock is noticed")
  func sameTick() throws {
    let study = try SmallStudy()
    #expect(try study.title() == "They meet")
    let before = study.status(study.path + "/" + study.theory)
    let time = study.time(of: study.theory)
    for title in ["They MEET", "They seem"] {
      try study.write(SmallStudy.theory(title: title), to: study.theory)
      study.setTime(of: study.theory, time)
      let after = study.status(study.path + "/" + study.theory)
      #expect(after.st_ino == before.st_ino)
      #expect(after.st_size == before.st_size)
      #expect(after.st_mtim.tv_nsec == before.st_mtim.tv_nsec)
      #expect(try study.title()?.string == title)
    }
  }

  @Test("an older state put back with its old time is noticed")
  func olderState() throws {
    let study = try SmallStudy()
    let time = SmallStudy.hourAgo
    study.setTime(of: study.theory, time)
    #expect(try study.title() == "They meet")
    let before = study.status(study.path + "/" + study.theory)
    try study.replace(
      study.path + "/" + study.theory, with: Array(SmallStudy.theory(title: "They seem").utf8))
    study.setTime(of: study.theory, time)
    let after = study.status(study.path + "/" + study.theory)
    #expect(after.st_ino != before.st_ino)
    #expect(after.st_size == before.st_size)
    #expect(after.st_mtim.tv_nsec == before.st_mtim.tv_nsec)
    #expect(try study.title() == "They seem")
  }

  @Test("a file that comes or goes is noticed")
  func moreFiles() throws {
    let study = try SmallStudy()
    let count = { () throws -> Int in
      let session = try StudySession.open(study.path)
      defer { session.close() }
      return try session.rows("MATCH (n) RETURN n.id").count
    }
    #expect(try count() == 5)
    try study.write("sites:\n  leeds: { title: Leeds, level: place }\n", to: "Graph/sites.yaml")
    #expect(try count() == 6)
    unlink(study.path + "/Graph/sites.yaml")
    #expect(try count() == 5)
  }

  @Test("after a change one build remains, and nothing that a dead process left")
  func oneBuild() throws {
    let study = try SmallStudy()
    #expect(try study.title() == "They meet")
    let first = study.cached(".db")
    for name in ["/0123.db.building-1", "/0123.db.building-1-wal", "/manifest.1.tmp"] {
      try study.write([1, 2, 3], to: study.cache + name)
    }
    try study.write(SmallStudy.theory(title: "They seem"), to: study.theory)
    #expect(try study.title() == "They seem")
    #expect(study.cached(".db") != first)
    let names = study.names(in: study.cache)
    #expect(names.count == 3, "\(names)")
    #expect(names.last == "manifest")
  }

  @Test("who holds an old build goes on with it")
  func heldBuild() throws {
    let study = try SmallStudy()
    let session = try StudySession.open(study.path)
    defer { session.close() }
    try study.write(SmallStudy.theory(title: "They seem"), to: study.theory)
    #expect(try study.title() == "They seem")
    #expect(try session.texts("MATCH (m:Mechanism) RETURN m.title") == ["They meet"])
  }

  /// What may happen to a file of the cache.
  enum Damage: String, CaseIterable, Sendable {
    case missing, empty, halved, flipped, random

    func apply(to file: String, of study: SmallStudy) throws {
      var bytes = try FileBytes.read(file)
      switch self {
      case .missing:
        unlink(file)
        return
      case .empty: bytes = []
      case .halved: bytes.removeLast(bytes.count / 2)
      case .flipped: for index in stride(from: 5, to: bytes.count, by: 97) { bytes[index] ^= 0x41 }
      case .random:
        var state: UInt64 = 7
        for index in bytes.indices {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          bytes[index] = UInt8(truncatingIfNeeded: state >> 56)
        }
      }
      try study.replace(file, with: bytes)
    }
  }

  @Test(
    "a damaged cache is built anew, silently",
    arguments: ["manifest", ".db", ".snapshot"], Damage.allCases)
  func damaged(_ file: String, _ damage: Damage) throws {
    let study = try SmallStudy()
    #expect(try study.title() == "They meet")
    let sound = study.names(in: study.cache).count
    try damage.apply(to: study.cached(file), of: study)
    let session = try StudySession.open(study.path)
    #expect(session.findings.errors == 0)
    #expect(try session.texts("MATCH (m:Mechanism) RETURN m.title") == ["They meet"])
    #expect(try session.rows("MATCH ()-[r]->() RETURN id(r)").count == 3)
    session.close()
    let names = study.names(in: study.cache)
    #expect(names.count == sound, "\(names)")
    let before = names.map { study.status(study.cache + "/" + $0).st_ino }
    #expect(try study.title() == "They meet")
    #expect(
      before == study.names(in: study.cache).map { study.status(study.cache + "/" + $0).st_ino })
  }

  @Test("findings are counted with the cache as without")
  func findings() throws {
    let study = try SmallStudy()
    try study.write(
      SmallStudy.theory(title: "They meet").replacing(
        "mechanisms: meeting", with: "mechanisms: meating"),
      to: study.theory)
    for _ in 0..<2 {
      let session = try StudySession.open(study.path)
      defer { session.close() }
      #expect(session.findings.errors == 1)
      #expect(try session.texts("MATCH (m:Mechanism) RETURN m.title") == ["They meet"])
    }
  }

  @Test("a study's own kinds are known with the cache as without")
  func ownKinds() throws {
    let study = try SmallStudy()
    try study.write(
      """
      realist: 1
      title: Small
      kinds:
        Room: { key: room, section: rooms, properties: [title, colour] }

      """, to: "Graph/study.yaml")
    try study.write("rooms:\n  hall: { title: The hall, colour: red }\n", to: "Graph/rooms.yaml")
    for _ in 0..<2 {
      let session = try StudySession.open(study.path)
      defer { session.close() }
      #expect(try session.texts("MATCH (r:Room) RETURN r.colour") == ["red"])
    }
  }
}
