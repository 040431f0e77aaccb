/// A text in the engine: UTF-8, compared, ordered and hashed as bytes, which is code point order.
///
/// Swift's `String` takes canonically equivalent texts for equal; the query language does not
/// (openCypher compares code points), so `String` is never a key or a comparand in the engine.
public struct Text: Sendable, Hashable, Comparable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The characters, for printing.
  public let string: String

  /// Takes the characters as they are; nothing is normalised.
  public init(_ string: String) {
    var native = string
    native.makeContiguousUTF8()
    self.string = native
  }

  /// Decodes UTF-8; invalid sequences become U+FFFD.
  public init(utf8 bytes: some Collection<UInt8>) {
    string = String(decoding: bytes, as: UTF8.self)
  }

  /// A text written in the source of the program.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// The characters.
  public var description: String { string }

  /// The bytes.
  public var utf8: String.UTF8View { string.utf8 }

  /// Number of Unicode scalars, which is what `size()` counts. O(bytes).
  public var scalarCount: Int { string.unicodeScalars.count }

  /// Whether there are no bytes.
  public var isEmpty: Bool { string.utf8.isEmpty }

  /// Runs `body` over the bytes without copying them.
  @inline(__always)
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = string.utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(string.utf8).withUnsafeBufferPointer(body)
  }

  /// Byte equality.
  public static func == (left: Text, right: Text) -> Bool {
    left.string.utf8.count == right.string.utf8.count
      && left.withBytes { a in
        right.withBytes { b in
          for index in 0..<a.count where a[index] != b[index] { return false }
          return true
        }
      }
  }

  /// Byte order, which is code point order.
  public static func < (left: Text, right: Text) -> Bool {
    left.withBytes { a in
      right.withBytes { b in
        let shared = min(a.count, b.count)
        for index in 0..<shared where a[index] != b[index] { return a[index] < b[index] }
        return a.count < b.count
      }
    }
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }
}
