import ArgumentParser

/// How much a command says besides its results and errors.
struct TellingOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but results and errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say what is opened and how long things take.")
  var verbose = false

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet or --verbose, not both") }
    Console.telling = quiet ? .results : verbose ? .everything : .usual
  }
}
