import Diagnostics
import PropertyGraph

/// Walks steps from many nodes and marks for each group the nodes that it arrives at. Depth first
/// and a little at a time, so that what is held stays small whatever the degrees.
struct EndWalk {
  private struct Step {
    let types: [Text]
    let direction: TraversalDirection
    let labels: [Text]
    /// The step after it in its chain.
    let next: Int?
    /// First steps of later chains that leave from where it arrives.
    let branches: [Int]
    /// What counts the nodes that it arrives at.
    let counters: [Int]
    var codes: [TypeCode]?
    var filter = LabelFilter.nothing
    var fanOut = FanOut()
    /// Memory for what it finds next.
    var expansion = Expansion()
  }

  private let context: ExecutionContext
  private var steps: [Step] = []
  /// By chain.
  private var firstSteps: [Int] = []
  private var counters: [GroupNodeCounter]
  private var memory: MemoryShare

  init(_ ends: CountedEnds, context: ExecutionContext) {
    self.context = context
    memory = MemoryShare(context.budget, user: "a step of a pattern")
    counters = ends.counts.map { _ in GroupNodeCounter() }
    for chain in ends.chains {
      firstSteps.append(steps.count)
      for (position, step) in chain.steps.enumerated() {
        let number = steps.count
        steps.append(
          Step(
            types: step.types, direction: step.direction, labels: step.labels,
            next: position + 1 < chain.steps.count ? number + 1 : nil,
            branches: ends.firstSteps(from: step.to),
            counters: ends.counts.indices.filter { ends.counts[$0].node == step.to }))
      }
    }
  }

  /// Bytes allocated, for the statement's memory account.
  var byteCount: Int { counters.reduce(0) { $0 + $1.byteCount } }

  /// How many nodes a count has met in a group.
  func count(_ number: Int, of group: Int) -> Int64 { counters[number].counts[group] }

  /// Makes ready for rows of groups below a number.
  mutating func begin(groups: Int) {
    for index in steps.indices {
      steps[index].codes = context.typeCodes(steps[index].types)
      steps[index].filter = context.labelFilter(steps[index].labels)
    }
    for index in counters.indices { counters[index].reserve(groups: groups) }
  }

  /// Follows a chain from nodes of rows whose groups are given, those rows alone that stay; says for
  /// each row whether the chain was found.
  mutating func follow(
    chain: Int, from bound: BoundNodes, _ groups: [UInt32], where stays: [Bool]?
  ) throws(Diagnostic) -> [Bool] {
    var nodes: [NodeRow] = []
    var rows: [UInt32] = []
    nodes.reserveCapacity(bound.nodes.count)
    rows.reserveCapacity(bound.nodes.count)
    for (position, node) in bound.nodes.enumerated() {
      let row = bound.row(position)
      guard stays?[Int(row)] ?? true else { continue }
      nodes.append(node)
      rows.append(row)
    }
    let found = try follow(firstSteps[chain], from: nodes, rows.map { groups[Int($0)] })
    var rowsFound = [Bool](repeating: false, count: groups.count)
    for (position, row) in rows.enumerated() where found[position] { rowsFound[Int(row)] = true }
    return rowsFound
  }

  private mutating func follow(
    _ number: Int, from nodes: [NodeRow], _ groups: [UInt32]
  ) throws(Diagnostic) -> [Bool] {
    var found = [Bool](repeating: false, count: nodes.count)
    guard steps[number].codes?.isEmpty != true else { return found }
    var position = 0
    while position < nodes.count {
      let end = position + steps[number].fanOut.next(of: nodes.count - position)
      let some = end - position == nodes.count ? nodes : Array(nodes[position..<end])
      var expansion = Expansion()
      swap(&expansion, &steps[number].expansion)
      expansion.removeAll()
      context.graph.arrive(
        from: some, types: steps[number].codes, direction: steps[number].direction,
        filter: steps[number].filter, into: &expansion)
      let entries = expansion.sources.count
      steps[number].fanOut.saw(nodes: end - position, entries: entries)
      try context.budget.step(end - position + entries)
      let bytes = entries * 20
      try memory.charge(bytes)
      if position > 0 {
        let first = UInt32(truncatingIfNeeded: position)
        for index in expansion.sources.indices { expansion.sources[index] &+= first }
      }
      try arrive(number, expansion, groups, &found)
      memory.release(bytes)
      swap(&expansion, &steps[number].expansion)
      position = end
    }
    return found
  }

  /// Goes on from where a step arrives.
  private mutating func arrive(
    _ number: Int, _ expansion: Expansion, _ groups: [UInt32], _ found: inout [Bool]
  ) throws(Diagnostic) {
    var nodes = expansion.neighbors
    var ends = expansion.sources.map { groups[Int($0)] }
    if let next = steps[number].next {
      let isFound = try follow(next, from: nodes, ends)
      var kept = 0
      for index in nodes.indices where isFound[index] {
        found[Int(expansion.sources[index])] = true
        nodes[kept] = nodes[index]
        ends[kept] = ends[index]
        kept += 1
      }
      nodes.removeLast(nodes.count - kept)
      ends.removeLast(ends.count - kept)
    } else {
      for source in expansion.sources { found[Int(source)] = true }
    }
    for counter in steps[number].counters { counters[counter].add(nodes, groups: ends) }
    for branch in steps[number].branches { _ = try follow(branch, from: nodes, ends) }
  }
}

extension CountedEnds {
  /// Numbers of the first steps of chains that leave from a node, counting the steps of all chains.
  fileprivate func firstSteps(from node: Slot) -> [Int] {
    var numbers: [Int] = []
    var number = 0
    for chain in chains {
      if chain.steps.first?.from == node { numbers.append(number) }
      number += chain.steps.count
    }
    return numbers
  }
}

/// Counts distinct nodes by group.
struct GroupNodeCounter {
  private var pairs = GroupNodePairs()
  /// By group.
  private(set) var counts: [Int64] = []

  /// Bytes allocated, for the statement's memory account.
  var byteCount: Int { pairs.byteCount + counts.count * 8 }

  /// Makes room for groups below a number.
  mutating func reserve(groups: Int) {
    guard groups > counts.count else { return }
    counts.append(contentsOf: repeatElement(0, count: groups - counts.count))
  }

  /// Takes in nodes with their groups.
  mutating func add(_ nodes: [NodeRow], groups: [UInt32]) {
    pairs.insert(nodes, groups: groups) { counts[$0] &+= 1 }
  }
}
