import Diagnostics
import PropertyGraph

/// Draws a plan for a person: one operator a line, the last one first, what it does as query text.
/// Second inputs (of joins, subqueries, optional matches) are indented below their operator.
public struct PlanPrinter {
  /// What running an operator showed.
  public struct Measurement: Sendable, Hashable {
    /// Rows given.
    public var rows: Int
    /// Time spent in it, without its inputs.
    public var nanoseconds: Int64
    /// Queries that it ran, of a statement of an extension.
    public var queries: Int

    /// A measurement.
    public init(rows: Int, nanoseconds: Int64, queries: Int = 0) {
      self.rows = rows
      self.nanoseconds = nanoseconds
      self.queries = queries
    }
  }

  private let plan: QueryPlan
  private let printer: BoundExpressionPrinter

  /// A printer for a plan.
  public init(_ plan: QueryPlan) {
    self.plan = plan
    printer = BoundExpressionPrinter(names: plan.slotNames)
  }

  private struct Line {
    var title: String
    var details: String
    var node: PlanNode?
  }

  /// The plan as text; with `measurements` (of `PROFILE`) rows and times stand beside estimates.
  public func text(_ measurements: [ObjectIdentifier: Measurement]? = nil) -> String {
    var lines = [
      Line(title: "Results", details: columns, node: nil)
    ]
    append(plan.root, depth: 0, &lines)
    for index in lines.indices {
      let queries = lines[index].node.flatMap { measurements?[ObjectIdentifier($0)]?.queries } ?? 0
      if queries > 0 { lines[index].title += " (\(queries) queries)" }
    }
    let titleWidth = lines.map { DisplayWidth.of($0.title) }.max() ?? 0
    let widest = 72
    let detailWidth = lines.map { min(DisplayWidth.of($0.details), widest) }.max() ?? 0
    var output = [header(titleWidth, detailWidth, isProfile: measurements != nil)]
    for line in lines {
      let details = Self.wrapped(line.details, widest)
      var row = pad(line.title, titleWidth) + "  " + pad(details[0], detailWidth)
      if let node = line.node {
        row += "  " + lead(Self.count(node.estimatedRows), 9)
        if let measurements {
          let measured = measurements[ObjectIdentifier(node)]
          row += "  " + lead(measured.map { "\($0.rows)" } ?? "-", 9)
          row += "  " + lead(measured.map { Self.milliseconds($0.nanoseconds) } ?? "-", 9)
        }
      }
      while row.hasSuffix(" ") { row.removeLast() }
      output.append(row)
      let bars = String(line.title.prefix { $0 == "|" || $0 == " " })
      for rest in details.dropFirst() { output.append(pad(bars, titleWidth) + "    " + rest) }
    }
    return output.joined(separator: "\n")
  }

  private var columns: String {
    plan.columns.isEmpty ? "(none)" : plan.columns.map(\.name.string).joined(separator: ", ")
  }

  private func header(_ titleWidth: Int, _ detailWidth: Int, isProfile: Bool) -> String {
    pad("Operator", titleWidth) + "  " + pad("What it does", detailWidth) + "  "
      + lead("estimated", 9) + (isProfile ? "  " + lead("rows", 9) + "  " + lead("ms", 9) : "")
  }

  // MARK: The tree

  private func append(_ node: PlanNode, depth: Int, _ lines: inout [Line]) {
    var current: PlanNode? = node
    while let next = current {
      let (title, details) = describe(next.operator)
      lines.append(
        Line(
          title: String(repeating: "| ", count: depth) + title, details: details, node: next))
      for expression in next.operator.expressions {
        appendSubqueries(of: expression, depth: depth + 1, &lines)
      }
      if case .union = next.operator {
        for input in next.inputs { append(input, depth: depth + 1, &lines) }
        return
      }
      for input in next.inputs.dropFirst() { append(input, depth: depth + 1, &lines) }
      current = next.inputs.first
    }
  }

  private func appendSubqueries(
    of expression: BoundExpression, depth: Int, _ lines: inout [Line]
  ) {
    if case .subquery(_, let plan) = expression.kind { append(plan, depth: depth, &lines) }
    expression.forEachPart { appendSubqueries(of: $0, depth: depth, &lines) }
  }

  private func describe(_ operation: PlanOperator) -> (title: String, details: String) {
    OperatorDescription(printer: printer).describe(operation)
  }

  // MARK: Cells

  /// The text in lines that are as wide as wanted, or as their longest word; at least one.
  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      // Lines after the first are indented.
      let room = lines.isEmpty ? width : width - 2
      if line.isEmpty {
        line = String(word)
      } else if DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) <= room {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    return lines + [line]
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  private func lead(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
  }

  /// An estimate, rounded to what it is worth.
  private static func count(_ rows: Double) -> String {
    guard rows.isFinite, rows < 1e15 else { return "very many" }
    if rows >= 10 || rows == rows.rounded() { return "\(Int64(rows.rounded()))" }
    if rows < 0.05 { return "~0" }
    let tenths = Int64((rows * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func milliseconds(_ nanoseconds: Int64) -> String {
    let hundredths = (max(nanoseconds, 0) + 5_000) / 10_000
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
