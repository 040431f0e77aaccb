import Diagnostics
import Dispatch
import Reports
import Testing

/// Running Graphviz, and what is said when it does not work.
@Suite struct GraphvizRunnerTests {
  private let small = Array("digraph { a -> b }".utf8)

  private func failure(
    _ runner: GraphvizRunner, _ dot: [UInt8]
  ) async -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try await runner.render(dot, as: .svg)
      return nil
    } catch {
      return error
    }
  }

  @Test func missingProgramHasAnErrorOfItsOwn() async throws {
    let diagnostic = try #require(await failure(GraphvizRunner(program: "no-such-graphviz"), small))
    #expect(
      DiagnosticRenderer().render(diagnostic) == """
        error[GraphvizMissing]: Graphviz is not installed: no program `no-such-graphviz` was found
          help: install it (Debian: `apt-get install graphviz`); DOT can be written without it
        """)
  }

  @Test(
    .needsGraphviz,
    arguments: [
      (GraphvizRunner.Format.svg, "<?xml"), (.pdf, "%PDF-"), (.png, "\u{FFFD}PNG"),
    ])
  func pictures(format: GraphvizRunner.Format, beginning: String) async throws {
    let picture = try await GraphvizRunner().render(small, as: format)
    #expect(String(decoding: picture.prefix(8), as: UTF8.self).hasPrefix(beginning))
  }

  @Test(.needsGraphviz) func callersThatAreNotAsyncGetTheSamePicture() async throws {
    let dot = small
    let waited = await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(returning: Result { try GraphvizRunner().render(dot, as: .svg) })
      }
    }
    let picture = try await GraphvizRunner().render(dot, as: .svg)
    #expect(try waited.get() == picture)
  }

  @Test(
    .needsGraphviz,
    arguments: ["digraph {", "digraph { a [label=<<b>] }"])
  func whatGraphvizRefusesIsReported(dot: String) async throws {
    let diagnostic = try #require(await failure(GraphvizRunner(), Array(dot.utf8)))
    #expect(diagnostic.code == "GraphvizRefused")
    #expect(diagnostic.message.contains("line 1"))
  }

  @Test(.needsGraphviz)
  func anEarlyErrorInALongTextIsReported() async throws {
    let rest = String(repeating: "a -> b;\n", count: 100_000)
    let diagnostic = try #require(
      await failure(GraphvizRunner(), Array("graph { } } \(rest)".utf8)))
    #expect(diagnostic.code == "GraphvizRefused")
  }

  @Test func aProgramThatDiesBeforeItReadsIsReported() async throws {
    let large = Array("digraph { \(String(repeating: "a -> b; ", count: 100_000)) }".utf8)
    let diagnostic = try #require(await failure(GraphvizRunner(program: "false"), large))
    #expect(diagnostic.code == "GraphvizRefused")
  }

  @Test(.needsGraphviz)
  func theTimeLimitEndsTheProgram() async throws {
    // Dense enough to keep any layout busy for minutes.
    var dot = "digraph {"
    for from in 0..<400 {
      for to in 0..<400 where (from &* 31 &+ to &* 17) % 7 == 0 { dot += "\(from)->\(to);" }
    }
    let diagnostic = try #require(
      await failure(GraphvizRunner(timeLimit: .milliseconds(300)), Array((dot + "}").utf8)))
    #expect(diagnostic.code == "GraphvizTimeLimit")
  }

  @Test(.needsGraphviz)
  func aPictureThatIsTooLargeIsRefused() async throws {
    let diagnostic = try #require(await failure(GraphvizRunner(sizeLimit: 100), small))
    #expect(diagnostic.code == "PictureTooLarge")
  }

  @Test(.needsGraphviz)
  func aLayoutThatWantsTooMuchMemoryIsEnded() async throws {
    // Edges over a thousand ranks each: `dot` makes a node of every rank that an edge crosses.
    var dot = "digraph {"
    for node in 0..<1_500 { dot += "\(node)->\(node + 1);" }
    for node in 0..<400 { dot += "\(node)->\(1_500 - node);" }
    let runner = GraphvizRunner(memoryLimit: 100 << 20)
    let diagnostic = try #require(await failure(runner, Array((dot + "}").utf8)))
    #expect(diagnostic.code == "GraphvizMemoryLimit")
    #expect(diagnostic.help?.contains("sfdp") == true)
  }
}
