public import Diagnostics
import Glibc
import GraphQuery
import PropertyGraph
import Reports
import StudySession

extension Shell {
  /// Runs one statement, its errors placed in it alone, and gives the number of its rows.
  public func runOne(_ statement: String) throws(Diagnostic) -> Int {
    try execute(statement)
  }

  /// Runs a statement and shows what it gives.
  @discardableResult
  func execute(
    _ statement: String, parameters given: PropertyMap = PropertyMap()
  ) throws(Diagnostic) -> Int {
    let start = Self.now()
    let text = Text(statement)
    var parameters = settings.parameters
    for (name, value) in given { parameters[name] = value }
    if statement.contains("$_"), QueryWords.of(statement).contains(where: { $0.text == "$_" }) {
      guard let last else { throw Wording.noLastResult() }
      guard last.isWhole else { throw Wording.lastResultTooLong(RememberedResult.mostRows) }
      parameters["_"] = last.value(in: session.graph)
    }
    let sink = sink()
    let options = TableOptions(
      width: output == nil ? settings.width ?? console.width : settings.width,
      color: output == nil && console.hasColor, nullText: settings.nullText)
    let writer = ResultWriter(
      statement: statement, format: settings.format, options: options, sink: sink,
      keepsRows: keepsResults)
    writer.recordWidth = output == nil ? console.width.map { settings.width ?? $0 } : nil
    console.begin(isInteractive ? "running (Ctrl-C stops it)" : "running")
    defer { console.end() }
    do throws(Diagnostic) {
      // A profile is shown in place of its rows.
      let isProfile = statement.prefix(7).uppercased() == "PROFILE"
      let isUpdating = try session.isUpdating(text)
      if isProfile || isUpdating {
        try runWhole(text, parameters, writer, sink)
      } else {
        let summary = try session.stream(
          text, parameters: parameters, limits: settings.limits, cancellation: Interrupts.flag
        ) { (columns) throws(Diagnostic) in
          writer.begin(columns)
        } rows: { (rows, graph, _) throws(Diagnostic) in
          try writer.append(rows, graph)
        }
        try writer.finish(plan: summary.plan)
      }
    } catch {
      sink.finish()
      // Whoever closes the pager has seen enough.
      if error.code == Wording.outputClosedCode { return writer.rowCount }
      throw error
    }
    if isInteractive, settings.showsTime, settings.format == .table, output == nil,
      !writer.isProse, writer.hasColumns
    {
      try? sink.write(Array((footer(writer.rowCount, Self.now() - start) + "\n").utf8))
    }
    sink.finish()
    if let note = writer.fittingNote { console.note(note) }
    if isInteractive, let output, writer.hasColumns {
      console.note("\(output.path): \(Wording.rows(writer.rowCount))")
    }
    if writer.hasColumns { last = writer.remembered }
    return writer.rowCount
  }

  /// A statement that changes the graph is shown when its changes are lasting, and not before.
  private func runWhole(
    _ text: Text, _ parameters: PropertyMap, _ writer: ResultWriter, _ sink: any ResultSink
  ) throws(Diagnostic) {
    var failure: Diagnostic?
    let memory = MemorySink()
    writer.sink = memory
    var summary = QueryResult(columns: [], rows: [])
    try session.run(
      text, parameters: parameters, limits: settings.limits, cancellation: Interrupts.flag
    ) { result, graph in
      summary = result
      do throws(Diagnostic) {
        writer.begin(result.columns)
        if result.plan == nil, !result.columns.isEmpty { try writer.append(result.rows, graph) }
        try writer.finish(plan: result.plan)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    writer.sink = sink
    try sink.write(memory.bytes)
    guard summary.plan == nil else { return }
    let hasChanged = summary.statistics != UpdateStatistics()
    if hasChanged { names.forget() }
    if summary.columns.isEmpty || isInteractive && hasChanged {
      console.note(summary.statistics.summary)
    }
  }

  private func sink() -> any ResultSink {
    if let output { return output }
    if isInteractive, settings.usesPager, let height = console.height {
      return PagerSink(console, height: height)
    }
    return ConsoleSink(console)
  }

  private func footer(_ rows: Int, _ seconds: Double) -> String {
    let text = "\(Wording.rows(rows)), \(Duration.words(seconds))"
    return console.hasColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }

  /// Shows lines, in a pager if they are many.
  func show(_ lines: [String]) throws(Diagnostic) {
    let sink = sink()
    do throws(Diagnostic) {
      try sink.write(Array(lines.map { $0 + "\n" }.joined().utf8))
    } catch {
      if error.code != Wording.outputClosedCode { throw error }
    }
    sink.finish()
  }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
