import Diagnostics
import Glibc
import PropertyGraph
import RealistEvaluation
import Reports
import StudySession
import SystemFiles
import Testing

@testable import realist

/// Every figure of the worked study as DOT, compared with the one that a person last looked at.
/// `RECORD=1` writes them anew; then render and look at what changed before you keep it.
@Suite("Drawn figures")
struct DrawnFiguresTests {
  static let golden = RealStudy.path + "/Tests/StudyTests/Golden/Figures"

  /// Figures besides those of theories, by the words that `realist export` takes.
  static let requests: [(name: String, words: [String])] = [
    ("configuration", ["configuration", "t3-subsidiarity"]),
    ("evidence", ["evidence", "t3-equal-partners"]),
    ("chain", ["chain", "shift-to-prevention-stalls", "functions-stay-at-icb"]),
    ("contrast", ["contrast", "prescribed-membership"]),
    ("espoused-theory", ["espoused", "working-together"]),
    ("espoused", ["espoused"]),
    ("ripples", ["ripples"]),
    ("citations", ["citations"]),
    ("query", ["query", "MATCH p = (:Theory {id: 'refined-pooling'})-->() RETURN p"]),
  ]

  /// What a sheet does to the largest figure.
  static let sheets: [(ending: String, paper: Paper?)] = [
    ("-a4", Paper(.a4, isLandscape: false)),
    ("-a4-landscape", Paper(.a4, isLandscape: true)),
    ("-slide", Paper(.slide, isLandscape: true)),
  ]

  @Test("each is as it was when a person last looked at it, and Graphviz reads it")
  func figures() async throws {
    let session = try StudySession.open(RealStudy.path)
    defer { session.close() }
    let reader = StudyFigureReader(session.graph)
    let theories = try session.judge().theoryVerdicts().filter { !$0.configurations.isEmpty }
    var figures: [(name: String, dot: DOTDocument)] = []
    for verdict in theories {
      let id = verdict.theory.id
      for (ending, paper) in [("", nil)] + (id == "working-together" ? Self.sheets : []) {
        let options = FigureOptions(paper: paper)
        let drawing = TheoryFigure([reader.theory(verdict)], options: options).drawing()
        figures.append((name: "\(id)\(ending)", dot: drawing.dot(options)))
      }
    }
    for (name, words) in Self.requests {
      figures.append(
        (name: name, dot: try FigureRequest(words).drawing(session, FigureOptions()).dot()))
    }
    if getenv("RECORD") != nil {
      for figure in figures {
        try TextFile.write(
          String(decoding: figure.dot.bytes(), as: UTF8.self),
          to: "\(Self.golden)/\(figure.name).dot")
      }
    }
    #expect(TextFile.names(in: Self.golden, ending: ".dot") == figures.map(\.name).sorted())
    for figure in figures {
      let text = String(decoding: figure.dot.bytes(), as: UTF8.self)
      let isSame = try WholeFile.read("\(Self.golden)/\(figure.name).dot") == Array(text.utf8)
      #expect(isSame, "\(figure.name).dot differs: draw it, look at it, record it")
      do throws(Diagnostic) {
        _ = try await GraphvizRunner().render(figure.dot.bytes(), as: .svg)
      } catch {
        // Without Graphviz only the text is compared; the tests of reports say that it is missing.
        #expect(error.code == "GraphvizMissing", "\(figure.name): \(error.message)")
      }
    }
  }
}
