import PropertyGraph

/// An address that may be put behind a link: on the web, or relative to the page. Anything that a
/// browser could run (`javascript:`, `data:`) is refused.
struct SafeAddress {
  /// The address with everything but plain ASCII percent-encoded.
  let text: String

  init?(_ address: Text?) {
    guard let address, !address.isEmpty else { return nil }
    let bytes = Array(address.utf8)
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      let ends = [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")]
      // A colon after one of these does not end a scheme.
      if !bytes[..<colon].contains(where: ends.contains) {
        let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
        guard ["http", "https", "mailto"].contains(scheme) else { return nil }
      }
    }
    var text = ""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "-._~:/?#@!$&()*+,;=%".utf8.contains(byte):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    self.text = text
  }
}
