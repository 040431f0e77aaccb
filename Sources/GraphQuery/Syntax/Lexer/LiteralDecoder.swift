import Diagnostics
import PropertyGraph

/// Turns the tokens of numbers, strings and names into what they mean.
struct LiteralDecoder {
  let source: SourceText

  /// An integer literal, decimal, `0x` or `0o`, with the sign that stands before it (which counts:
  /// the smallest integer has no positive counterpart).
  func integer(_ span: Span, isNegative: Bool) throws(Diagnostic) -> Int64 {
    let bytes = source.bytes[span]
    let prefixed = bytes.count > 2 && !Lexer.isDigit(bytes[span.lowerBound + 1])
    let radix: UInt64 =
      !prefixed ? 10 : bytes[span.lowerBound + 1] | 0x20 == UInt8(ascii: "x") ? 16 : 8
    var magnitude: UInt64 = 0
    for byte in prefixed ? bytes.dropFirst(2) : bytes {
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: radix)
      let (sum, carry) = product.addingReportingOverflow(UInt64(Self.digit(byte)))
      guard !overflow, !carry else { throw integerOverflow(span, isNegative) }
      magnitude = sum
    }
    if isNegative {
      if magnitude == UInt64(Int64.max) + 1 { return Int64.min }
      guard magnitude <= UInt64(Int64.max) else { throw integerOverflow(span, isNegative) }
      return -Int64(magnitude)
    }
    guard magnitude <= UInt64(Int64.max) else { throw integerOverflow(span, isNegative) }
    return Int64(magnitude)
  }

  /// A float literal.
  func float(_ span: Span) throws(Diagnostic) -> Double {
    let written = String(decoding: source.bytes[span], as: UTF8.self)
    // The standard library wants a digit before the point.
    guard let value = Double(written.hasPrefix(".") ? "0" + written : written), value.isFinite
    else {
      throw SyntaxWording.floatOverflow(written).at(span, in: source)
    }
    return value
  }

  /// A name in back quotes, a parameter or a word, without its marks.
  func name(_ token: Token) -> Text {
    var bytes = source.bytes[token.span]
    if token.kind == .parameter { bytes = bytes.dropFirst() }
    guard bytes.first == UInt8(ascii: "`") else { return Text(utf8: bytes) }
    var name: [UInt8] = []
    var skipNext = false
    for byte in bytes.dropFirst().dropLast() {
      if skipNext {
        skipNext = false
        continue
      }
      skipNext = byte == UInt8(ascii: "`")
      name.append(byte)
    }
    return Text(utf8: name)
  }

  private func integerOverflow(_ span: Span, _ isNegative: Bool) -> Diagnostic {
    let written = String(decoding: source.bytes[span], as: UTF8.self)
    return SyntaxWording.integerOverflow((isNegative ? "-" : "") + written).at(span, in: source)
  }

  /// The value of a digit of any radix; the lexer let only digits pass.
  static func digit(_ byte: UInt8) -> UInt32 {
    byte <= UInt8(ascii: "9") ? UInt32(byte & 0x0F) : UInt32(byte & 0x0F) + 9
  }
}
