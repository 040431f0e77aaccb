import Diagnostics

/// Lays out what a builder has collected: orders names, groups and rows, then writes the sections.
struct ImageAssembly {
  let builder: GraphImageBuilder
  let writer = ImageWriter()
  let labels: (names: [Text], places: [Int])
  let types: (names: [Text], places: [Int])
  let keys: (names: [Text], places: [Int])
  /// Label sets that have nodes, in the order of their labels, with their labels by place.
  let labelSets: [(code: Int, labels: [Int])]
  /// Types in the order of their names.
  let typeOrder: [Int]
  let nodeCount: Int
  let relationshipCount: Int

  init(_ builder: GraphImageBuilder) throws(Diagnostic) {
    self.builder = builder
    let labels = builder.labels.sorted()
    let types = builder.types.sorted()
    self.labels = labels
    self.types = types
    keys = builder.keys.sorted()
    labelSets = builder.labelSets.indices
      .filter { builder.nodeGroups[$0].count > 0 }
      .map { (code: $0, labels: builder.labelSets[$0].map { labels.places[$0] }.sorted()) }
      .sorted { $0.labels.lexicographicallyPrecedes($1.labels) }
    typeOrder = builder.relationshipGroups.indices.sorted { types.places[$0] < types.places[$1] }
    nodeCount = builder.nodeGroups.reduce(0) { $0 + $1.count }
    relationshipCount = builder.relationshipGroups.reduce(0) { $0 + $1.count }
    guard nodeCount < UInt32.max, relationshipCount < UInt32.max else {
      throw Wording.graphTooLarge()
    }
  }

  func assemble() throws(Diagnostic) -> ImageBytes {
    write(labels.names, .labelNames)
    write(types.names, .typeNames)
    write(keys.names, .keyNames)
    writeLabelSets()
    let nodeIDs = try writeNodes()
    try writeRelationships(nodeIDs)
    return writer.finish(
      ImageWriter.Summary(
        state: builder.state, nodeCount: nodeCount, relationshipCount: relationshipCount,
        nextNodeID: builder.nextNodeID, nextRelationshipID: builder.nextRelationshipID))
  }

  private func write(_ names: [Text], _ kind: ImageFormat.SectionKind) {
    writer.section(kind) { entry in
      entry.rowCount = UInt64(names.count)
      var offsets: [UInt32] = [0]
      var bytes: [UInt8] = []
      for name in names {
        bytes.append(contentsOf: name.utf8)
        offsets.append(UInt32(bytes.count))
      }
      writer.append(offsets)
      writer.append(bytes)
    }
  }

  private func writeLabelSets() {
    writer.section(.labelSets) { entry in
      entry.rowCount = UInt64(labelSets.count)
      var offsets: [UInt32] = [0]
      var codes: [UInt32] = []
      for set in labelSets {
        codes.append(contentsOf: set.labels.map { UInt32($0) })
        offsets.append(UInt32(codes.count))
      }
      writer.append(offsets + codes)
    }
  }

  /// Writes ids, columns and indexes of the nodes; returns the ids by row.
  private func writeNodes() throws(Diagnostic) -> [NodeID] {
    var starts: [UInt32] = [0]
    var ids: [NodeID] = []
    ids.reserveCapacity(nodeCount)
    var indexed: [Int: [(hash: UInt64, row: UInt32)]] = [:]
    for (group, set) in labelSets.enumerated() {
      let records = builder.nodeGroups[set.code]
      let order = records.orderByID()
      let firstRow = ids.count
      if let order {
        ids.append(contentsOf: order.map { records.ids[Int($0)] })
      } else {
        ids.append(contentsOf: records.ids)
      }
      starts.append(UInt32(ids.count))
      let rowOfRecord = order.map(Self.inverse)
      try writeColumns(.nodeColumn, of: records, group: group, rowOfRecord: rowOfRecord)
      for column in records.columns
      where builder.indexedKeys.contains(builder.keys.names[column.key]) {
        try builder.poll()
        index(column.values, firstRow, rowOfRecord, into: &indexed[column.key, default: []])
      }
    }
    writer.section(.segmentStarts) { _ in writer.append(starts) }
    try writeIDs(ids, .nodeIDs, .nodeIDIndex, isNode: true)
    for (key, entries) in indexed.sorted(by: { keys.places[$0.key] < keys.places[$1.key] }) {
      writer.section(.valueIndex, b: keys.places[key]) { _ in
        ValueIndex.write(entries.sorted { $0.row < $1.row }, to: writer)
      }
    }
    return ids
  }

  private func index(
    _ values: PropertyAccumulator, _ firstRow: Int, _ rowOfRecord: [UInt32]?,
    into entries: inout [(hash: UInt64, row: UInt32)]
  ) {
    values.bytes.withUnsafeBufferPointer { bytes in
      for position in 0..<values.count {
        let record = values.records?[position] ?? UInt32(position)
        let row = UInt32(firstRow) + (rowOfRecord?[Int(record)] ?? record)
        if values.kind == .text {
          let run = UnsafeBufferPointer(rebasing: bytes[values.run(position)])
          entries.append((StableHash.hash(run), row))
        } else if let hash = ValueIndex.hash(values.value(position)) {
          entries.append((hash, row))
        }
      }
    }
  }

  func writeColumns(
    _ kind: ImageFormat.SectionKind, of records: RecordGroup, group: Int, rowOfRecord: [UInt32]?
  ) throws(Diagnostic) {
    let ordered = records.columns.sorted { keys.places[$0.key] < keys.places[$1.key] }
    for column in ordered where column.values.count > 0 {
      try builder.poll()
      writer.section(kind, a: group, b: keys.places[column.key]) { entry in
        ColumnEncoder(column.values, rowCount: records.count, rowOfRecord: rowOfRecord)
          .write(
            to: writer,
            canLeaveOut: kind == .nodeColumn && builder.leavesLongTextsOut
              && !builder.indexedKeys.contains(builder.keys.names[column.key]), &entry)
      }
    }
  }

  func writeIDs(
    _ ids: [Int64], _ kind: ImageFormat.SectionKind, _ index: ImageFormat.SectionKind,
    isNode: Bool
  ) throws(Diagnostic) {
    try builder.poll()
    writer.section(kind) { _ in writer.append(ids) }
    try builder.poll()
    writer.section(index) { _ in IdentityIndex.write(ids, to: writer) }
    if let twice = Self.duplicate(in: ids) {
      throw Wording.duplicateID(isNode: isNode, twice)
    }
  }

  /// The smallest id that occurs twice.
  private static func duplicate(in ids: [Int64]) -> Int64? {
    var isAscending = true
    for index in ids.indices.dropFirst() where ids[index - 1] >= ids[index] {
      isAscending = false
      break
    }
    if isAscending { return nil }
    let sorted = ids.sorted()
    for index in sorted.indices.dropFirst() where sorted[index - 1] == sorted[index] {
      return sorted[index]
    }
    return nil
  }

  /// The place of each element of a permutation.
  static func inverse(_ order: [UInt32]) -> [UInt32] {
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, element) in order.enumerated() { places[Int(element)] = UInt32(place) }
    return places
  }
}
