import Diagnostics
import PropertyGraph

/// Statements, queries and the choice of a clause.
extension TokenCursor {
  mutating func parseStatement() throws(Diagnostic) -> Statement {
    let start = current.span.lowerBound
    if isAtEnd { throw SyntaxWording.emptyStatement().at(current.span, in: source) }
    var mode: Statement.Mode?
    var revision: Expression?
    while true {
      if mode == nil, accept(.explain) {
        mode = .explain
      } else if mode == nil, accept(.profile) {
        mode = .profile
      } else if revision == nil, isAt(.at), token().keyword == .revision {
        advance()
        advance()
        revision = try parseSigned()
      } else {
        break
      }
    }
    let query = try parseQuery()
    let span = start..<endOfPrevious
    while accept(.semicolon) {}
    guard isAt(.endOfText) else {
      throw SyntaxWording.secondStatement().at(current.span, in: source)
    }
    return Statement(mode: mode ?? .run, revision: revision, query: query, span: span)
  }

  /// Single queries joined by `UNION`, up to the end of the statement or a closing brace.
  mutating func parseQuery() throws(Diagnostic) -> Query {
    try enter(weight: SyntaxLimits.subqueryWeight)
    defer { leave(weight: SyntaxLimits.subqueryWeight) }
    let start = current.span.lowerBound
    let first = try parseSingleQuery()
    var rest: [(union: Query.Union, span: Span, query: SingleQuery)] = []
    while isAt(.union) {
      let word = advance().span
      let union: Query.Union
      if accept(.all) {
        union = .all
      } else {
        _ = accept(.distinct)
        union = .distinct
      }
      let span = word.lowerBound..<endOfPrevious
      rest.append((union, span, try parseSingleQuery()))
    }
    guard isAtEnd || isAt(.rightBrace) else { throw unexpectedAfterClause() }
    return Query(first: first, rest: rest, span: start..<endOfPrevious)
  }

  private mutating func parseSingleQuery() throws(Diagnostic) -> SingleQuery {
    let start = current.span.lowerBound
    guard let first = try parseClause() else { throw notAClause() }
    var clauses = [first]
    while let clause = try parseClause() {
      if case .return(let projection)? = clauses.last {
        throw SyntaxWording.returnIsLast().at(projection.span, in: source)
      }
      clauses.append(clause)
    }
    return SingleQuery(clauses: clauses, span: start..<endOfPrevious)
  }

  /// A clause, or `nil` if none begins here.
  private mutating func parseClause() throws(Diagnostic) -> Clause? {
    let start = current.span.lowerBound
    switch current.keyword {
    case .match, .optional: return .match(try parseMatch())
    case .unwind: return .unwind(try parseUnwind())
    case .with: return .with(try parseProjection(isWith: true))
    case .return: return .return(try parseProjection(isWith: false))
    case .create: return .create(try parseCreate())
    case .merge: return .merge(try parseMerge())
    case .set:
      advance()
      let items = try parseSetItems()
      return .set(items, start..<endOfPrevious)
    case .remove:
      advance()
      let items = try parseRemoveItems()
      return .remove(items, start..<endOfPrevious)
    case .delete, .detach: return .delete(try parseDelete())
    case .call: return try parseCall()
    default: break
    }
    guard isAt(.word) else { return nil }
    if let statement = extensions.first(where: { isAt(word: $0.keyword) }) {
      return .extension(try parseExtension(statement))
    }
    try refuse(UnsupportedConstruct.clauses)
    return nil
  }

  private mutating func parseExtension(
    _ statement: any StatementExtension
  ) throws(Diagnostic) -> Clause.ExtensionCall {
    let start = advance().span.lowerBound
    let arguments = try statement.parseArguments(&self)
    let yield = try parseYield()
    return Clause.ExtensionCall(
      name: statement.keyword, arguments: arguments, yield: yield, span: start..<endOfPrevious)
  }

  // MARK: - Errors

  /// Whether a clause begins at the cursor.
  public var isAtClause: Bool {
    current.keyword?.startsClause ?? false
      || (isAt(.word) && extensions.contains { isAt(word: $0.keyword) })
  }

  private var clauseWords: [String] {
    Keyword.clauseStarts.map(\.text) + extensions.map(\.keyword.string)
  }

  private func notAClause() -> Diagnostic {
    unexpected("a clause such as `MATCH`, `CREATE` or `RETURN`", candidates: clauseWords)
  }

  /// What is wrong where a clause has ended and something follows that cannot.
  func unexpectedAfterClause() -> Diagnostic {
    if isAt(.leftParenthesis), index > 0, token(at: index - 1).kind == .rightParenthesis {
      return SyntaxWording.pathsNeedComma().at(current.span, in: source)
    }
    return unexpected(
      "another clause or the end of the query",
      candidates: clauseWords
        + [Keyword.union, .where, .order, .skip, .limit, .as, .yield].map(\.text)
        + Keyword.operators.map(\.text))
  }
}
