public import Diagnostics
import Subprocess

/// Draws DOT with Graphviz, which is a program of its own.
public struct GraphvizRunner: Sendable {
  /// What Graphviz can make.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    case svg, pdf, png
  }

  /// Which of Graphviz's layouts to use.
  public enum Layout: String, Sendable, Hashable, CaseIterable {
    case dot, neato, fdp, sfdp
  }

  /// The name of the program to run, looked up on the path.
  public var program: String
  /// The layout.
  public var layout: Layout
  /// How long it may take.
  public var timeLimit: Duration
  /// How much memory it may take, in bytes; a layout that wants more is ended.
  public var memoryLimit: Int
  /// The largest picture to accept, in bytes.
  public var sizeLimit: Int

  /// A runner.
  public init(
    program: String = "dot", layout: Layout = .dot, timeLimit: Duration = .seconds(60),
    memoryLimit: Int = 2 << 30, sizeLimit: Int = 256 << 20
  ) {
    self.program = program
    self.layout = layout
    self.timeLimit = timeLimit
    self.memoryLimit = memoryLimit
    self.sizeLimit = sizeLimit
  }

  /// Draws, and waits for the picture on this thread, which must not be one of the cooperative
  /// pool: for callers that are not `async`.
  ///
  /// Throws `GraphvizMissing`, `GraphvizRefused`, `GraphvizTimeLimit` or `GraphvizFailed`; the DOT
  /// is as good as before in every case.
  public func render(_ dot: [UInt8], as format: Format) throws(Diagnostic) -> [UInt8] {
    try Blocking.result { () async throws(Diagnostic) in
      try await render(dot, as: format)
    }
  }

  /// Draws without blocking a thread; otherwise the same.
  public func render(_ dot: [UInt8], as format: Format) async throws(Diagnostic) -> [UInt8] {
    let outcome = await withTaskGroup(of: Outcome?.self) { group in
      group.addTask { await run(dot, as: format) }
      group.addTask {
        do {
          try await Task.sleep(for: timeLimit)
          return .failed(Wording.graphvizTooSlow(limit: timeLimit, layout: layout.rawValue))
        } catch {
          return nil
        }
      }
      // The first to end decides; the other one is cancelled, which ends the program.
      var first: Outcome?
      while first == nil, let next = await group.next() { first = next }
      group.cancelAll()
      return first
    }
    switch outcome {
    case .picture(let bytes): return bytes
    case .failed(let diagnostic): throw diagnostic
    case nil: throw Wording.graphvizFailed("it ended without an answer")
    }
  }

  /// What Graphviz and the libraries that it draws with say when there is no more memory.
  private static let wordsOfExhaustion = [
    "out of memory", "cannot allocate", "failed to allocate", "resource temporarily unavailable",
  ]

  private enum Outcome: Sendable {
    case picture([UInt8])
    case failed(Diagnostic)
  }

  private func run(_ dot: [UInt8], as format: Format) async -> Outcome {
    // cairo for PDF embeds the fonts; the resolution is that of a printed page.
    let picture = format == .png ? ["-Tpng:cairo", "-Gdpi=144"] : ["-T\(format.rawValue)"]
    do {
      // Not through a pipe: a program that dies before it reads must not take us with it.
      let file = try TemporaryFile(dot)
      defer { file.remove() }
      // The shell bounds the memory (in KiB) and becomes the program, so that ending one ends both.
      let bounded = "ulimit -v \(memoryLimit >> 10); exec \"$0\" \"$@\""
      let result = try await Subprocess.run(
        .name("sh"),
        arguments: Arguments(
          ["-c", bounded, program, "-K\(layout.rawValue)"] + picture + [file.path]),
        input: .none,
        output: .bytes(limit: sizeLimit), error: .string(limit: 1 << 20))
      // What a shell says of a program that it does not find.
      if case .exited(127) = result.terminationStatus {
        return .failed(Wording.graphvizMissing(program))
      }
      guard result.terminationStatus.isSuccess else {
        let complaint = result.standardError.lowercased()
        if Self.wordsOfExhaustion.contains(where: complaint.contains) {
          return .failed(Wording.graphvizTooLarge(limit: memoryLimit, layout: layout.rawValue))
        }
        return .failed(Wording.graphvizRefused(result.standardError))
      }
      let bytes = result.standardOutput
      return .picture(format == .pdf ? PDFDate.removed(from: bytes) : bytes)
    } catch let error as SubprocessError {
      switch error.code {
      case .executableNotFound: return .failed(Wording.graphvizMissing(program))
      case .outputLimitExceeded: return .failed(Wording.pictureTooLarge(limit: sizeLimit))
      default: return .failed(Wording.graphvizFailed(error.description))
      }
    } catch let error as Diagnostic {
      return .failed(error)
    } catch {
      return .failed(Wording.graphvizFailed("\(error)"))
    }
  }
}
