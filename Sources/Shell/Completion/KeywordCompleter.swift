import Diagnostics
import GraphQuery
import PropertyGraph
import StudySession

/// Keywords, variables and functions, as the parser takes them: each is tried behind what stands
/// there, with something behind it that no parser takes. If that is what is objected to, the word
/// itself was fine.
struct KeywordCompleter {
  let names: StudyNames

  private static let marker = " \u{1}"

  /// Words that openCypher reserves.
  private static let reserved = [
    "MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "WITH", "UNWIND", "UNION", "UNION ALL",
    "ORDER BY", "SKIP", "LIMIT", "AS", "ASC", "DESC", "DISTINCT", "AND", "OR", "XOR", "NOT", "IN",
    "IS NULL", "IS NOT NULL", "STARTS WITH", "ENDS WITH", "CONTAINS", "CASE", "WHEN", "THEN",
    "ELSE", "END", "true", "false", "null",
  ]
  private static let updating = [
    "CREATE", "MERGE", "SET", "REMOVE", "DELETE", "DETACH DELETE", "ON CREATE SET", "ON MATCH SET",
  ]
  /// Words that may be names as well: offered only where no name may stand.
  private static let free = [
    "CALL", "YIELD", "EXPLAIN", "PROFILE", "AT REVISION", "SHORTEST", "ALL SHORTEST",
  ]
  /// Words that begin an expression.
  private static let expressions = ["EXISTS {", "COUNT {", "all(", "any(", "none(", "single("]

  func candidates(
    after prefix: String, typed: String, scope: QueryScope
  ) -> [Completion.Candidate] {
    let takesName = accepts(prefix, "zz9")
    let takesExpression = accepts(prefix, "toLower('')")
    var found: [Completion.Candidate] = []
    if takesExpression {
      found += scope.variables.filter { begins($0.name, typed) }.map {
        Completion.Candidate(
          text: $0.name, note: ($0.kinds + $0.types).map(\.string).joined(separator: ", "))
      }
    }
    var keywords = Self.reserved
    if names.isWritable { keywords += Self.updating }
    if !takesName || takesExpression && prefix.allSatisfy(\.isWhitespace) {
      keywords += Self.free + names.statements.map(\.keyword.string)
      let begun = Set(QueryWords.of(prefix).map { Text($0.upper) })
      for statement in names.statements where begun.contains(statement.keyword) {
        keywords += statement.optionNames.map(\.string)
      }
    }
    var seen: Set<Text> = []
    for keyword in keywords where begins(keyword, typed) && seen.insert(Text(keyword)).inserted {
      if accepts(prefix, keyword) {
        found.append(Completion.Candidate(text: keyword, ending: " "))
      }
    }
    guard takesExpression, !typed.isEmpty else { return found }
    found += Self.expressions.filter { begins($0, typed) }.map { Completion.Candidate(text: $0) }
    found += names.functions.filter { begins($0, typed) }.map {
      Completion.Candidate(text: $0, ending: "(")
    }
    return found
  }

  private func begins(_ name: String, _ typed: String) -> Bool {
    name.lowercased().hasPrefix(typed.lowercased())
  }

  private func accepts(_ prefix: String, _ word: String) -> Bool {
    let text = prefix + word + Self.marker
    let source = SourceText(name: "query", text: text)
    do throws(Diagnostic) {
      _ = try QueryParser.parse(source, extensions: names.statements)
      return true
    } catch {
      return (error.span?.lowerBound ?? 0) >= source.bytes.count - 1
    }
  }
}
