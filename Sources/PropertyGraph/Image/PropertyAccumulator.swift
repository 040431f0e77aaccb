/// Collects the values of one property while an image is built: typed as long as they share a type,
/// encoded as JSON once they do not.
struct PropertyAccumulator {
  enum Kind {
    case boolean, integer, float, text, encoded
    /// Left to the rows of a store: only which records have a value is kept.
    case outside
  }

  private(set) var kind: Kind?
  /// The record of each value, ascending; `nil` while every record so far has one.
  private(set) var records: [UInt32]?
  private(set) var count = 0
  private(set) var integers: [Int64] = []
  private(set) var floats: [Double] = []
  /// Ends of texts or encoded values in `bytes`.
  private(set) var ends: [Int] = []
  private(set) var bytes: [UInt8] = []

  /// Sets the value of a record; records come in ascending order. Null is no value. Returns whether
  /// there was none for this record yet (of two the first stays).
  @discardableResult
  mutating func append(_ value: Value, record: Int) -> Bool {
    if value.isNull || lastRecord == record { return false }
    begin(Self.kind(of: value), record: record)
    switch (kind, value) {
    case (.boolean, .boolean(let flag)): integers.append(flag ? 1 : 0)
    case (.integer, .integer(let integer)): integers.append(integer)
    case (.float, .float(let double)): floats.append(double)
    case (.text, .text(let text)):
      text.withBytes { bytes.append(contentsOf: $0) }
      ends.append(bytes.count)
    case (.outside, _): break
    default:
      JSONWriter.append(value, to: &bytes)
      ends.append(bytes.count)
    }
    return true
  }

  /// Sets a text from its bytes; see ``append(_:record:)``.
  mutating func append(text: UnsafeBufferPointer<UInt8>, record: Int) {
    guard kind == .text || kind == nil || kind == .outside else {
      append(.text(Text(utf8: text)), record: record)
      return
    }
    guard lastRecord != record else { return }
    begin(.text, record: record)
    if kind == .outside { return }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  /// Notes that a record has a value which the store keeps.
  mutating func appendOutside(record: Int) {
    guard lastRecord != record else { return }
    leaveOut()
    begin(.outside, record: record)
  }

  /// Forgets the values and keeps who has one.
  mutating func leaveOut() {
    guard kind != .outside else { return }
    kind = .outside
    integers = []
    floats = []
    ends = []
    bytes = []
  }

  /// Whether these are texts that are better read from a store when they are asked for: more than a
  /// mebibyte of them, longer than 64 bytes on average.
  var isLongText: Bool { kind == .text && bytes.count > 1 << 20 && bytes.count > 64 * count }

  private mutating func begin(_ own: Kind, record: Int) {
    if kind == nil {
      kind = own
    } else if kind != own, kind != .encoded, kind != .outside {
      encodeAll()
    }
    if records == nil, record != count { records = (0..<UInt32(count)).map { $0 } }
    records?.append(UInt32(record))
    count += 1
  }

  private var lastRecord: Int? {
    guard count > 0 else { return nil }
    return records?.last.map { Int($0) } ?? count - 1
  }

  private static func kind(of value: Value) -> Kind {
    switch value {
    case .boolean: .boolean
    case .integer: .integer
    case .float: .float
    case .text: .text
    default: .encoded
    }
  }

  /// The bytes of the value at a position.
  func run(_ position: Int) -> Range<Int> {
    (position == 0 ? 0 : ends[position - 1])..<ends[position]
  }

  /// The value at a position.
  func value(_ position: Int) -> Value {
    switch kind {
    case .boolean: .boolean(integers[position] != 0)
    case .integer: .integer(integers[position])
    case .float: .float(floats[position])
    case .text: .text(Text(utf8: bytes[run(position)]))
    case .encoded: (try? JSONReader.value(from: Array(bytes[run(position)]))) ?? .null
    case .outside, .none: .null
    }
  }

  private mutating func encodeAll() {
    var encoded: [UInt8] = []
    var encodedEnds: [Int] = []
    for position in 0..<count {
      JSONWriter.append(value(position), to: &encoded)
      encodedEnds.append(encoded.count)
    }
    kind = .encoded
    bytes = encoded
    ends = encodedEnds
    integers = []
    floats = []
  }
}
