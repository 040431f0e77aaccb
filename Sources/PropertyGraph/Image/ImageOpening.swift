import Diagnostics

/// Reads header and directory of an image and hands out typed pointers into it, each after a check
/// that it lies within the bytes.
struct ImageOpening {
  private let bytes: UnsafeRawBufferPointer
  let state: GraphState
  let nodeCount: Int
  let relationshipCount: Int
  let nextNodeID: NodeID
  let nextRelationshipID: RelationshipID
  let sections: [ImageFormat.Section]
  /// The section of each kind that occurs once.
  private var single: [UInt32: Int] = [:]

  init(_ image: ImageBytes) throws(Diagnostic) {
    let bytes = UnsafeRawBufferPointer(start: image.base, count: image.count)
    self.bytes = bytes
    typealias Field = ImageFormat.HeaderField
    func number(_ field: Int) -> UInt64 {
      UInt64(littleEndian: bytes.load(fromByteOffset: field, as: UInt64.self))
    }
    guard bytes.count >= ImageFormat.headerSize else {
      throw Wording.damagedImage("it is too short")
    }
    guard number(Field.magic) == ImageFormat.magic else {
      throw Wording.damagedImage("it does not begin as a snapshot does")
    }
    let version = bytes.load(fromByteOffset: Field.version, as: UInt32.self)
    guard version <= ImageFormat.version else { throw Wording.newerImage(version) }
    guard version == ImageFormat.version,
      bytes.load(fromByteOffset: Field.byteOrderMark, as: UInt32.self)
        == ImageFormat.byteOrderMark
    else { throw Wording.damagedImage("its format is not ours") }
    let directory = number(Field.directoryOffset)
    let sectionCount = number(Field.sectionCount)
    guard number(Field.size) == UInt64(bytes.count), directory % 8 == 0,
      directory <= UInt64(bytes.count), sectionCount < 1 << 32,
      directory + sectionCount * UInt64(ImageFormat.entrySize) == UInt64(bytes.count)
    else { throw Wording.damagedImage("its size is not what it says") }
    guard GraphImage.headerChecksum(bytes, directory: Int(directory)) == number(Field.checksum)
    else { throw Wording.damagedImage("the checksum of its header is wrong") }
    guard number(Field.nodeCount) < 1 << 32, number(Field.relationshipCount) < 1 << 32 else {
      throw Wording.damagedImage("it has too many rows")
    }
    state = GraphState(
      graph: GraphID(high: number(Field.graphHigh), low: number(Field.graphLow)),
      revision: number(Field.revision), stamp: number(Field.stamp))
    nodeCount = Int(number(Field.nodeCount))
    relationshipCount = Int(number(Field.relationshipCount))
    nextNodeID = Int64(bitPattern: number(Field.nextNodeID))
    nextRelationshipID = Int64(bitPattern: number(Field.nextRelationshipID))
    var sections: [ImageFormat.Section] = []
    sections.reserveCapacity(Int(sectionCount))
    for index in 0..<Int(sectionCount) {
      let section = Self.section(bytes, at: Int(directory) + index * ImageFormat.entrySize)
      let (end, overflow) = section.offset.addingReportingOverflow(section.length)
      guard !overflow, end <= directory, section.offset % 8 == 0 else {
        throw Wording.damagedImage("a section lies outside of it")
      }
      single[section.kind] = index
      sections.append(section)
    }
    self.sections = sections
  }

  private static func section(
    _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) -> ImageFormat.Section {
    func half(_ index: Int) -> UInt32 {
      bytes.load(fromByteOffset: offset + index * 4, as: UInt32.self)
    }
    func whole(_ index: Int) -> UInt64 {
      bytes.load(fromByteOffset: offset + 16 + index * 8, as: UInt64.self)
    }
    return ImageFormat.Section(
      kind: half(0), a: half(1), b: half(2), encoding: half(3), offset: whole(0),
      length: whole(1), checksum: whole(2), rowCount: whole(3), validCount: whole(4),
      extra: whole(5))
  }

