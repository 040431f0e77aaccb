/// Draws a diagnostic as a good compiler does: the sentence, the place, the line with a caret under
/// the words meant, and one line of help. Files, queries and rules all look the same.
public struct DiagnosticRenderer: Sendable {
  /// Whether to use terminal colours. Colour is never the only signal.
  public var color: Bool

  /// Lines longer than this are cut around the caret.
  private static let widestLine = 100

  /// A renderer; pass `color: true` only for a terminal.
  public init(color: Bool = false) {
    self.color = color
  }

  /// The text to print, without a final line break.
  public func render(_ diagnostic: Diagnostic) -> String {
    let label = paint(
      "\(diagnostic.severity.rawValue)[\(diagnostic.code)]", severity: diagnostic.severity)
    var lines = ["\(label): \(diagnostic.message)"]
    if let source = diagnostic.source, let span = diagnostic.span {
      let position = source.position(at: span.lowerBound)
      lines.append("  --> \(source.name):\(position.line):\(position.column)")
      if let range = source.line(position.line) {
        lines += excerpt(source, line: position.line, range: range, span: span)
      }
    } else if let source = diagnostic.source {
      lines.append("  --> \(source.name)")
    }
    if let help = diagnostic.help {
      lines.append("  help: \(help)")
    }
    return lines.joined(separator: "\n")
  }

  private func excerpt(
    _ source: SourceText, line: Int, range: Range<Int>, span: Range<Int>
  ) -> [String] {
    let number = String(line)
    let gutter = String(repeating: " ", count: number.count)
    let before = visible(source.bytes[range.lowerBound..<min(span.lowerBound, range.upperBound)])
    let end = min(max(span.upperBound, span.lowerBound), range.upperBound)
    let meant = visible(source.bytes[min(span.lowerBound, range.upperBound)..<end])
    let after = visible(source.bytes[end..<range.upperBound])
    var lead = before
    var tail = after
    if before.count + meant.count + after.count > Self.widestLine {
      let room = max(10, (Self.widestLine - min(meant.count, 60)) / 2)
      if before.count > room { lead = ["…"] + before.suffix(room) }
      if after.count > room { tail = Array(after.prefix(room)) + ["…"] }
    }
    let shown = meant.count > 60 ? Array(meant.prefix(60)) + ["…"] : meant
    let carets = String(repeating: "^", count: max(1, displayWidth(shown)))
    let padding = String(repeating: " ", count: displayWidth(lead))
    return [
      " \(gutter) |",
      " \(number) | \(text(lead))\(text(shown))\(text(tail))",
      " \(gutter) | \(padding)\(paint(carets, severity: .error))",
    ]
  }

  /// Scalars of a line, with tabs and control characters made visible at a known width.
  private func visible(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
      if scalar == "\t" { return "→" }
      return scalar.properties.generalCategory == .control ? "·" : scalar
    }
  }

  private func text(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private func displayWidth(_ scalars: [Unicode.Scalar]) -> Int {
    scalars.reduce(0) { $0 + DisplayWidth.of($1) }
  }

  private func paint(_ text: String, severity: Diagnostic.Severity) -> String {
    guard color else { return text }
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[1;\(code)m\(text)\u{1B}[0m"
  }
}
