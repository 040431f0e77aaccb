public import Diagnostics

extension GraphvizRunner {
  /// A picture to draw.
  public struct Job: Sendable {
    /// The drawing.
    public var dot: [UInt8]
    /// What to make of it.
    public var format: Format

    /// A picture to draw.
    public init(_ dot: [UInt8], as format: Format) {
      self.dot = dot
      self.format = format
    }
  }

  /// Draws several, two at a time, and waits for all of them on this thread. Each has its own
  /// result; once Graphviz turns out to be missing no more are tried.
  public func render(_ jobs: [Job]) throws(Diagnostic) -> [Result<[UInt8], Diagnostic>] {
    try Blocking.result { () async throws(Diagnostic) in
      await withTaskGroup(of: (Int, Result<[UInt8], Diagnostic>).self) { group in
        var results: [Result<[UInt8], Diagnostic>?] = Array(repeating: nil, count: jobs.count)
        var next = 0
        func start() {
          guard next < jobs.count else { return }
          let number = next
          next += 1
          group.addTask { (number, await result(of: jobs[number])) }
        }
        start()
        start()
        while let (number, result) = await group.next() {
          results[number] = result
          if case .failure(let failure) = result, failure.code == "GraphvizMissing" {
            return jobs.map { _ in .failure(failure) }
          }
          start()
        }
        return results.map { $0 ?? .failure(Wording.graphvizFailed("it ended without an answer")) }
      }
    }
  }

  private func result(of job: Job) async -> Result<[UInt8], Diagnostic> {
    do {
      return .success(try await render(job.dot, as: job.format))
    } catch {
      return .failure(error)
    }
  }
}
