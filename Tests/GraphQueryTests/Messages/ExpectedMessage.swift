import Diagnostics
import Testing

/// A query and the whole of the message that it ends with.
struct ExpectedMessage: Sendable, CustomTestStringConvertible {
  let query: String
  /// The part of the query that the message points at.
  let place: String
  let code: String
  let message: String
  let help: String?

  init(_ query: String, _ place: String, _ code: String, _ message: String, _ help: String?) {
    self.query = query
    self.place = place
    self.code = code
    self.message = message
    self.help = help
  }

  var testDescription: String { query }

  /// Checks a diagnostic against it.
  func check(_ problem: Diagnostic?, _ phase: Diagnostic.Phase) throws {
    let problem = try #require(problem)
    #expect(problem.phase == phase)
    #expect(problem.code == code)
    #expect(problem.message == message)
    #expect(problem.help == help)
    let span = try #require(problem.span)
    #expect(String(decoding: Array(query.utf8)[span], as: UTF8.self) == place)
  }

  /// What other dialects have and this one lacks.
  static let unsupported = clauses + patterns + expressions + names
}
