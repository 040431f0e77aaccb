import Diagnostics
import PropertyGraph
import StudyFiles
import StudySession
import Testing

/// A study in one file: statements change it, and it remembers.
@Suite("File study")
struct FileStudyTests {
  @Test("what is written is there after reopening, and what was is still to be read")
  func revisions() throws {
    let study = try SmallStudy()
    _ = try StudySession.load(folder: study.path, into: study.file)
    let first = try StudySession.open(study.file)
    _ = try first.rows("MATCH (m:Mechanism) SET m.title = 'They talk'")
    _ = try first.rows("CREATE (:Site {id: 'leeds', title: 'Leeds', level: 'place'})")
    first.close()
    let second = try StudySession.open(study.file)
    #expect(try second.texts("MATCH (m:Mechanism) RETURN m.title") == ["They talk"])
    #expect(
      try second.texts("AT REVISION 1 MATCH (m:Mechanism) RETURN m.title") == ["They meet"])
    #expect(try second.texts("AT REVISION 2 MATCH (s:Site) RETURN s.id") == [])
    #expect(try second.texts("AT REVISION 3 MATCH (s:Site) RETURN s.id") == ["leeds"])
    let unknown = #expect(throws: Diagnostic.self) {
      try second.rows("AT REVISION 9 MATCH (s:Site) RETURN s.id")
    }
    #expect(unknown?.code == "UnknownRevision")
    let past = #expect(throws: Diagnostic.self) {
      try second.rows("AT REVISION 1 MATCH (m:Mechanism) SET m.title = 'x'")
    }
    #expect(past?.phase == .compile || past?.phase == .runtime)
    _ = try second.rows("MATCH (s:Site) DELETE s")
    second.close()
    let third = try StudySession.open(study.file)
    defer { third.close() }
    #expect(try third.texts("MATCH (s:Site) RETURN s.id") == [])
    #expect(try third.texts("AT REVISION 3 MATCH (s:Site) RETURN s.id") == ["leeds"])
  }

  @Test("one session sees what another commits")
  func two() throws {
    let study = try SmallStudy()
    _ = try StudySession.load(folder: study.path, into: study.file)
    let reader = try StudySession.open(study.file)
    defer { reader.close() }
    let writer = try StudySession.open(study.file)
    defer { writer.close() }
    for title: Text in ["They talk", "They sing"] {
      _ = try writer.rows("MATCH (m:Mechanism) SET m.title = $t", parameters: ["t": .text(title)])
      #expect(try reader.texts("MATCH (m:Mechanism) RETURN m.title") == [title])
    }
    _ = try reader.rows("MATCH (m:Mechanism) SET m.title = 'They meet'")
    #expect(try writer.texts("MATCH (m:Mechanism) RETURN m.title") == ["They meet"])
  }

  @Test("a dump after statements differs from the one before only where the study does")
  func dumpAfterChange() throws {
    let study = try SmallStudy()
    _ = try StudySession.load(folder: study.path, into: study.file)
    _ = try StudySession.dump(study.file, into: study.folder("before"))
    let session = try StudySession.open(study.file)
    _ = try session.rows("MATCH (m:Mechanism) SET m.title = 'They talk'")
    session.close()
    _ = try StudySession.dump(study.file, into: study.folder("after"))
    let names = study.names(in: study.folder("before/Graph"))
    #expect(names == study.names(in: study.folder("after/Graph")))
    for name in names {
      let before = try FileBytes.read(study.folder("before/Graph/") + name)
      let after = try FileBytes.read(study.folder("after/Graph/") + name)
      let expected = String(decoding: before, as: UTF8.self)
        .replacing("They meet", with: "They talk")
      #expect(String(decoding: after, as: UTF8.self) == expected)
    }
  }

  @Test("an existing file is not loaded over, and a folder with errors makes no file")
  func refusals() throws {
    let study = try SmallStudy()
    _ = try StudySession.load(folder: study.path, into: study.file)
    let bytes = try FileBytes.read(study.file)
    let taken = #expect(throws: Diagnostic.self) {
      try StudySession.load(folder: study.path, into: study.file)
    }
    #expect(taken?.code == "FileExists")
    #expect(try FileBytes.read(study.file) == bytes)
    try study.write(
      SmallStudy.theory(title: "They meet").replacing("outcomes: trust", with: "outcomes: thrust"),
      to: study.theory)
    let unsound = #expect(throws: Diagnostic.self) {
      try StudySession.load(folder: study.path, into: study.folder("other.realist"))
    }
    #expect(unsound?.code == "UnknownID")
    #expect(
      study.names(in: study.folder("")).filter { $0.hasPrefix("other") }.isEmpty)
  }

  @Test("texts enter a study composed, in statements and parameters")
  func composition() throws {
    let study = try SmallStudy()
    _ = try StudySession.load(folder: study.path, into: study.file)
    let session = try StudySession.open(study.file)
    defer { session.close() }
    _ = try session.rows("MATCH (m:Mechanism) SET m.title = 'Cafe\u{301}'")
    #expect(try session.texts("MATCH (m:Mechanism) RETURN m.title") == ["Caf\u{E9}"])
    _ = try session.rows(
      "MATCH (m:Mechanism) SET m.title = $t", parameters: ["t": .text("The\u{301}")])
    #expect(try session.texts("MATCH (m:Mechanism) RETURN m.title") == ["Th\u{E9}"])
    let plain = StudySession.plain()
    #expect(try plain.texts("RETURN 'Cafe\u{301}'") == ["Cafe\u{301}"])
  }
}
