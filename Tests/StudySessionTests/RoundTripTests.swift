import Diagnostics
import PropertyGraph
import RealistEvaluation
import StudyFiles
import StudySession
import Testing

/// Folder, file, folder: nothing is lost and nothing moves.
@Suite("Load and dump")
struct LoadAndDumpTests {
  static let repository: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  @Test("canonical files come back with the same bytes", arguments: [true, false])
  func canonical(_ isReal: Bool) throws {
    let study = try SmallStudy()
    let source = isReal ? Self.repository : study.path
    let canonical = study.folder("canonical")
    _ = try StudySession.dump(source, into: canonical)
    _ = try StudySession.load(folder: canonical, into: study.file)
    _ = try StudySession.dump(study.file, into: study.folder("again"))
    let names = study.names(in: canonical + "/Graph")
    #expect(names.count >= 2)
    #expect(study.names(in: study.folder("again/Graph")) == names)
    for name in names {
      let first = try FileBytes.read("\(canonical)/Graph/\(name)")
      let second = try FileBytes.read(study.folder("again/Graph/\(name)"))
      #expect(first == second, "\(name) differs")
    }
  }

  @Test("the study of this repository is the same graph after load, dump and load")
  func realStudy() throws {
    let study = try SmallStudy()
    let original = try StudySession.contents(of: Self.repository)
    #expect(original.records.count > 500)
    _ = try StudySession.load(folder: Self.repository, into: study.file)
    let stored = try StudySession.contents(of: study.file)
    #expect(Self.lines(of: stored) == Self.lines(of: original))
    _ = try StudySession.dump(study.file, into: study.folder("dumped"))
    let second = study.folder("second.realist")
    _ = try StudySession.load(folder: study.folder("dumped"), into: second)
    let again = try StudySession.contents(of: second)
    #expect(Self.lines(of: again) == Self.lines(of: original))
    #expect(again.title == original.title)
    #expect(again.about == original.about)
    #expect(again.rules?.bytes == original.rules?.bytes)
  }

  /// Every record and link as a line, in an order of their own.
  private static func lines(of contents: StudyContents) -> [String] {
    let records = contents.records.map {
      "\($0.kind.name) \($0.id) \($0.home) \(text(of: $0.properties))"
    }
    let links = contents.links.map {
      "\($0.from) \($0.type.name) \($0.to) \(text(of: $0.properties))"
    }
    return records.sorted() + links.sorted()
  }

  private static func text(of map: PropertyMap) -> String {
    map.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "; ")
  }
}
