import Diagnostics
import GraphQuery
import PropertyGraph

/// The grammar of TEST: a target, then the options that all statements share.
enum TestGrammar {
  static func parse(_ grammar: inout StatementGrammar) throws(Diagnostic) {
    try parseTarget(&grammar)
    try grammar.parseOptions()
  }

  private static func parseTarget(_ grammar: inout StatementGrammar) throws(Diagnostic) {
    if grammar.accept("THEORY", as: "theory") {
      try grammar.reference("theory", "the id of a theory")
      if grammar.accept("AGAINST", as: "against") {
        try grammar.references("against", "the id of a rival theory")
      }
    } else if grammar.accept("CONFIGURATION", as: "configuration") {
      try grammar.reference("configuration", "the id of a configuration")
    } else if grammar.accept("ALL", as: "all") {
      return
    } else if grammar.accept("MATCH", as: "match") {
      try grammar.pattern("match")
    } else {
      throw grammar.cursor.unexpected(
        "`THEORY`, `CONFIGURATION`, `ALL` or `MATCH`",
        candidates: ["THEORY", "CONFIGURATION", "ALL", "MATCH"])
    }
  }
}
