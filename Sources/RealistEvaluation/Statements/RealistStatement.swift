import Diagnostics
public import GraphQuery
import PropertyGraph

/// A statement that realism adds to the query language. It is made with the rules of the study, and
/// lowers to a fixed number of set-oriented queries, however large the study is, and to pure
/// functions over what they give.
public protocol RealistStatement: StatementExtension {
  /// The statement with the rules of the study; without a reader `USING RULES` is refused.
  init(rules: Rules, readRules: RulesOfFile?)
}

extension RealistStatement {
  /// The statement with the standard rules.
  public init() { self.init(rules: .standard, readRules: nil) }
}

/// All statements that a study adds to the language.
public enum RealistStatements {
  /// `TEST`, `CONTRAST`, `TRACE`, `GAPS`.
  public static let all: [any RealistStatement.Type] = [
    TestStatement.self, ContrastStatement.self, TraceStatement.self, GapsStatement.self,
  ]
}
