import Diagnostics
import GraphQuery
import PropertyGraph
import Reports

/// Writes one result as it comes: rows as a table, reasoning and plans as they are.
final class ResultWriter {
  private let format: TableFormat
  private let options: TableOptions
  /// Whether a later statement may ask for the rows.
  private let keepsRows: Bool
  var sink: any ResultSink
  private var columns: [Text] = []
  private var table: TableWriter?
  private var heldGraph: (any GraphAccess)?
  private(set) var rowCount = 0
  private var hiddenColumns = 0
  /// Columns of a terminal that a table is not squeezed into: there few rows become lists, and of
  /// many rows only the columns are shown that can be read.
  var recordWidth: Int?
  private var held: [[Value]]? = []
  private(set) var remembered: RememberedResult

  init(
    statement: String, format: TableFormat, options: TableOptions, sink: any ResultSink,
    keepsRows: Bool
  ) {
    self.keepsRows = keepsRows
    self.format = format
    self.options = options
    self.sink = sink
    remembered = RememberedResult(statement: statement)
  }

  func begin(_ columns: [Text]) {
    self.columns = columns
    remembered.begin(columns)
  }

  func append(_ rows: [[Value]], _ graph: any GraphAccess) throws(Diagnostic) {
    rowCount += rows.count
    if keepsRows { remembered.append(rows, graph) }
    var bytes: [UInt8] = []
    if isProse {
      for row in rows {
        if case .text(let line)? = row.first { bytes += Array((line.string + "\n").utf8) }
      }
    } else {
      var ready = rows
      if mayBeTooWide, let waiting = held {
        held = waiting + rows
        guard rowCount > RecordList.mostRows else {
          heldGraph = graph
          return
        }
        // Too many to be read one by one.
        held = nil
        ready = waiting + rows
      }
      var table = self.table ?? writer(graph)
      table.append(ready, to: &bytes)
      self.table = table
    }
    if !bytes.isEmpty { try sink.write(bytes) }
  }

  func finish(plan: String?) throws(Diagnostic) {
    var bytes: [UInt8] = []
    if let plan, columns != ["plan"] {
      bytes = Array((plan + "\n").utf8)
    } else if mayBeTooWide, let held, !held.isEmpty, let recordWidth, !fits(held) {
      bytes = RecordList(columns: columns, width: recordWidth, options: options)
        .bytes(held, heldGraph)
    } else if !isProse, !columns.isEmpty {
      var table = self.table ?? writer(heldGraph)
      if self.table == nil, let held { table.append(held, to: &bytes) }
      table.finish(to: &bytes)
      hiddenColumns = table.hiddenColumns
    }
    if !bytes.isEmpty { try sink.write(bytes) }
  }

  /// What to say of the columns that there was no room for.
  var fittingNote: String? {
    guard hiddenColumns > 0 else { return nil }
    return Wording.hiddenColumns(columns.count - hiddenColumns, of: columns.count)
  }

  private var mayBeTooWide: Bool {
    format == .table && recordWidth != nil && columns.count > 1
  }

  private func fits(_ rows: [[Value]]) -> Bool {
    var options = options
    options.width = recordWidth
    return TableWriter.fits(columns: columns, rows: rows, graph: heldGraph, options: options)
  }

  /// Whether the statement gives rows at all.
  var hasColumns: Bool { !columns.isEmpty }

  /// Lines to be read rather than cells.
  var isProse: Bool {
    format == .table && (columns == ["reasoning"] || columns == ["plan"])
  }

  private func writer(_ graph: (any GraphAccess)?) -> TableWriter {
    var options = options
    options.hidesColumns = recordWidth != nil
    return TableWriter(format, columns: columns, graph: graph, options: options)
  }
}
