import PropertyGraph

/// Copies of lists that may be millions of elements long: piece by piece, so that whoever copies can
/// look up in between.
enum LongLists {
  private static let pieceSize = 65_536

  /// The elements of both in one list.
  /// - Parameters:
  ///   - poll: called between pieces; what it throws is thrown.
  ///   - leave: gets what has been copied when `poll` throws.
  static func joined<First, Second, Failure>(
    _ first: First, _ second: Second, poll: () throws(Failure) -> Void, leave: (Any) -> Void
  ) throws(Failure) -> [Value]
  where
    First: RandomAccessCollection<Value>, Second: RandomAccessCollection<Value>, Failure: Error
  {
    var result: [Value] = []
    result.reserveCapacity(first.count + second.count)
    do throws(Failure) {
      try append(first, to: &result, poll)
      try append(second, to: &result, poll)
    } catch {
      leave(result)
      throw error
    }
    return result
  }

  /// The elements of a slice, or of a list from back to front, as a list of their own.
  static func copy<Elements, Failure>(
    _ elements: Elements, poll: () throws(Failure) -> Void, leave: (Any) -> Void
  ) throws(Failure) -> [Value]
  where Elements: RandomAccessCollection<Value>, Failure: Error {
    try joined(elements, EmptyCollection<Value>(), poll: poll, leave: leave)
  }

  @inline(__always)
  private static func append<Elements, Failure>(
    _ elements: Elements, to result: inout [Value], _ poll: () throws(Failure) -> Void
  ) throws(Failure)
  where Elements: RandomAccessCollection<Value>, Failure: Error {
    var start = elements.startIndex
    while true {
      let left = elements.distance(from: start, to: elements.endIndex)
      if left <= pieceSize { return result.append(contentsOf: elements[start...]) }
      try poll()
      let end = elements.index(start, offsetBy: pieceSize)
      result.append(contentsOf: elements[start..<end])
      start = end
    }
  }

  /// Whether two lists are equal, `nil` where that is unknown.
  static func equal<Failure>(
    _ left: [Value], _ right: [Value], poll: () throws(Failure) -> Void
  ) throws(Failure) -> Bool?
  where Failure: Error {
    if left.count != right.count || left.count <= pieceSize {
      return Value.list(left).equals(.list(right))
    }
    var isUnknown = false
    for start in stride(from: 0, to: left.count, by: pieceSize) {
      try poll()
      let piece = start..<min(start + pieceSize, left.count)
      switch Value.list(Array(left[piece])).equals(.list(Array(right[piece]))) {
      case .some(false): return false
      case .none: isUnknown = true
      case .some(true): break
      }
    }
    return isUnknown ? nil : true
  }
}
