import Diagnostics
import PropertyGraph

/// Reads from the rows what an image leaves out: long texts, at the last moment. The state of the
/// rows is that of the view: a statement reads within one transaction (``StoredGraph/refresh()``).
final class RowValues: OutsideValues {
  private let database: Database
  private let dictionaries: Dictionaries
  private var statement: SQLStatement?

  init(_ database: Database, _ dictionaries: Dictionaries) {
    self.database = database
    self.dictionaries = dictionaries
  }

  func values(of key: Text, nodes: [NodeID]) throws(Diagnostic) -> [Value] {
    guard let code = dictionaries.knownCode(ofKey: key) else { return nodes.map { _ in .null } }
    let statement = try prepared()
    var values: [Value] = []
    values.reserveCapacity(nodes.count)
    for node in nodes {
      statement.bind(1, node)
      defer { statement.reset() }
      guard try statement.step() else {
        values.append(.null)
        continue
      }
      var found = Value.null
      do throws(Diagnostic) {
        _ = try statement.withBytes(0) { bytes throws(Diagnostic) in
          try JSONReader.coded(from: bytes) { member, value in
            if member == Int(code) { found = value }
          }
        }
      } catch {
        throw Wording.corrupt(database.path, "a property column: \(error.message)")
      }
      values.append(found)
    }
    return values
  }

  private func prepared() throws(Diagnostic) -> SQLStatement {
    if let statement { return statement }
    let made = try database.prepare("SELECT p FROM node WHERE id = ?")
    statement = made
    return made
  }
}
