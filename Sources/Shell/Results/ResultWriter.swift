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
  /// Columns of a terminal that a table of few rows and many columns is not squeezed into: there
  /// each row becomes a list.
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
      if isTooWide, let waiting = held {
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
    } else if isTooWide, let held, !held.isEmpty, let recordWidth {
      bytes = RecordList(columns: columns, width: recordWidth, options: options)
        .bytes(held, heldGraph)
    } else if !isProse, !columns.isEmpty {
      var table = self.table ?? writer(nil)
      table.finish(to: &bytes)
    }
    if !bytes.isEmpty { try sink.write(bytes) }
  }

  /// Whether the columns would be too narrow to be read.
  private var isTooWide: Bool {
    guard format == .table, let recordWidth else { return false }
    return columns.count > 1 && columns.count * RecordList.narrowest > recordWidth
  }

  /// Whether the statement gives rows at all.
  var hasColumns: Bool { !columns.isEmpty }

  /// Lines to be read rather than cells.
  var isProse: Bool {
    format == .table && (columns == ["reasoning"] || columns == ["plan"])
  }

  private func writer(_ graph: (any GraphAccess)?) -> TableWriter {
    TableWriter(format, columns: columns, graph: graph, options: options)
  }
}
