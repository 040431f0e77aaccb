import Diagnostics
import Glibc
import PropertyGraph
import Testing

@testable import GraphQuery

/// Whatever a statement is doing when it is cancelled, it ends soon.
@Suite("Cancellation")
struct CancellationTests {
  /// Many rows without one long list.
  static let many = "UNWIND range(1, 3000) AS i UNWIND range(1, 1000) AS j WITH i * 1000 + j AS x"

  static let busy = [
    "MATCH p = ()-[*]-() RETURN count(p)",
    "MATCH (a)-[*..9]->(b) RETURN count(*)",
    "MATCH (a), (b), (c), (d), (e), (f), (g), (h) RETURN count(*)",
    "\(many) RETURN x ORDER BY x % 7, x DESC",
    "\(many) RETURN x % 99991, count(*)",
    "\(many) WITH DISTINCT toString(x) AS t RETURN count(t)",
    "\(many) RETURN size(collect(x))",
    "RETURN size([x IN range(1, 1000) | [y IN range(1, 100000) | x * y]])",
    "RETURN reduce(s = 0, x IN range(1, 9000) | s + reduce(t = 0, y IN range(1, 9000) | t + y % x))",
    "\(many) CREATE (:M {i: x})",
    "\(many) MERGE (:M {i: x})",
    "MATCH (a), (b) MATCH q = allShortestPaths((a)-[*]-(b)) MATCH (c), (d), (e) RETURN count(q)",
  ]

  /// The engine's thread may compute this long after the flag is raised. Processor time: how busy
  /// the machine is does not matter. Without optimisation everything takes several times longer.
  #if DEBUG
    static let allowedMilliseconds = 250.0
  #else
    static let allowedMilliseconds = 50.0
  #endif

  @Test("a statement cancelled from another thread ends soon", arguments: busy)
  func endsSoon(query: String) throws {
    let graph = try Run.graph(LimitTests.mesh)
    let attempt = CancelledRun(query, on: graph)
    #expect(attempt.code == "Cancelled")
    #expect(attempt.milliseconds < Self.allowedMilliseconds)
    #expect(try Run.rows("MATCH (n) RETURN count(*)", on: graph) == ["12"])
  }
}

/// A statement that another thread cancels while it runs.
struct CancelledRun {
  private(set) var code = "no error"
  /// Processor time of the running thread from the cancellation to the end.
  private(set) var milliseconds = 0.0

  init(_ query: String, on graph: GraphView, after microseconds: UInt32 = 60_000) {
    let flag = CancellationFlag()
    let alarm = Alarm(flag: flag, runner: pthread_self(), microseconds: microseconds)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(alarm)
    pthread_create(
      &thread, nil,
      { raw in
        guard let raw else { return nil }
        Unmanaged<Alarm>.fromOpaque(raw).takeRetainedValue().run()
        return nil
      }, context.toOpaque())
    let options = QueryEngine.Options(
      limits: QueryLimits(seconds: 60, bytes: 1 << 30), cancellation: flag)
    do throws(Diagnostic) {
      _ = try Run.engine(graph).run(SourceText(name: "query", text: query), options: options)
    } catch {
      code = error.code
    }
    let end = Alarm.time(of: CLOCK_THREAD_CPUTIME_ID)
    pthread_join(thread, nil)
    milliseconds = (end - alarm.raisedAt) * 1_000
  }

  /// Raises the flag after a while and notes how long the runner had computed by then.
  final class Alarm: @unchecked Sendable {
    private let flag: CancellationFlag
    private let runner: pthread_t
    private let microseconds: UInt32
    private(set) var raisedAt = 0.0

    init(flag: CancellationFlag, runner: pthread_t, microseconds: UInt32) {
      self.flag = flag
      self.runner = runner
      self.microseconds = microseconds
    }

    func run() {
      usleep(microseconds)
      var clock = clockid_t()
      pthread_getcpuclockid(runner, &clock)
      raisedAt = Self.time(of: clock)
      flag.cancel()
    }

    static func time(of clock: clockid_t) -> Double {
      var time = timespec()
      clock_gettime(clock, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
  }
}
