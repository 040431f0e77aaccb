import ArgumentParser
import Diagnostics

/// How the program ends, as documented.
enum Ending: Int32 {
  /// Done, and nothing to object.
  case success = 0
  /// A check or a required verdict did not hold.
  case negative = 1
  /// The command line is wrong.
  case usage = 2
  /// The input is wrong: a file, a query, a study.
  case input = 3
  /// A defect of the program.
  case `internal` = 4
  /// A time, memory or size limit was reached.
  case limit = 5
  /// Interrupted.
  case interrupted = 130

  /// The ending that a diagnostic asks for.
  init(_ diagnostic: Diagnostic) {
    switch diagnostic.code {
    case "TimeLimit", "MemoryLimit", "ResultTooLarge": self = .limit
    case "Cancelled": self = .interrupted
    case "GraphvizMissing": self = .negative
    // The question fits no folder, whatever is in it, and no such word exists.
    case "NoHistory", "UnknownVerdict": self = .usage
    default: self = .input
    }
  }

  /// For ArgumentParser.
  var exitCode: ExitCode { ExitCode(rawValue) }
}
