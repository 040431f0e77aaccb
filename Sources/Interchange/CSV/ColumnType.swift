import Diagnostics
import Glibc
import PropertyGraph

/// The type of the values of a column.
struct ColumnType: Hashable {
  enum Element: Hashable {
    case text, integer, float, boolean
    case temporal(TemporalValue.Kind)
  }

  var element: Element
  /// Whether a field holds several values, separated by `;`.
  var isList: Bool

  static let text = ColumnType(element: .text, isList: false)

  init(element: Element, isList: Bool) {
    self.element = element
    self.isList = isList
  }

  private static let elements: [(String, Element)] = [
    ("string", .text), ("char", .text), ("int", .integer), ("integer", .integer),
    ("long", .integer), ("short", .integer), ("byte", .integer), ("float", .float),
    ("double", .float), ("boolean", .boolean), ("date", .temporal(.date)),
    ("localtime", .temporal(.localTime)), ("time", .temporal(.time)),
    ("localdatetime", .temporal(.localDateTime)), ("datetime", .temporal(.dateTime)),
    ("duration", .temporal(.duration)),
  ]

  /// The type that a header names, such as `int` or `string[]`.
  init(header word: String, in table: String, line: Int) throws(Diagnostic) {
    isList = word.hasSuffix("[]")
    let name = (isList ? String(word.dropLast(2)) : word).lowercased()
    if name == "point" { throw Wording.spatialColumn(table, line: line) }
    guard let known = Self.elements.first(where: { $0.0 == name }) else {
      throw Wording.unknownType(table, line: line, word, known: Self.elements.map(\.0))
    }
    element = known.1
  }

  /// What a person calls it.
  var name: String {
    let name = Self.elements.first { $0.1 == element }?.0 ?? "string"
    return isList ? "\(name)[]" : name
  }

  /// The value of a field; `nil` if it is none of this type.
  func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Value? {
    guard isList else { return Self.value(bytes, element) }
    if bytes.isEmpty { return .list([]) }
    var elements: [Value] = []
    for part in bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      guard let value = Self.value(UnsafeBufferPointer(rebasing: part), element) else { return nil }
      elements.append(value)
    }
    return .list(elements)
  }

  private static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ element: Element) -> Value? {
    switch element {
    case .text: return .text(Text(utf8: bytes))
    case .integer: return Int64(String(decoding: bytes, as: UTF8.self)).map { .integer($0) }
    case .float: return float(bytes).map { .float($0) }
    case .boolean:
      switch String(decoding: bytes, as: UTF8.self).lowercased() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: return nil
      }
    case .temporal(let kind):
      return TemporalValue(kind, iso: Text(utf8: bytes)).map { .temporal($0) }
    }
  }

  static func float(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    Double(String(decoding: bytes, as: UTF8.self))
  }

  /// A whole number in its one form: no sign but `-`, no leading zeros, within 64 bits.
  @inline(__always)
  static func canonicalInteger(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard let first = bytes.first, bytes.count <= 20 else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    let digits = bytes.count - (isNegative ? 1 : 0)
    guard digits > 0 else { return nil }
    let lead = bytes[isNegative ? 1 : 0]
    if lead == UInt8(ascii: "0"), digits > 1 || isNegative { return nil }
    var number: Int64 = 0
    for index in (isNegative ? 1 : 0)..<bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      let (shifted, tooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflow) =
        isNegative
        ? shifted.subtractingReportingOverflow(Int64(digit))
        : shifted.addingReportingOverflow(Int64(digit))
      guard !tooLarge, !overflow else { return nil }
      number = sum
    }
    return number
  }

  /// A number with point or exponent that is the shortest text of its double.
  static func canonicalFloat(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard bytes.count <= 32, bytes.contains(where: { !isDigit($0) }),
      bytes.allSatisfy({ isDigit($0) || "+-.eE".utf8.contains($0) }), let double = float(bytes),
      double.isFinite, double.description.utf8.elementsEqual(bytes)
    else { return nil }
    return double
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
