import Glibc

/// Grows the bytes of an image section by section.
final class ImageWriter {
  private var base: UnsafeMutableRawPointer
  private var capacity: Int
  private(set) var count = ImageFormat.headerSize
  private var sections: [ImageFormat.Section] = []

  init() {
    capacity = 1 << 16
    base = Self.grown(nil, to: capacity)
    memset(base, 0, ImageFormat.headerSize)
  }

  /// Memory is the one thing that we cannot go on without: `malloc` fails only where the system
  /// would end the process anyway.
  private static func grown(
    _ base: UnsafeMutableRawPointer?, to capacity: Int
  ) -> UnsafeMutableRawPointer {
    guard let memory = realloc(base, capacity) else { abort() }
    return memory
  }

  deinit { free(base) }

  private func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(capacity * 2, count + more)
    base = Self.grown(base, to: capacity)
  }

  /// Appends bytes as they are.
  func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    memcpy(base + count, source, bytes.count)
    count += bytes.count
  }

  /// Appends the cells of an array and pads to a multiple of 8.
  func append<Cell: BitwiseCopyable>(_ cells: [Cell]) {
    cells.withUnsafeBytes { append($0) }
    align()
  }

  /// Pads with zeros to a multiple of 8.
  func align() {
    let padding = (8 - count & 7) & 7
    guard padding > 0 else { return }
    reserve(padding)
    memset(base + count, 0, padding)
    count += padding
  }

  /// Appends a section; `body` writes its content and may complete its entry.
  func section(
    _ kind: ImageFormat.SectionKind, a: Int = 0, b: Int = 0,
    _ body: (inout ImageFormat.Section) -> Void
  ) {
    var entry = ImageFormat.Section(kind: kind.rawValue, a: UInt32(a), b: UInt32(b))
    align()
    let start = count
    body(&entry)
    align()
    entry.offset = UInt64(start)
    entry.length = UInt64(count - start)
    entry.checksum = StableHash.checksum(
      UnsafeRawBufferPointer(start: base + start, count: count - start))
    sections.append(entry)
  }

  /// What the header says beside the sections.
  struct Summary {
    var state: GraphState
    var nodeCount: Int
    var relationshipCount: Int
    var nextNodeID: NodeID
    var nextRelationshipID: RelationshipID
  }

  /// Writes directory and header and gives the bytes away; the writer must not be used again.
  func finish(_ summary: Summary) -> ImageBytes {
    let directory = count
    for section in sections { append(section) }
    put(ImageFormat.magic, at: ImageFormat.HeaderField.magic)
    put(ImageFormat.version, at: ImageFormat.HeaderField.version)
    put(ImageFormat.byteOrderMark, at: ImageFormat.HeaderField.byteOrderMark)
    put(summary.state.graph.high, at: ImageFormat.HeaderField.graphHigh)
    put(summary.state.graph.low, at: ImageFormat.HeaderField.graphLow)
    put(summary.state.revision, at: ImageFormat.HeaderField.revision)
    put(summary.state.stamp, at: ImageFormat.HeaderField.stamp)
    put(UInt64(summary.nodeCount), at: ImageFormat.HeaderField.nodeCount)
    put(UInt64(summary.relationshipCount), at: ImageFormat.HeaderField.relationshipCount)
    put(summary.nextNodeID, at: ImageFormat.HeaderField.nextNodeID)
    put(summary.nextRelationshipID, at: ImageFormat.HeaderField.nextRelationshipID)
    put(UInt64(directory), at: ImageFormat.HeaderField.directoryOffset)
    put(UInt64(sections.count), at: ImageFormat.HeaderField.sectionCount)
    put(UInt64(count), at: ImageFormat.HeaderField.size)
    let checksum = GraphImage.headerChecksum(
      UnsafeRawBufferPointer(start: base, count: count), directory: directory)
    put(checksum, at: ImageFormat.HeaderField.checksum)
    let bytes = ImageBytes(adopting: Self.grown(base, to: count), count: count)
    base = Self.grown(nil, to: 8)
    capacity = 8
    count = 0
    return bytes
  }

  private func append(_ section: ImageFormat.Section) {
    append([section.kind, section.a, section.b, section.encoding])
    append([
      section.offset, section.length, section.checksum, section.rowCount, section.validCount,
      section.extra,
    ])
  }

  private func put<Number: FixedWidthInteger>(_ number: Number, at offset: Int) {
    base.storeBytes(of: number.littleEndian, toByteOffset: offset, as: Number.self)
  }
}
