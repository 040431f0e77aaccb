import PropertyGraph
import Testing

@testable import GraphQuery
@testable import RealistEvaluation

/// Work shared between threads comes out as if one had done it.
@Suite struct WorkersTests {
  @Test(arguments: [1, 2, 5, 64])
  func resultsAreInTheOrderOfTheWork(threads: Int) {
    for count in [0, 1, 15, 16, 17, 1_000] {
      let squares = Workers(threads: threads).map(count, watch: .endless, state: { 3 }) {
        $0 * $1 * $1
      }
      #expect(squares == (0..<count).map { 3 * $0 * $0 })
    }
  }

  @Test func eachThreadHasAStateOfItsOwn() {
    let seen = Workers(threads: 5).map(4_000, watch: .endless, state: { 0 }) { state, _ in
      state += 1
      return state
    }
    // Whoever works off pieces counts them one after the other; together they are all.
    #expect(seen.count { $0 == 1 } <= 5)
    #expect(seen.count == 4_000)
  }

  @Test(arguments: [1, 2, 5])
  func nobodyGoesOnWhenNobodyWaits(threads: Int) {
    let flag = CancellationFlag(raisedAtLook: 4)
    let watch = StatementWatch(cancellation: flag, seconds: nil)
    let done = Workers(threads: threads).map(100_000, watch: watch, state: {}) { _, number in number
    }
    #expect(done.count < 4 * threads)
    #expect(flag.looks < 4 + threads)
  }

  /// Threads are many enough, and pieces more than one block, for the work to be shared.
  @Test func verdictsAreTheSameOnAnyNumberOfThreads() throws {
    var random = RandomEvidence(seed: 77)
    let evidence = Self.joined((0..<20).map { _ in random.study() })
    func judged(_ threads: Int) throws -> ([ConfigurationVerdict], [Sensitivity]) {
      try Judge(evidence, workers: Workers(threads: threads)).firmVerdicts(searchesBreak: false)
    }
    let one = try judged(1)
    #expect(one.0.count > 20)
    #expect(one.0 == (try Judge(evidence).verdicts()))
    for threads in [2, 5] {
      let many = try judged(threads)
      #expect(many.0 == one.0)
      #expect(many.1 == one.1)
    }
  }

  /// Many studies in one: configurations and items are renamed, everything else is shared.
  private static func joined(_ studies: [RecordedEvidence]) -> RecordedEvidence {
    var all = studies[0]
    all.configurations = []
    all.items = []
    all.bearings = []
    for (number, study) in studies.enumerated() {
      func name(_ id: Text) -> Text { Text("\(id)-\(number)") }
      for var configuration in study.configurations {
        configuration.id = name(configuration.id)
        all.configurations.append(configuration)
      }
      for var item in study.items {
        let items = Set(study.items.map(\.id))
        item.id = name(item.id)
        item.origins = item.origins.map { items.contains($0) ? name($0) : $0 }
        all.items.append(item)
      }
      for var bearing in study.bearings {
        bearing.item = name(bearing.item)
        bearing.target = bearing.covers.isEmpty ? bearing.target : name(bearing.target)
        all.bearings.append(bearing)
      }
    }
    return all
  }
}
