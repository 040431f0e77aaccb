import Diagnostics
import PropertyGraph

/// Where items come from. An item that derives from others is their repeat; one that derives from
/// two origins carries both voices and makes them no less independent of each other.
struct Lineage: Sendable {
  /// Where a line of descent begins.
  enum Root: Sendable, Hashable {
    case item(Int)
    case document(Text)
  }

  private let rootsByItem: [[Root]]
  /// All items, each after those that it derives from.
  let order: [Int]

  /// Follows `derives-from` of every item to its roots; throws when it runs in a circle.
  /// O(items × roots); iterative, so that long chains cannot exhaust the stack.
  init(_ index: EvidenceIndex) throws(Diagnostic) {
    enum State { case untouched, open, done }
    var states = [State](repeating: .untouched, count: index.items.count)
    var roots = [[Root]](repeating: [], count: index.items.count)
    var order: [Int] = []
    order.reserveCapacity(index.items.count)
    for start in index.items.indices where states[start] == .untouched {
      var path = [start]
      while let current = path.last {
        states[current] = .open
        let origins = index.items[current].origins.sorted()
        let next = origins.lazy.compactMap { index.item($0) }.first { states[$0] != .done }
        if let next {
          guard states[next] == .untouched else {
            throw Wording.lineageCycle(path.drop { $0 != next }.map { index.items[$0].id })
          }
          path.append(next)
          continue
        }
        var found: [Root] = []
        for origin in origins {
          let inherited = index.item(origin).map { roots[$0] } ?? [.document(origin)]
          for root in inherited where !found.contains(root) { found.append(root) }
        }
        roots[current] = found.isEmpty ? [.item(current)] : found
        states[current] = .done
        order.append(current)
        path.removeLast()
      }
    }
    rootsByItem = roots
    self.order = order
  }

  /// The roots of an item; itself if it derives from nothing.
  func roots(of item: Int) -> [Root] { rootsByItem[item] }
}
