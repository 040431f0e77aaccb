public import Diagnostics
import GraphStore
import PropertyGraph
import SystemFiles

/// Makes a durable property graph from a folder of CSV tables.
public struct GraphImport {
  /// How far an import has come.
  public struct Progress: Sendable {
    /// The table that is being read.
    public var table: String
    /// Nodes and relationships so far.
    public var records: Int64
  }

  /// What an import made.
  public struct Summary: Sendable, Equatable {
    /// Number of nodes.
    public var nodes: Int64
    /// Number of relationships.
    public var relationships: Int64

    /// A summary.
    public init(nodes: Int64, relationships: Int64) {
      self.nodes = nodes
      self.relationships = relationships
    }
  }

  private let tables: [TableFile]
  private let report: (Progress) -> Void

  /// Reads the headers of all tables in a folder.
  ///
  /// Throws `CannotOpen`, `NoTables`, `MalformedCSV`, `UnknownHeader`.
  public init(
    folder: String, report: @escaping (Progress) -> Void = { _ in }
  ) throws(Diagnostic) {
    let names: [String]
    do throws(SystemFailure) {
      names = try Folder.names(in: folder).filter { $0.hasSuffix(".csv") }
    } catch {
      throw Wording.cannotRead(folder, code: error.code)
    }
    guard !names.isEmpty else { throw Wording.noTables(folder) }
    var tables: [TableFile] = []
    for name in names { tables.append(try TableFile(path: "\(folder)/\(name)", name: name)) }
    guard tables.contains(where: { !$0.isOfRelationships }) else {
      throw Wording.noNodes(folder)
    }
    self.tables =
      tables.filter { !$0.isOfRelationships } + tables.filter { $0.isOfRelationships }
    self.report = report
  }

  /// Writes the graph file, whole or not at all. O(bytes); memory O(ids + links), not texts.
  ///
  /// Throws `FileExists`, `DiskFull`, `MalformedCSV`, `DuplicateIdentity`, `UnknownIdentity`,
  /// `WrongType`.
  public func write(to path: String) throws(Diagnostic) -> Summary {
    var summary = Summary(nodes: 0, relationships: 0)
    let note = CommitNote(reason: "import from CSV")
    let graph = try StoredGraph.build(at: path, GraphFileKind(.plain), note: note) {
      bulk throws(Diagnostic) in
      let ids = IdentitySpaces()
      for table in tables {
        let reader = try RecordReader(table, bulk, ids)
        try reader.read { report(Progress(table: table.name, records: $0)) }
      }
      summary = Summary(nodes: bulk.nodeCount, relationships: bulk.relationshipCount)
    }
    graph.close()
    return summary
  }
}
