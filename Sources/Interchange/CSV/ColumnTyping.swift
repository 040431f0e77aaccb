import Diagnostics

/// Finds the types of columns whose header states none: INTEGER or FLOAT only if every value reads
/// back as the very same text, else a text.
struct ColumnTyping {
  private enum Candidate {
    case unseen, integer, float, text
  }

  /// The type of each column of a table; `nil` for columns that are no property. One pass over the
  /// file unless every column turns out to be text before its end.
  static func types(of table: TableFile) throws(Diagnostic) -> [ColumnType?] {
    var types = table.columns.map { $0.name == nil ? nil : $0.type }
    let open = table.columns.indices.filter {
      table.columns[$0].name != nil && table.columns[$0].type == nil
    }
    guard !open.isEmpty else { return types }
    var candidates = [Candidate](repeating: .unseen, count: table.columns.count)
    var undecided = open
    var scanner = table.firstRecord
    var fields: [CSVScanner.Field] = []
    while !undecided.isEmpty, try scanner.next(into: &fields) {
      try table.checkWidth(fields.count, line: scanner.line)
      var hasNewText = false
      for column in undecided where !fields[column].isEmpty {
        let field = fields[column]
        candidates[column] = try scanner.withBytes(of: field) { bytes throws(Diagnostic) in
          narrowed(candidates[column], by: bytes)
        }
        if case .text = candidates[column] { hasNewText = true }
      }
      if hasNewText { undecided.removeAll { candidates[$0] == .text } }
    }
    for column in open {
      let element: ColumnType.Element =
        switch candidates[column] {
        case .unseen, .text: .text
        case .integer: .integer
        case .float: .float
        }
      types[column] = ColumnType(element: element, isList: false)
    }
    return types
  }

  private static func narrowed(
    _ candidate: Candidate, by bytes: UnsafeBufferPointer<UInt8>
  ) -> Candidate {
    switch candidate {
    case .unseen:
      if ColumnType.canonicalInteger(bytes) != nil { return .integer }
      return ColumnType.canonicalFloat(bytes) != nil ? .float : .text
    case .integer: return ColumnType.canonicalInteger(bytes) != nil ? .integer : .text
    case .float: return ColumnType.canonicalFloat(bytes) != nil ? .float : .text
    case .text: return .text
    }
  }
}

extension TableFile {
  /// Throws `MalformedCSV` if a record has too few or too many fields.
  func checkWidth(_ count: Int, line: Int) throws(Diagnostic) {
    guard count == columns.count else {
      throw Wording.wrongWidth(name, line: line, count, expected: columns.count)
    }
  }
}