  func content(_ section: ImageFormat.Section) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      rebasing: bytes[Int(section.offset)..<Int(section.offset + section.length)])
  }

  private func content(
    _ kind: ImageFormat.SectionKind
  ) throws(Diagnostic) -> UnsafeRawBufferPointer {
    guard let index = single[kind.rawValue] else {
      throw Wording.damagedImage("section \(kind) is missing")
    }
    return content(sections[index])
  }

  /// The first `count` cells of a section.
  func array<Cell: BitwiseCopyable>(
    _ kind: ImageFormat.SectionKind, count: Int
  ) throws(Diagnostic) -> UnsafeBufferPointer<Cell> {
    let content = try content(kind)
    guard content.count / MemoryLayout<Cell>.stride >= count else {
      throw Wording.damagedImage("section \(kind) is too short")
    }
    return UnsafeBufferPointer(rebasing: content.bindMemory(to: Cell.self)[..<count])
  }

  /// Ascending starts of `count` groups that end at `end`.
  func starts(
    _ kind: ImageFormat.SectionKind, count: Int, end: Int
  ) throws(Diagnostic) -> UnsafeBufferPointer<UInt32> {
    let starts: UnsafeBufferPointer<UInt32> = try array(kind, count: count + 1)
    guard starts[0] == 0, Int(starts[count]) == end,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { throw Wording.damagedImage("section \(kind) is out of order") }
    return starts
  }

  func names(_ kind: ImageFormat.SectionKind) throws(Diagnostic) -> [Text] {
    let content = try content(kind)
    guard let index = single[kind.rawValue] else { return [] }
    let count = Int(clamping: sections[index].rowCount)
    guard count < content.count / 4 else {
      throw Wording.damagedImage("section \(kind) is too short")
    }
    let offsets = content.bindMemory(to: UInt32.self)
    let first = ((count + 1) * 4 + 7) & ~7
    var names: [Text] = []
    for index in 0..<count {
      let low = first + Int(offsets[index])
      let high = first + Int(offsets[index + 1])
      guard low <= high, high <= content.count else {
        throw Wording.damagedImage("section \(kind) is out of order")
      }
      names.append(Text(utf8: content[low..<high]))
    }
    return names
  }

  func labelSets(labelCount: Int) throws(Diagnostic) -> [[UInt32]] {
    let content = try content(.labelSets).bindMemory(to: UInt32.self)
    guard let index = single[ImageFormat.SectionKind.labelSets.rawValue] else { return [] }
    let count = Int(clamping: sections[index].rowCount)
    guard count < content.count else { throw Wording.damagedImage("label sets are cut off") }
    var sets: [[UInt32]] = []
    for index in 0..<count {
      let low = count + 1 + Int(content[index])
      let high = count + 1 + Int(content[index + 1])
      guard low <= high, high <= content.count,
        content[low..<high].allSatisfy({ $0 < labelCount })
      else { throw Wording.damagedImage("label sets are out of order") }
      sets.append(Array(content[low..<high]))
    }
    return sets
  }

  func identityIndex(
    _ kind: ImageFormat.SectionKind, ids: UnsafeBufferPointer<Int64>
  ) throws(Diagnostic) -> IdentityIndex {
    guard let index = IdentityIndex(try content(kind), ids: ids) else {
      throw Wording.damagedImage("section \(kind) is cut off")
    }
    return index
  }

  func adjacency(
    _ kind: ImageFormat.SectionKind, types: Int, neighbors: UnsafeBufferPointer<UInt32>,
    relationships: UnsafeBufferPointer<UInt32>?
  ) throws(Diagnostic) -> [Adjacency] {
    var byType: [Adjacency] = []
    for section in sections where section.kind == kind.rawValue {
      let offsets = content(section).bindMemory(to: UInt32.self)
      guard section.a == byType.count, section.rowCount < offsets.count,
        UInt64(section.b) + section.rowCount <= nodeCount, let base = offsets.baseAddress,
        offsets[0] <= offsets[Int(section.rowCount)],
        offsets[Int(section.rowCount)] <= relationshipCount
      else { throw Wording.damagedImage("section \(kind) is out of order") }
      // Without relationships there are no neighbours to point at; any pointer serves.
      byType.append(
        Adjacency(
          firstRow: section.b, rowCount: UInt32(section.rowCount), offsets: base,
          neighbors: neighbors.baseAddress ?? base, relationships: relationships?.baseAddress))
    }
    guard byType.count == types else { throw Wording.damagedImage("a type has no adjacency") }
    return byType
  }

  func columns(
    _ kind: ImageFormat.SectionKind, starts: UnsafeBufferPointer<UInt32>, keyCount: Int
  ) throws(Diagnostic) -> ColumnTable {
    var entries: [ColumnTable.Entry] = []
    for section in sections where section.kind == kind.rawValue {
      guard Int(section.a) + 1 < starts.count, section.b < keyCount,
        section.rowCount == starts[Int(section.a) + 1] - starts[Int(section.a)],
        let column = ImageColumn(section, content(section))
      else { throw Wording.damagedImage("a property column is cut off") }
      entries.append(
        ColumnTable.Entry(
          group: section.a, key: section.b, firstRow: starts[Int(section.a)], column: column))
    }
    return ColumnTable(entries, keyCount: keyCount, groupCount: starts.count - 1)
  }

  func valueIndexes(keyCount: Int) throws(Diagnostic) -> [UInt32: ValueIndex] {
    var indexes: [UInt32: ValueIndex] = [:]
    for section in sections where section.kind == ImageFormat.SectionKind.valueIndex.rawValue {
      guard section.b < keyCount, let index = ValueIndex(content(section)) else {
        throw Wording.damagedImage("an index is cut off")
      }
      indexes[section.b] = index
    }
    return indexes
  }
}
