import PropertyGraph

/// Typed cells of a column, or one value for all rows, so that a loop over two columns is written
/// once for column and constant alike.
struct Cells<Cell> {
  private let cells: [Cell]
  private let mask: Int

  private init(_ cells: [Cell], isConstant: Bool) {
    self.cells = cells
    mask = isConstant ? 0 : -1
  }

  /// The cell of a row; arbitrary where the row is null.
  @inline(__always)
  subscript(row: Int) -> Cell { cells[row & mask] }

  /// Bits of the rows where both columns have a value; `nil` where all have.
  static func jointValidity(_ left: Column, _ right: Column) -> [Bool]? {
    switch (left.validity, right.validity) {
    case (nil, nil): nil
    case (let own?, nil), (nil, let own?): own
    case (let a?, let b?): zip(a, b).map { $0 && $1 }
    }
  }
}

extension Cells where Cell == Int64 {
  init?(_ column: Column) {
    switch column.storage {
    case .integer(let cells): self.init(cells, isConstant: false)
    case .constant(.integer(let value)): self.init([value], isConstant: true)
    default: return nil
    }
  }
}

extension Cells where Cell == Double {
  init?(_ column: Column) {
    switch column.storage {
    case .float(let cells): self.init(cells, isConstant: false)
    case .constant(.float(let value)): self.init([value], isConstant: true)
    default: return nil
    }
  }

  /// Integers are taken as doubles: for arithmetic, not for comparison.
  init?(widening column: Column) {
    switch column.storage {
    case .integer(let cells): self.init(cells.map(Double.init), isConstant: false)
    case .constant(.integer(let value)): self.init([Double(value)], isConstant: true)
    default: self.init(column)
    }
  }
}

extension Cells where Cell == Text {
  init?(_ column: Column) {
    switch column.storage {
    case .text(let cells): self.init(cells, isConstant: false)
    case .constant(.text(let value)): self.init([value], isConstant: true)
    default: return nil
    }
  }
}

extension Cells where Cell == NodeRow {
  init?(_ column: Column) {
    switch column.storage {
    case .node(let cells): self.init(cells, isConstant: false)
    case .constant(.node(let value)): self.init([value], isConstant: true)
    default: return nil
    }
  }
}

extension Column {
  /// Whether all cells are known to be integers.
  var isIntegral: Bool {
    switch storage {
    case .integer, .constant(.integer): true
    default: false
    }
  }
}
