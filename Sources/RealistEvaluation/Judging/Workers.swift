import Glibc
import GraphQuery
import Synchronization

/// Shares independent work between the processors. What comes of it is in the order of the work,
/// so it is the same whatever the number of threads.
struct Workers: Sendable {
  /// So many processors as there are, but not all of a large machine.
  static let all = Workers(threads: min(max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), 8))
  /// Pieces that one thread takes at a time.
  private static let blockSize = 16

  let threads: Int

  /// What the threads of one piece of work share.
  private final class Round: Sendable {
    let nextBlock = Atomic<Int>(0)
  }

  /// The results of `body` for `0..<count`, in order. Each thread makes a state of its own, once.
  /// Stops short when nobody waits any more: what is given then is of no use. Few pieces are worked
  /// off by the calling thread alone.
  func map<State, Result>(
    _ count: Int, watch: StatementWatch, state: () -> State, _ body: (inout State, Int) -> Result
  ) -> [Result] {
    let blocks = (count + Self.blockSize - 1) / Self.blockSize
    let helpers = min(threads, blocks) - 1
    guard helpers > 0 else {
      var results: [Result] = []
      results.reserveCapacity(count)
      var own = state()
      for number in 0..<count {
        if watch.isOver { break }
        results.append(body(&own, number))
      }
      return results
    }
    var results = [Result?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { results in
      let places = results
      Self.run(helpers: helpers) { round in
        var own = state()
        while true {
          let block = round.nextBlock.add(1, ordering: .relaxed).oldValue
          let start = block * Self.blockSize
          if start >= count { return }
          for number in start..<min(start + Self.blockSize, count) {
            if watch.isOver { return }
            // Each place is written by one thread only.
            places[number] = body(&own, number)
          }
        }
      }
    }
    return results.compactMap(\.self)
  }

  // MARK: Threads

  /// What a thread is handed.
  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Runs the same body on the calling thread and on helpers beside it, until all have ended. Where
  /// no thread can be made, fewer do the same work.
  private static func run(helpers: Int, _ body: (Round) -> Void) {
    withoutActuallyEscaping(body) { body in
      let round = Round()
      var running: [pthread_t] = []
      for _ in 0..<helpers {
        let argument = Unmanaged.passRetained(Work { body(round) })
        var thread = pthread_t()
        let status = pthread_create(
          &thread, nil,
          { argument in
            guard let argument else { return nil }
            Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
            return nil
          }, argument.toOpaque())
        if status == 0 { running.append(thread) } else { argument.release() }
      }
      body(round)
      for thread in running { pthread_join(thread, nil) }
    }
  }
}
