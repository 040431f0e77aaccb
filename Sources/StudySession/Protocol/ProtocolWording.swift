import Diagnostics

/// Messages of the protocol.
enum ProtocolWording {
  static func notAnObject() -> Diagnostic {
    Diagnostic(phase: .compile, code: "InvalidRequest", "a request must be a JSON object")
  }

  static func mustBe(_ name: String, _ what: String) -> Diagnostic {
    Diagnostic(phase: .compile, code: "InvalidRequest", "`\(name)` must be \(what)")
  }

  static func unknownRequest(_ keys: [String]) -> Diagnostic {
    let known = ["hello", "query", "reset", "load", "snapshot", "cancel", "procedure"]
    let near = keys.lazy.filter { $0 != "id" }.compactMap { NearestName.of($0, among: known) }.first
    return Diagnostic(
      phase: .compile, code: "InvalidRequest", "this request asks for nothing that is known",
      help: near.map { "did you mean `\($0)`?" } ?? "known: \(known.joined(separator: ", "))")
  }

  static func lineTooLong(_ mebibytes: Int) -> Diagnostic {
    Diagnostic(
      phase: .compile, code: "RequestTooLarge", "a request line may have \(mebibytes) MiB at most",
      help: "load large graphs in several messages")
  }

  static func refusedOnStudy(_ what: String) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "ReadOnlyStudy", "`\(what)` is refused on a study",
      help: "start with --plain for an empty graph")
  }

  static func cancelled() -> Diagnostic {
    Diagnostic(phase: .runtime, code: "Cancelled", "the query was cancelled")
  }

  static func unknownNode(_ id: Int64) -> Diagnostic {
    Diagnostic(
      phase: .runtime, code: "InvalidRequest", "no node of this message has the id \(id)",
      help: "ids are local to the message; name nodes before relationships")
  }
}
