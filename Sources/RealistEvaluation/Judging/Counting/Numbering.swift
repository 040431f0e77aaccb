/// Numbers for names: first as they come, then in their order.
struct Numbering<Name: Hashable & Comparable> {
  private(set) var names: [Name] = []
  private var numbers: [Name: Int32] = [:]

  /// The number of a name as it came.
  mutating func number(of name: Name) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(clamping: names.count)
    numbers[name] = number
    names.append(name)
    return number
  }

  /// Brings the names into order, and gives the place of each by its number.
  mutating func ranks() -> [Int32] {
    let all = names
    let order = all.indices.sorted { all[$0] < all[$1] }
    var ranks = [Int32](repeating: 0, count: order.count)
    for (rank, number) in order.enumerated() { ranks[number] = Int32(clamping: rank) }
    names = order.map { all[$0] }
    return ranks
  }
}
