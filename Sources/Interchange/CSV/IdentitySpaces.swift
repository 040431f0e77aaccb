import Diagnostics
import PropertyGraph

/// The ids of an import, in one space unless headers name others, and the table of each node.
final class IdentitySpaces {
  private var spaces: [Text: IdentityTable] = [:]
  private var tables: [(name: String, firstNode: NodeID)] = []

  /// Notes that nodes from this one on come from a table.
  func begin(_ table: String, at node: NodeID) { tables.append((table, node)) }

  /// Gives a node an id.
  ///
  /// Throws `DuplicateIdentity`.
  func insert(
    _ id: UnsafeBufferPointer<UInt8>, in space: Text, _ node: NodeID, table: String, line: Int
  ) throws(Diagnostic) {
    guard let other = spaces[space, default: IdentityTable()].insert(id, node) else { return }
    throw Wording.duplicateIdentity(
      table, line: line, String(decoding: id, as: UTF8.self),
      first: tables.last { $0.firstNode <= other }?.name ?? table)
  }

  /// The node with an id.
  ///
  /// Throws `UnknownIdentity`.
  func node(
    _ id: UnsafeBufferPointer<UInt8>, in space: Text, table: String, line: Int
  ) throws(Diagnostic) -> NodeID {
    if let node = spaces[space]?.node(id) { return node }
    guard let known = spaces[space] else {
      throw Wording.unknownSpace(table, line: line, space, known: spaces.keys.sorted())
    }
    throw Wording.unknownIdentity(
      table, line: line, String(decoding: id, as: UTF8.self),
      // Comparing millions of names would take longer than the import.
      known: known.count <= 20_000 ? known.names : [])
  }
}
