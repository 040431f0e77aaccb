import Diagnostics
import GraphQuery
import PropertyGraph

/// Answers requests of the protocol, one at a time.
final class ProtocolBackend {
  private let session: StudySession

  init(session: StudySession) {
    self.session = session
    // Somebody waits for the line, not for what comes after it.
    session.settlesLater = true
  }

  /// Clears away what the last request has left; to be called when its reply is on its way.
  func settle() { session.settle() }

  /// One line of JSON without its break.
  func reply(to request: ProtocolRequest, cancellation: CancellationFlag) -> [UInt8] {
    var body: [UInt8] = Array("{\"id\":".utf8) + Array(request.id.utf8)
    let start = body.count
    do {
      try answer(request, cancellation: cancellation, into: &body)
    } catch {
      body.removeLast(body.count - start)
      ProtocolError.append(error, to: &body)
    }
    body.append(UInt8(ascii: "}"))
    return body
  }

  private func answer(
    _ request: ProtocolRequest, cancellation: CancellationFlag, into body: inout [UInt8]
  ) throws(Diagnostic) {
    switch request.kind {
    case .hello:
      body += Array(",\"engine\":\"realist\",\"version\":\"\(Version.current)\"".utf8)
      body += Array(",\"capabilities\":[\"load\",\"snapshot\",\"procedures\"]".utf8)
    case .query(let text, let parameters, let limits):
      if cancellation.isCancelled { throw ProtocolWording.cancelled() }
      var values = PropertyMap()
      if let parameters {
        values = try JSONReader.map(from: request.line, span: parameters, graph: session.graph)
      }
      try answer(text, values, limits, cancellation, into: &body)
    case .reset:
      guard session.isPlainInMemory else { throw ProtocolWording.refusedOnStudy("reset") }
      session.reset()
    case .load(let span):
      guard session.isPlainInMemory else { throw ProtocolWording.refusedOnStudy("load") }
      try GraphMessage.load(request.line, span: span, into: session.graph)
    case .snapshot:
      GraphMessage.appendSnapshot(of: session.graph, to: &body)
    case .cancel:
      break
    case .procedure(let span):
      guard session.isPlainInMemory else { throw ProtocolWording.refusedOnStudy("procedure") }
      session.declare(try ProcedureMessage.procedure(request.line, span: span))
    case .malformed(let diagnostic):
      throw diagnostic
    }
  }

  private func answer(
    _ text: Text, _ parameters: PropertyMap, _ limits: QueryLimits,
    _ cancellation: CancellationFlag, into body: inout [UInt8]
  ) throws(Diagnostic) {
    var writer = ResultWriter()
    let summary = try session.stream(
      text, parameters: parameters, limits: limits, cancellation: cancellation
    ) { (columns) throws(Diagnostic) in
      body += Array(",\"columns\":".utf8)
      JSONWriter.appendList(columns, to: &body) { JSONWriter.append($0, to: &$1) }
      body += Array(",\"rows\":[".utf8)
    } rows: { (rows, graph, account) throws(Diagnostic) in
      try writer.append(rows, graph: graph, account, to: &body)
    }
    body.append(UInt8(ascii: "]"))
    Self.append(summary, to: &body)
  }

  private static func append(_ result: QueryResult, to body: inout [UInt8]) {
    let counts = result.statistics
    let pairs: [(String, Int)] = [
      ("nodesCreated", counts.nodesCreated), ("nodesDeleted", counts.nodesDeleted),
      ("relationshipsCreated", counts.relationshipsCreated),
      ("relationshipsDeleted", counts.relationshipsDeleted),
      ("propertiesSet", counts.propertiesSet), ("labelsAdded", counts.labelsAdded),
      ("labelsRemoved", counts.labelsRemoved),
    ]
    let fields = pairs.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
    body += Array(",\"stats\":{\(fields)}".utf8)
    if let plan = result.plan {
      body += Array(",\"plan\":".utf8)
      JSONWriter.append(Text(plan), to: &body)
    }
  }
}

/// An error as the protocol carries it.
enum ProtocolError {
  static func append(_ diagnostic: Diagnostic, to body: inout [UInt8]) {
    // The protocol lists what a study refuses with what depends on the graph at hand.
    let isRuntime = diagnostic.phase == .study || diagnostic.code == "ReadOnlyStudy"
    let phase = isRuntime ? "runtime" : diagnostic.phase.rawValue
    body += Array(",\"error\":{\"phase\":\"\(phase)\",\"code\":".utf8)
    JSONWriter.append(Text(diagnostic.code), to: &body)
    body += Array(",\"message\":".utf8)
    JSONWriter.append(Text(diagnostic.message), to: &body)
    if let help = diagnostic.help {
      body += Array(",\"help\":".utf8)
      JSONWriter.append(Text(help), to: &body)
    }
    if let position = diagnostic.position {
      body += Array(",\"line\":\(position.line),\"column\":\(position.column)".utf8)
    }
    body.append(UInt8(ascii: "}"))
  }
}
