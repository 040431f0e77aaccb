import Diagnostics
import GraphQuery
import PropertyGraph

/// Writes the rows of a result as JSON. Looks up now and then whether anybody still waits, also
/// inside long lists and texts, and has what it writes counted.
struct ResultWriter {
  private static let bytesBetweenLooks = 65_536

  private var isFirst = true
  private var written = 0
  private var counted = 0

  /// Appends rows, with commas between them and the rows before.
  mutating func append(
    _ rows: [[Value]], graph: any GraphAccess, _ account: ResultAccount, to body: inout [UInt8]
  ) throws(Diagnostic) {
    for row in rows {
      let start = body.count
      if !isFirst { body.append(UInt8(ascii: ",")) }
      isFirst = false
      try append(row, graph: graph, account, to: &body)
      written += body.count - start
      if written - counted > Self.bytesBetweenLooks { try count(account) }
    }
    try count(account)
  }

  private mutating func append(
    _ values: [Value], graph: any GraphAccess, _ account: ResultAccount, to body: inout [UInt8]
  ) throws(Diagnostic) {
    body.append(UInt8(ascii: "["))
    for (position, value) in values.enumerated() {
      if position > 0 { body.append(UInt8(ascii: ",")) }
      switch value {
      case .list(let elements): try append(elements, graph: graph, account, to: &body)
      case .text(let text) where text.utf8.count > Self.bytesBetweenLooks:
        try append(text, account, to: &body)
      default: JSONWriter.append(value, graph: graph, to: &body)
      }
      if position & 0xFFF == 0xFFF { try account.take(bytes: 0) }
    }
    body.append(UInt8(ascii: "]"))
  }

  /// A long text, in pieces.
  private func append(
    _ text: Text, _ account: ResultAccount, to body: inout [UInt8]
  ) throws(Diagnostic) {
    body.append(UInt8(ascii: "\""))
    var start = 0
    let count = text.utf8.count
    while start < count {
      try account.take(bytes: 0)
      let end = min(count, start + Self.bytesBetweenLooks)
      text.withBytes { bytes in
        JSONWriter.append(escaping: UnsafeBufferPointer(rebasing: bytes[start..<end]), to: &body)
      }
      start = end
    }
    body.append(UInt8(ascii: "\""))
  }

  /// Half as much again for the moves of the growing line.
  private mutating func count(_ account: ResultAccount) throws(Diagnostic) {
    try account.take(bytes: (written - counted) * 3 / 2)
    counted = written
  }
}
