public import Diagnostics

/// A property graph as a statement sees it: an immutable base image, what was committed since, and
/// what the running statement has changed. The one implementation of ``GraphAccess``: graphs in
/// memory, files and caches differ only in where base and changes come from.
///
/// One thread uses a view at a time.
public final class GraphView: GraphAccess {
  /// The base.
  public internal(set) var image: GraphImage
  /// Which committed state this is. Whoever persists commits keeps it up to date.
  public var state: GraphState
  /// Called with the changes of a statement before they count as committed: a store writes them
  /// durably or throws, and the statement can then be rolled back.
  public var commitHandler: ((_ changes: [GraphChange]) throws(Diagnostic) -> Void)?
  /// Whether the view compacts itself between statements once the overlay passes an eighth of the
  /// base. On for graphs in memory; a store decides for itself.
  public var compactsAutomatically: Bool
  /// The id of the next node; ids are never used again.
  public internal(set) var nextNodeID: NodeID
  /// The id of the next relationship.
  public internal(set) var nextRelationshipID: RelationshipID

  /// Where the values stand that the base leaves out; `nil` for a base that is whole.
  public var outsideValues: (any OutsideValues)?
  /// What went wrong when values outside were read where nothing can be thrown. The next commit or
  /// batch of reads throws it.
  var outsideFailure: Diagnostic?

  var overlay: Overlay
  var labels: GraphNames
  var types: GraphNames
  var keys: GraphNames
  /// Label codes of each label set, ascending. Those of the base come first.
  var labelSets: [[UInt32]]
  var labelSetCodes: [[UInt32]: UInt32]
  /// Live nodes of each label set.
  var labelSetUses: [Int]
  /// Codes of the properties that have an index.
  var indexedKeys: Set<UInt32> = []
  var statement: StatementRecord?
  /// Whether the changes of a committed statement stand until ``settle()`` or the next statement. To
  /// free a million of them takes longer than to commit them.
  public var keepsSpentChanges = false
  var spentChanges: [GraphChange] = []

  /// An empty graph in memory.
  public convenience init() {
    self.init(image: .empty)
    compactsAutomatically = true
  }

  /// A graph that so far is just the image.
  public init(image: GraphImage) {
    self.image = image
    state = image.state
    compactsAutomatically = false
    nextNodeID = image.nextNodeID
    nextRelationshipID = image.nextRelationshipID
    overlay = Overlay(over: image)
    labels = GraphNames(image.labelNames)
    types = GraphNames(image.typeNames)
    keys = GraphNames(image.keyNames)
    labelSets = image.labelSets
    labelSetCodes = [:]
    labelSetUses = []
    countBase()
  }

  /// Goes over to another base; what was changed since the last one is forgotten.
  public func replaceBase(with image: GraphImage) {
    self.image = image
    state = image.state
    nextNodeID = max(nextNodeID, image.nextNodeID)
    nextRelationshipID = max(nextRelationshipID, image.nextRelationshipID)
    overlay = Overlay(over: image)
    labels = GraphNames(image.labelNames)
    types = GraphNames(image.typeNames)
    keys = GraphNames(image.keyNames)
    labelSets = image.labelSets
    statement = nil
    countBase()
  }

  private func countBase() {
    labelSetCodes = Dictionary(
      labelSets.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
    labelSetUses = labelSets.indices.map {
      Int(image.segmentStarts[$0 + 1] - image.segmentStarts[$0])
    }
    for (set, codes) in labelSets.enumerated() {
      for code in codes { labels.uses[Int(code)] += labelSetUses[set] }
    }
    for type in types.names.indices {
      types.uses[type] = Int(image.typeStarts[type + 1] - image.typeStarts[type])
    }
    for table in [image.nodeColumns, image.relationshipColumns] {
      for entry in table.entries { keys.uses[Int(entry.key)] += entry.column.validCount }
    }
    indexedKeys = Set(image.valueIndexes.keys)
    if let id = keys.code(of: "id") { indexedKeys.insert(id) }
  }

  /// Bytes of the records that were copied from the base because they changed.
  public var copiedBytes: Int { overlay.copiedBytes }

  /// How many records differ from the base.
  public var overlaySize: Int { overlay.size }

  /// Empties a graph in memory: no nodes, relationships, names; ids begin at 0.
  public func removeAll() {
    nextNodeID = 0
    nextRelationshipID = 0
    replaceBase(with: .empty)
  }

  /// Makes sure that ids below these are not given again, e.g. those of records that a file has
  /// seen come and go.
  public func raiseNextIDs(node: NodeID, relationship: RelationshipID) {
    nextNodeID = max(nextNodeID, node)
    nextRelationshipID = max(nextRelationshipID, relationship)
  }

  /// The label set of these label codes (ascending).
  func labelSet(of codes: [UInt32]) -> UInt32 {
    if let known = labelSetCodes[codes] { return known }
    let code = UInt32(labelSets.count)
    labelSetCodes[codes] = code
    labelSets.append(codes)
    labelSetUses.append(0)
    return code
  }

  /// The label set of a node.
  @inline(__always)
  func labelSet(ofRow row: UInt32) -> UInt32 {
    if let record = overlay.node(row) { return record.labelSet }
    return UInt32(image.labelSet(of: row))
  }

  /// The code of a key that is about to be used.
  func keyCode(adding name: Text) -> UInt32 {
    let code = keys.addingCode(of: name)
    if name == "id" { indexedKeys.insert(code) }
    return code
  }
}

extension GraphImage {
  /// The image of a graph without anything.
  public static let empty: GraphImage = {
    let builder = GraphImageBuilder(GraphState(graph: GraphID(high: 0, low: 0)))
    do throws(Diagnostic) {
      return try builder.build()
    } catch {
      fatalError("the empty image cannot be built: \(error.message)")
    }
  }()
}
