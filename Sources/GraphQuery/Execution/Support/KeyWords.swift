import PropertyGraph

/// A column whose cells are words: equal words are equivalent values, as long as the column keeps
/// its kind.
struct KeyWords {
  /// What the words stand for.
  enum Kind: Hashable {
    case node, relationship, integer, boolean
  }

  /// Cells that a batch of rows has as words.
  private enum Cells {
    case nodes([NodeRow])
    case relationships([RelationshipRow])
    case integers([Int64])
    case booleans([Bool])
    case constant(UInt64?)
  }

  private let cells: Cells
  private let validity: [Bool]?
  /// `nil` for a column that is all null and so fits any kind.
  let kind: Kind?

  /// `nil` for a column of other values.
  init?(_ column: Column) {
    validity = column.validity
    switch column.storage {
    case .node(let rows): (cells, kind) = (.nodes(rows), .node)
    case .relationship(let rows): (cells, kind) = (.relationships(rows), .relationship)
    case .integer(let numbers): (cells, kind) = (.integers(numbers), .integer)
    case .boolean(let flags): (cells, kind) = (.booleans(flags), .boolean)
    case .constant(.node(let row)): (cells, kind) = (.constant(UInt64(row.index)), .node)
    case .constant(.relationship(let row)):
      (cells, kind) = (.constant(UInt64(row.index)), .relationship)
    case .constant(.integer(let number)):
      (cells, kind) = (.constant(UInt64(bitPattern: number)), .integer)
    case .constant(.boolean(let flag)): (cells, kind) = (.constant(flag ? 1 : 0), .boolean)
    case .constant(.null): (cells, kind) = (.constant(nil), nil)
    default: return nil
    }
  }

  /// Marks the rows that differ from the row before.
  func markChanges(_ changes: inout [Bool]) {
    changes.withUnsafeMutableBufferPointer { changes in
      switch cells {
      case .nodes(let rows): Self.mark(rows, &changes)
      case .relationships(let rows): Self.mark(rows, &changes)
      case .integers(let numbers): Self.mark(numbers, &changes)
      case .booleans(let flags): Self.mark(flags, &changes)
      case .constant: break
      }
      // Where something is null the cells do not tell.
      if let validity {
        for row in 1..<max(changes.count, 1) where !validity[row] || !validity[row - 1] {
          changes[row] = true
        }
      }
    }
  }

  @inline(__always)
  private static func mark<Cell: Equatable>(
    _ cells: [Cell], _ changes: inout UnsafeMutableBufferPointer<Bool>
  ) {
    cells.withUnsafeBufferPointer { cells in
      for row in 1..<max(cells.count, 1) where cells[row] != cells[row &- 1] {
        changes[row] = true
      }
    }
  }

  /// Writes the words of the rows named by `picks` into every `stride`-th place from `offset` on;
  /// null sets bit `bit` of the row's mask, which stands at place 0.
  func write(
    _ words: inout [UInt64], picks: [UInt32], stride: Int, offset: Int, bit: UInt64
  ) {
    words.withUnsafeMutableBufferPointer { words in
      var place = offset
      switch cells {
      case .nodes(let rows):
        for row in picks {
          words[place] = UInt64(rows[Int(row)].index)
          place &+= stride
        }
      case .relationships(let rows):
        for row in picks {
          words[place] = UInt64(rows[Int(row)].index)
          place &+= stride
        }
      case .integers(let numbers):
        for row in picks {
          words[place] = UInt64(bitPattern: numbers[Int(row)])
          place &+= stride
        }
      case .booleans(let flags):
        for row in picks {
          words[place] = flags[Int(row)] ? 1 : 0
          place &+= stride
        }
      case .constant(let word):
        for position in picks.indices {
          words[place] = word ?? 0
          if word == nil { words[position &* stride] |= bit }
          place &+= stride
        }
      }
      guard let validity else { return }
      for (position, row) in picks.enumerated() where !validity[Int(row)] {
        words[position &* stride &+ offset] = 0
        words[position &* stride] |= bit
      }
    }
  }

  /// The value that a word stands for.
  static func value(_ word: UInt64, _ kind: Kind?) -> Value {
    switch kind {
    case .node?: .node(NodeRow(UInt32(truncatingIfNeeded: word)))
    case .relationship?: .relationship(RelationshipRow(UInt32(truncatingIfNeeded: word)))
    case .integer?: .integer(Int64(bitPattern: word))
    case .boolean?: .boolean(word != 0)
    case nil: .null
    }
  }
}
