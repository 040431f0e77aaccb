extension Value {
  /// Whether the two are cheaply seen to be one value: the same type and the same bits, as storage
  /// and plans see it (1 is not 1.0, NaN is NaN, null is null). Lists, maps, paths and temporal
  /// values are not looked into, so `false` does not say that they differ. O(length of a text).
  public func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.boolean(let a), .boolean(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
    case (.text(let a), .text(let b)): a == b
    case (.node(let a), .node(let b)): a == b
    case (.relationship(let a), .relationship(let b)): a == b
    default: false
    }
  }
}
