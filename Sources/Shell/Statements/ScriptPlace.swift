public import Diagnostics

/// Errors of a statement at their place in the script that it stands in.
public enum ScriptPlace {
  /// The diagnostic with the script's name, line and column. What speaks about another file stays.
  public static func of(
    _ diagnostic: Diagnostic, in statement: ScriptStatement, of name: String
  ) -> Diagnostic {
    guard let source = diagnostic.source else {
      let source = padded(Array(statement.text.utf8), statement, name)
      let start = source.bytes.count - statement.text.utf8.count
      let firstLine = statement.text.utf8.firstIndex(of: UInt8(ascii: "\n"))
      let length = firstLine.map {
        statement.text.utf8.distance(from: statement.text.utf8.startIndex, to: $0)
      }
      return diagnostic.at(start..<start + (length ?? statement.text.utf8.count), in: source)
    }
    guard source.name == "query", let span = diagnostic.span else { return diagnostic }
    let moved = padded(source.bytes, statement, name)
    let offset = moved.bytes.count - source.bytes.count
    return diagnostic.at(span.lowerBound + offset..<span.upperBound + offset, in: moved)
  }

  /// The statement behind as many empty lines and spaces as stand before it, so that its places
  /// are those of the script without the script being kept.
  private static func padded(
    _ bytes: [UInt8], _ statement: ScriptStatement, _ name: String
  ) -> SourceText {
    let lines = [UInt8](repeating: UInt8(ascii: "\n"), count: statement.line - 1)
    let spaces = [UInt8](repeating: UInt8(ascii: " "), count: statement.column - 1)
    return SourceText(name: name, bytes: lines + spaces + bytes)
  }
}
