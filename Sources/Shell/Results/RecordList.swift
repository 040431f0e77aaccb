import PropertyGraph
import Reports

/// Rows one by one, a line for each column: for results with more columns than a terminal has room
/// for.
struct RecordList {
  /// More rows than these are a table all the same.
  static let mostRows = 20

  let columns: [Text]
  let width: Int
  let options: TableOptions

  func bytes(_ rows: [[Value]], _ graph: (any GraphAccess)?) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, row) in rows.enumerated() {
      if rows.count > 1 { bytes += Array("\(index > 0 ? "\n" : "")─── \(index + 1)\n".utf8) }
      var table = TableWriter(
        .table, columns: ["", ""], graph: graph, options: tableOptions)
      var lines: [UInt8] = []
      table.append(
        zip(columns, row).filter { !$0.1.isNull }.map { [.text($0), $1] }, to: &lines)
      table.finish(to: &lines)
      bytes += Self.withoutHead(lines)
    }
    return bytes
  }

  private var tableOptions: TableOptions {
    var options = options
    options.width = width
    return options
  }

  /// The names stand at the left, so the head and the lines between rows say nothing.
  private static func withoutHead(_ bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let dashes = [Array("─".utf8), Array("┈".utf8)]
    return lines.dropFirst(2).dropLast().filter { line in
      !dashes.contains { line.starts(with: $0) }
    }.flatMap { $0 + [UInt8(ascii: "\n")] }
  }
}
