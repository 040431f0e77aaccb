/// How the cells of a property column are laid out in an image.
///
/// A column is: validity (UInt64 words, one bit a row, if some rows lack the property), or for a
/// sparse column the rows that have it (UInt32, ascending); then the cells, of every row or, if
/// sparse, of those that have it. Texts and encoded values are offsets into bytes that follow; a
/// dictionary column is codes, then offsets and bytes of the distinct texts. Every part is padded
/// to a multiple of 8.
struct ColumnEncoding {
  enum Cells: UInt8 {
    case boolean = 1
    case integer = 2
    case float = 3
    case text = 4
    case dictionary = 5
    /// Values of mixed types, lists, temporal values: as JSON.
    case encoded = 6
    /// Values that stay with the rows of a store; no cells.
    case outside = 7
  }

  var cells: Cells
  /// Bytes of an integer, an offset or a code.
  var width: Int
  var hasValidity: Bool
  var isSparse: Bool

  var bits: UInt32 {
    UInt32(cells.rawValue) | UInt32(width) << 8 | (hasValidity ? 1 << 16 : 0)
      | (isSparse ? 1 << 17 : 0)
  }

  init(cells: Cells, width: Int, hasValidity: Bool, isSparse: Bool) {
    self.cells = cells
    self.width = width
    self.hasValidity = hasValidity
    self.isSparse = isSparse
  }

  init?(bits: UInt32) {
    guard let cells = Cells(rawValue: UInt8(truncatingIfNeeded: bits)) else { return nil }
    self.cells = cells
    width = Int(bits >> 8 & 0xFF)
    hasValidity = bits & 1 << 16 != 0
    isSparse = bits & 1 << 17 != 0
    switch cells {
    case .boolean: guard width == 1 else { return nil }
    case .float: guard width == 8 else { return nil }
    case .integer, .dictionary: guard [1, 2, 4, 8].contains(width) else { return nil }
    case .text, .encoded: guard width == 4 || width == 8 else { return nil }
    case .outside: guard width == 0 else { return nil }
    }
  }
}
