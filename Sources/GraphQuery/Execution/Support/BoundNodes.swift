import Diagnostics
import PropertyGraph

/// The nodes in a column, without the rows where it is null.
struct BoundNodes {
  private(set) var nodes: [NodeRow] = []
  /// For each node, its row; `nil` where every row has one.
  private var rows: [UInt32]?

  init(_ column: Column, variable: Text?, _ span: Span) throws(Diagnostic) {
    if case .node(let cells) = column.storage {
      guard let validity = column.validity else {
        nodes = cells
        return
      }
      var rows: [UInt32] = []
      rows.reserveCapacity(cells.count)
      nodes.reserveCapacity(cells.count)
      for row in 0..<cells.count where validity[row] {
        nodes.append(cells[row])
        rows.append(UInt32(truncatingIfNeeded: row))
      }
      self.rows = rows
      return
    }
    if case .constant(let value) = column.storage, value.isNull { return }
    var rows: [UInt32] = []
    for row in 0..<column.count {
      switch column[row] {
      case .null: continue
      case .node(let node):
        nodes.append(node)
        rows.append(UInt32(row))
      case let value: throw ExecutionWording.notANode(value, variable: variable, span)
      }
    }
    self.rows = rows
  }

  /// The row of a node.
  @inline(__always)
  func row(_ position: Int) -> UInt32 { rows?[position] ?? UInt32(truncatingIfNeeded: position) }

  /// Turns positions among some of the nodes, which begin at `first`, into rows.
  func toRows(_ positions: inout [UInt32], from first: Int) {
    guard let rows else {
      if first == 0 { return }
      let offset = UInt32(truncatingIfNeeded: first)
      positions.withUnsafeMutableBufferPointer { positions in
        for index in positions.indices { positions[index] &+= offset }
      }
      return
    }
    positions.withUnsafeMutableBufferPointer { positions in
      for index in positions.indices { positions[index] = rows[first + Int(positions[index])] }
    }
  }
}

/// Relationships that a step must not use because the same MATCH already did.
struct RelationshipExclusion {
  private let columns: [Column]

  init(_ batch: Batch, _ slots: [Slot]) { columns = slots.map { batch[$0] } }

  /// Whether nothing is excluded.
  var isEmpty: Bool { columns.isEmpty }

  /// Whether the row already uses the relationship.
  func excludes(_ relationship: RelationshipRow, row: Int) -> Bool {
    for column in columns {
      switch column.storage {
      case .relationship(let cells):
        if cells[row] == relationship, column.validity?[row] ?? true { return true }
      default:
        if Self.holds(column[row], relationship) { return true }
      }
    }
    return false
  }

  private static func holds(_ value: Value, _ relationship: RelationshipRow) -> Bool {
    switch value {
    case .relationship(let row): row == relationship
    case .list(let elements): elements.contains { holds($0, relationship) }
    default: false
    }
  }
}
