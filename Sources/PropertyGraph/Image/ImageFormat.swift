/// The layout of a graph image, version 2 (1 had every text in the image). All numbers are little endian, all sections begin at a
/// multiple of 8.
///
///     header (128 bytes)   sections ...   directory (64 bytes a section)
///
/// | header offset | holds |
/// |---|---|
/// | 0 | magic, `REALISTG` |
/// | 8, 12 | version, byte order mark |
/// | 16 | graph id (16 bytes), then revision, stamp |
/// | 48, 56 | number of nodes, of relationships |
/// | 64, 72 | next node id, next relationship id |
/// | 80, 88 | offset of the directory, number of sections |
/// | 96 | size of the whole image |
/// | 104 | checksum of header and directory, with this field zero |
enum ImageFormat {
  static let magic: UInt64 = 0x4754_5349_4C41_4552
  static let version: UInt32 = 2
  static let byteOrderMark: UInt32 = 0x0102_0304
  static let headerSize = 128
  static let entrySize = 64

  enum HeaderField {
    static let magic = 0
    static let version = 8
    static let byteOrderMark = 12
    static let graphHigh = 16
    static let graphLow = 24
    static let revision = 32
    static let stamp = 40
    static let nodeCount = 48
    static let relationshipCount = 56
    static let nextNodeID = 64
    static let nextRelationshipID = 72
    static let directoryOffset = 80
    static let sectionCount = 88
    static let size = 96
    static let checksum = 104
  }

  /// What a section holds; `a` and `b` are the fields of its directory entry.
  enum SectionKind: UInt32 {
    /// Names as offsets (UInt32, one more than names) and bytes.
    case labelNames = 1
    case typeNames = 2
    case keyNames = 3
    /// Offsets into the label codes that follow them.
    case labelSets = 4
    /// First row of each label set, and the number of rows.
    case segmentStarts = 5
    /// Ids by row.
    case nodeIDs = 6
    case relationshipIDs = 7
    /// See ``IdentityIndex``.
    case nodeIDIndex = 8
    case relationshipIDIndex = 9
    /// First relationship row of each type, and the number of rows.
    case typeStarts = 10
    /// Node rows by relationship row.
    case sources = 11
    case targets = 12
    /// Node rows and relationship rows by position in the reverse adjacency.
    case reverseNeighbors = 13
    case reverseRelationships = 14
    /// Positions of the relationships of `rowCount` nodes from node row `b` on; `a` is the type.
    case forwardOffsets = 15
    case reverseOffsets = 16
    /// A property: `a` is the label set or type, `b` the key.
    case nodeColumn = 17
    case relationshipColumn = 18
    /// Node rows by the hash of a property; `b` is the key.
    case valueIndex = 19
  }

  /// One entry of the directory.
  struct Section {
    var kind: UInt32
    var a: UInt32
    var b: UInt32
    /// For columns: type of cell, width of a number, flags.
    var encoding: UInt32 = 0
    var offset: UInt64 = 0
    var length: UInt64 = 0
    var checksum: UInt64 = 0
    var rowCount: UInt64 = 0
    var validCount: UInt64 = 0
    var extra: UInt64 = 0
  }
}
