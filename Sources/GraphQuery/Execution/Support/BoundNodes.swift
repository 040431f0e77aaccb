import Diagnostics
import PropertyGraph

/// The nodes in a column, without the rows where it is null.
struct BoundNodes {
  private(set) var nodes: [NodeRow] = []
  /// For each node, its row.
  private(set) var rows: [UInt32] = []

  init(_ column: Column, variable: Text?, _ span: Span) throws(Diagnostic) {
    if case .node(let cells) = column.storage, column.validity == nil {
      nodes = cells
      rows = (0..<UInt32(cells.count)).map { $0 }
      return
    }
    for row in 0..<column.count {
      switch column[row] {
      case .null: continue
      case .node(let node):
        nodes.append(node)
        rows.append(UInt32(row))
      case let value: throw ExecutionWording.notANode(value, variable: variable, span)
      }
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
