public import PropertyGraph

/// Writes rows of values as a table in one of the formats, row by row, so that a long result needs
/// no memory of its own. The same rows always give the same bytes, however they are dealt out.
///
/// Only `table` looks ahead: it holds the first rows back to find the widths of the columns.
public struct TableWriter {
  private var encoder: any TableEncoder
  private let columnCount: Int
  private var hasBegun = false

  /// A writer of one table. Nodes, relationships and paths are looked up in `graph`; without one
  /// they appear by their row only.
  public init(
    _ format: TableFormat, columns: [Text], graph: (any GraphAccess)? = nil,
    options: TableOptions = TableOptions()
  ) {
    columnCount = columns.count
    encoder =
      switch format {
      case .table: TerminalTableEncoder(columns: columns, graph: graph, options: options)
      case .markdown: MarkdownTableEncoder(columns: columns, graph: graph, options: options)
      case .csv: CSVTableEncoder(columns: columns, graph: graph, options: options)
      case .json: JSONTableEncoder(columns: columns, graph: graph)
      case .jsonl: JSONLinesTableEncoder(columns: columns, graph: graph)
      }
  }

  /// Appends rows. A row with too few values ends in nulls; values past the last column are
  /// dropped. O(size of the rows).
  public mutating func append(_ rows: some Sequence<[Value]>, to output: inout [UInt8]) {
    begin(&output)
    for row in rows {
      let cells =
        row.count == columnCount
        ? row
        : Array(row.prefix(columnCount))
          + Array(repeating: .null, count: max(0, columnCount - row.count))
      encoder.append(cells, to: &output)
    }
  }

  /// Writes what is still held back. Nothing may be appended after it.
  public mutating func finish(to output: inout [UInt8]) {
    begin(&output)
    encoder.end(&output)
  }

  /// How many columns a terminal had no room for, once rows have been written; see
  /// ``TableOptions/hidesColumns``.
  public var hiddenColumns: Int { encoder.hiddenColumns }

  /// Whether a table of these rows can be read at the width of the options, with every column.
  /// O(size of the rows).
  public static func fits(
    columns: [Text], rows: [[Value]], graph: (any GraphAccess)?, options: TableOptions
  ) -> Bool {
    guard let width = options.width else { return true }
    let cells = CellFormatter(graph: graph, nullText: options.nullText)
    return ColumnChoice(
      names: columns.map(\.string), sample: rows.map { $0.map(cells.text) }, width: width
    ).fitsWhole
  }

  /// A whole table at once.
  public static func bytes(
    _ format: TableFormat, columns: [Text], rows: some Sequence<[Value]>,
    graph: (any GraphAccess)? = nil, options: TableOptions = TableOptions()
  ) -> [UInt8] {
    var writer = TableWriter(format, columns: columns, graph: graph, options: options)
    var output: [UInt8] = []
    writer.append(rows, to: &output)
    writer.finish(to: &output)
    return output
  }

  private mutating func begin(_ output: inout [UInt8]) {
    guard !hasBegun else { return }
    hasBegun = true
    encoder.begin(&output)
  }
}

/// One format. Rows have as many values as there are columns.
protocol TableEncoder {
  mutating func begin(_ output: inout [UInt8])
  mutating func append(_ row: [Value], to output: inout [UInt8])
  mutating func end(_ output: inout [UInt8])
  /// Columns that are not written for want of room.
  var hiddenColumns: Int { get }
}

extension TableEncoder {
  var hiddenColumns: Int { 0 }
}
