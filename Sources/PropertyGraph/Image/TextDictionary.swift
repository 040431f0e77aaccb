/// The distinct texts of a column that has few of them, in the order of first use.
struct TextDictionary {
  private let source: PropertyAccumulator
  /// Code of each position in `source`.
  private let codes: [UInt32]
  /// Position of the first use of each distinct text.
  private let firsts: [UInt32]

  var count: Int { firsts.count }

  /// `nil` where the texts repeat too little: more than a quarter of them are distinct, or more
  /// than 65,535.
  init?(_ source: PropertyAccumulator, order: [UInt32]) {
    let limit = min(source.count / 4, 65_535)
    guard limit > 0, source.bytes.count < 1 << 32 else { return nil }
    var codes = [UInt32](repeating: 0, count: source.count)
    var firsts: [UInt32] = []
    var table = [UInt32](repeating: .max, count: 1_024)
    let isWithinLimit = source.bytes.withUnsafeBufferPointer { bytes in
      for position in order {
        let run = UnsafeBufferPointer(rebasing: bytes[source.run(Int(position))])
        var slot = Int(StableHash.hash(run) & UInt64(table.count - 1))
        while table[slot] != .max, !Self.isEqual(bytes, source, firsts[Int(table[slot])], run) {
          slot = (slot + 1) & (table.count - 1)
        }
        if table[slot] == .max {
          guard firsts.count < limit else { return false }
          table[slot] = UInt32(firsts.count)
          firsts.append(position)
        }
        codes[Int(position)] = table[slot]
        if firsts.count * 2 > table.count { Self.grow(&table, bytes, source, firsts) }
      }
      return true
    }
    guard isWithinLimit else { return nil }
    self.source = source
    self.codes = codes
    self.firsts = firsts
  }

  private static func isEqual(
    _ bytes: UnsafeBufferPointer<UInt8>, _ source: PropertyAccumulator, _ position: UInt32,
    _ run: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    bytes[source.run(Int(position))].elementsEqual(run)
  }

  private static func grow(
    _ table: inout [UInt32], _ bytes: UnsafeBufferPointer<UInt8>, _ source: PropertyAccumulator,
    _ firsts: [UInt32]
  ) {
    table = [UInt32](repeating: .max, count: table.count * 2)
    for (code, position) in firsts.enumerated() {
      let run = UnsafeBufferPointer(rebasing: bytes[source.run(Int(position))])
      var slot = Int(StableHash.hash(run) & UInt64(table.count - 1))
      while table[slot] != .max { slot = (slot + 1) & (table.count - 1) }
      table[slot] = UInt32(code)
    }
  }

  /// Appends codes, offsets and bytes. Returns the width of a code.
  func write(_ cells: ColumnEncoder.Cells, to writer: ImageWriter) -> Int {
    let width = count <= 1 << 8 ? 1 : 2
    if width == 1 {
      cells.write(to: writer) { UInt8(truncatingIfNeeded: codes[$0]) }
    } else {
      cells.write(to: writer) { UInt16(truncatingIfNeeded: codes[$0]) }
    }
    var offsets: [UInt32] = [0]
    var texts: [UInt8] = []
    for position in firsts {
      texts.append(contentsOf: source.bytes[source.run(Int(position))])
      offsets.append(UInt32(texts.count))
    }
    writer.append(offsets)
    writer.append(texts)
    return width
  }
}
