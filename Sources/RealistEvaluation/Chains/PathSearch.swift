public import PropertyGraph

/// Finds simple paths, the shortest first, those of one length in the order of their names. Length
/// counts configurations: a ripple says that the outcome of one *is* the context of the next.
struct PathSearch {
  /// What was found, and whether it is all.
  struct Result {
    var paths: [CausalPath] = []
    var isComplete = true
  }

  /// Most paths that are given.
  static let mostPaths = 1_000
  /// Most steps that are tried, so that a dense map cannot run away.
  static let mostTrials = 1_000_000

  private let map: CausalMap
  private let start: Text
  private let end: Text
  /// Fewest configurations from an element to the end; those that lead nowhere are missing.
  private let distances: [Text: Int]
  private var trials = 0
  private var result = Result()
  private var visited: Set<Text> = []
  private var steps: [CausalPath.Step] = []

  init(_ map: CausalMap, from start: Text, to end: Text) {
    self.map = map
    self.start = start
    self.end = end
    distances = Self.distances(map, to: end)
  }

  /// Paths of up to that many configurations.
  static func find(_ map: CausalMap, from start: Text, to end: Text, upTo limit: Int) -> Result {
    var search = PathSearch(map, from: start, to: end)
    for length in 0...max(0, limit) {
      search.visited = [start]
      search.steps = []
      search.begin(length)
      if !search.result.isComplete { break }
    }
    return search.result
  }

  /// What can be reached from an element in any number of steps: elements on the way, and all that
  /// a path could end at.
  static func reach(
    _ map: CausalMap, from start: Text
  ) -> (elements: Set<Text>, ends: Set<Text>) {
    var elements: Set<Text> = [start]
    var ends: Set<Text> = []
    var waiting = [start]
    while let next = waiting.popLast() {
      let entered = (map.claimsByEntry[next] ?? []).compactMap { map.claims[$0] }
      for claim in entered {
        ends.insert(claim.id)
        if !claim.mechanisms.contains(next) { ends.formUnion(claim.mechanisms) }
      }
      let claims = entered + (map.claims[next].map { [$0] } ?? [])
      let further = (map.ripples[next] ?? []) + claims.flatMap(\.outcomes)
      for element in further where elements.insert(element).inserted { waiting.append(element) }
    }
    elements.remove(start)
    return (elements, ends.union(elements))
  }

  // MARK: Depth first, to an exact length

  private mutating func begin(_ length: Int) {
    guard let claim = map.claims[start] else { return walk(from: start, left: length) }
    // A path may begin with a configuration.
    guard length > 0 else { return }
    for outcome in claim.outcomes { step(into: outcome, of: claim, from: start, left: length - 1) }
  }

  private mutating func walk(from element: Text, left: Int) {
    guard result.isComplete else { return }
    trials += 1
    if trials > Self.mostTrials {
      result.isComplete = false
      return
    }
    if element == end {
      if left == 0 { found() }
      return
    }
    guard let distance = distances[element], distance <= left else { return }
    for next in map.ripples[element] ?? [] where visited.insert(next).inserted {
      steps.append(.ripple(from: element, to: next))
      walk(from: next, left: left)
      steps.removeLast()
      visited.remove(next)
    }
    guard left > 0 else { return }
    for id in map.claimsByEntry[element] ?? [] where visited.insert(id).inserted {
      if let claim = map.claims[id] { pass(claim, from: element, left: left - 1) }
      visited.remove(id)
    }
  }

  private mutating func pass(_ claim: CausalMap.Claim, from element: Text, left: Int) {
    // A configuration's context leads to its mechanism; one mechanism does not lead to another.
    let leadsToMechanism =
      claim.mechanisms.contains(end) && !claim.mechanisms.contains(element)
    if left == 0, leadsToMechanism || claim.id == end {
      steps.append(.claim(configuration: claim.id, from: element, to: end))
      found()
      steps.removeLast()
    }
    if claim.id == end { return }
    for outcome in claim.outcomes { step(into: outcome, of: claim, from: element, left: left) }
  }

  private mutating func step(
    into outcome: Text, of claim: CausalMap.Claim, from element: Text, left: Int
  ) {
    guard visited.insert(outcome).inserted else { return }
    steps.append(.claim(configuration: claim.id, from: element, to: outcome))
    walk(from: outcome, left: left)
    steps.removeLast()
    visited.remove(outcome)
  }

  private mutating func found() {
    guard result.paths.count < Self.mostPaths else {
      result.isComplete = false
      return
    }
    result.paths.append(CausalPath(start: start, steps: steps))
  }

  // MARK: Backwards, to prune

  /// Breadth first from the end, ripples for nothing.
  private static func distances(_ map: CausalMap, to end: Text) -> [Text: Int] {
    var claimsByOutcome: [Text: [CausalMap.Claim]] = [:]
    for claim in map.claims.values {
      for outcome in claim.outcomes { claimsByOutcome[outcome, default: []].append(claim) }
      if claim.mechanisms.contains(end) { claimsByOutcome[end, default: []].append(claim) }
      if claim.id == end { claimsByOutcome[end, default: []].append(claim) }
    }
    var sources: [Text: [Text]] = [:]
    for (outcome, becomes) in map.ripples {
      for element in becomes { sources[element, default: []].append(outcome) }
    }
    var distances: [Text: Int] = [:]
    var layer: [Text] = [end]
    var depth = 0
    while !layer.isEmpty {
      var waiting = layer
      var reached: [Text] = []
      while let element = waiting.popLast() {
        guard distances[element] == nil else { continue }
        distances[element] = depth
        reached.append(element)
        waiting += sources[element] ?? []
      }
      layer = reached.flatMap { claimsByOutcome[$0] ?? [] }.flatMap(\.entries)
        .filter { distances[$0] == nil }
      depth += 1
    }
    return distances
  }
}

extension CausalMap {
  /// Simple paths of up to that many configurations, the shortest first, and whether these are all.
  public func paths(
    from start: Text, to end: Text, upTo limit: Int
  ) -> (paths: [CausalPath], isComplete: Bool) {
    let found = PathSearch.find(self, from: start, to: end, upTo: limit)
    return (found.paths, found.isComplete)
  }
}
