import Diagnostics
import PropertyGraph

/// The one row of `state`.
struct StateRow: Equatable {
  var state: GraphState
  var nextNodeID: NodeID
  var nextRelationshipID: RelationshipID

  var revision: Int64 { Int64(bitPattern: state.revision) }

  /// Whether the file is at a state that is known. Asked before every statement; its random stamp
  /// tells a state from all others.
  static func isCurrent(
    _ state: GraphState, in database: Database
  ) throws(Diagnostic) -> Bool {
    try database.withCached("SELECT revision, stamp FROM state") { row throws(Diagnostic) in
      try row.step() && row.integer(0) == Int64(bitPattern: state.revision)
        && row.integer(1) == Int64(bitPattern: state.stamp)
    }
  }

  static func read(_ database: Database) throws(Diagnostic) -> StateRow {
    try database.withCached(
      "SELECT graph, revision, stamp, next_node, next_relationship FROM state"
    ) { statement throws(Diagnostic) in
      guard try statement.step(), let name = statement.text(0), let graph = GraphID(name.string)
      else { throw Wording.corrupt(database.path, "it has no state") }
      return StateRow(
        state: GraphState(
          graph: graph, revision: UInt64(bitPattern: statement.integer(1)),
          stamp: UInt64(bitPattern: statement.integer(2))),
        nextNodeID: statement.integer(3), nextRelationshipID: statement.integer(4))
    }
  }

  func write(_ database: Database) throws(Diagnostic) {
    try database.withCached(
      "UPDATE state SET revision = ?, stamp = ?, next_node = ?, next_relationship = ?"
    ) { statement throws(Diagnostic) in
      statement.bind(1, revision)
      statement.bind(2, Int64(bitPattern: state.stamp))
      statement.bind(3, nextNodeID)
      statement.bind(4, nextRelationshipID)
      try statement.run()
    }
  }
}
