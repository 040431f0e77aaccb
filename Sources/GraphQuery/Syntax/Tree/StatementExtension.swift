public import Diagnostics
public import PropertyGraph

/// A statement added to the language from outside: a contextual keyword, legal only where a
/// statement or clause starts, which parses its own arguments with the public token cursor. The
/// core has no other hook; with none registered `TEST` remains a fine variable name.
public protocol StatementExtension: Sendable {
  /// The keyword in upper case.
  var keyword: Text { get }
  /// Words that may follow, for completion and messages.
  var optionNames: [Text] { get }
  /// Parses what follows the keyword up to, and not including, `YIELD` or the next clause.
  func parseArguments(
    _ cursor: inout TokenCursor
  ) throws(Diagnostic) -> [Clause.ExtensionArgument]
  /// Decides from the arguments which columns the call gives, and how it is run.
  func bind(
    _ arguments: [Clause.ExtensionArgument], mode: Statement.Mode
  ) throws(Diagnostic) -> any BoundExtension
}

/// A call of an extension statement, checked and ready to run.
public protocol BoundExtension: Sendable {
  /// Output columns in order.
  var columns: [ExtensionColumn] { get }
  /// The same call, told which of its columns are read (by position), so that costly ones are made
  /// only then; the others may hold anything.
  func reading(_ columns: [Int]) -> any BoundExtension
  /// Runs the statement. `run` executes an ordinary query of the core language in the same
  /// snapshot, under the same limits; its text is planned once and cached. What takes long besides
  /// looks at `watch`, at least every few milliseconds.
  func rows(
    parameters: PropertyMap, watch: StatementWatch,
    run: (_ query: String, _ parameters: PropertyMap) throws -> QueryResult
  ) throws -> [[Value]]
}

extension BoundExtension {
  /// All columns cost about the same.
  public func reading(_ columns: [Int]) -> any BoundExtension { self }
}

/// An output column of an extension statement.
public struct ExtensionColumn: Sendable, Hashable {
  /// Its name.
  public var name: Text
  /// What it holds, for documentation and messages.
  public var meaning: Text
  /// Whether a bare statement (without `YIELD`) shows it.
  public var isShownByDefault: Bool

  /// A column.
  public init(name: Text, meaning: Text, isShownByDefault: Bool = true) {
    self.name = name
    self.meaning = meaning
    self.isShownByDefault = isShownByDefault
  }
}
