public import PropertyGraph

/// Where a piece of the query stands: a range of bytes of its source text.
public typealias Span = Range<Int>

/// A name in a query with its place. Names are case-sensitive and compared byte by byte.
public struct Name: Sendable, Hashable {
  /// The name without back quotes.
  public var text: Text
  /// Where it stands.
  public var span: Span

  /// A name at a place.
  public init(_ text: Text, _ span: Span) {
    self.text = text
    self.span = span
  }
}

/// A whole statement as written.
public struct Statement: Sendable {
  /// What is asked about the query instead of, or besides, its result.
  public enum Mode: Sendable, Hashable {
    /// Run it.
    case run
    /// Show the plan (or the reasoning, where an extension gives one) and do not run it.
    case explain
    /// Run it and show the plan with rows and times.
    case profile
  }

  /// `EXPLAIN` or `PROFILE` before the query.
  public var mode: Mode
  /// `AT REVISION n` before the query.
  public var revision: Expression?
  /// The query.
  public var query: Query
  /// The whole statement.
  public var span: Span
}

/// One or more single queries joined by `UNION`.
public struct Query: Sendable {
  /// How two parts are joined.
  public enum Union: Sendable, Hashable {
    /// `UNION`: without duplicates.
    case distinct
    /// `UNION ALL`: with duplicates.
    case all
  }

  /// The first part.
  public var first: SingleQuery
  /// The other parts, each with its joining word and that word's place.
  public var rest: [(union: Union, span: Span, query: SingleQuery)]
  /// The whole query.
  public var span: Span
}

/// A sequence of clauses.
public struct SingleQuery: Sendable {
  /// The clauses in order.
  public var clauses: [Clause]
  /// The whole sequence.
  public var span: Span
}

/// One clause.
public indirect enum Clause: Sendable {
  /// `MATCH` and `OPTIONAL MATCH`.
  case match(Match)
  /// `UNWIND list AS variable`.
  case unwind(Unwind)
  /// `WITH`.
  case with(Projection)
  /// `RETURN`.
  case `return`(Projection)
  /// `CREATE`.
  case create(Create)
  /// `MERGE`.
  case merge(Merge)
  /// `SET`.
  case set([SetItem], Span)
  /// `REMOVE`.
  case remove([RemoveItem], Span)
  /// `DELETE` and `DETACH DELETE`.
  case delete(Delete)
  /// `CALL procedure(...) YIELD ...`.
  case call(ProcedureCall)
  /// `CALL { ... }`: a subquery over the incoming rows.
  case subquery(Query, Span)
  /// A statement of a registered extension, such as `TEST`.
  case `extension`(ExtensionCall)

  /// `MATCH` and `OPTIONAL MATCH`.
  public struct Match: Sendable {
    /// Whether rows without a match stay, filled with null.
    public var isOptional: Bool
    /// The comma-separated paths.
    public var pattern: [PathPattern]
    /// The predicate.
    public var predicate: Expression?
    /// The clause.
    public var span: Span
  }

  /// `UNWIND list AS variable`.
  public struct Unwind: Sendable {
    /// The list.
    public var list: Expression
    /// The variable that takes each element.
    public var variable: Name
    /// The clause.
    public var span: Span
  }

  /// The body of `WITH` and `RETURN`.
  public struct Projection: Sendable {
    /// Whether duplicates are dropped.
    public var isDistinct: Bool
    /// Whether `*` stands first.
    public var includesAll: Bool
    /// The explicit items.
    public var items: [ProjectionItem]
    /// `ORDER BY`.
    public var order: [SortItem]
    /// `SKIP`.
    public var skip: Expression?
    /// `LIMIT`.
    public var limit: Expression?
    /// `WHERE`, legal after `WITH` and after `YIELD`.
    public var predicate: Expression?
    /// The clause.
    public var span: Span
  }

  /// `expression AS alias`.
  public struct ProjectionItem: Sendable {
    /// What is projected.
    public var expression: Expression
    /// Its name, if one is given.
    public var alias: Name?
    /// The expression exactly as written, which is the column name without an alias.
    public var text: Text
  }

  /// `expression [ASC | DESC]`.
  public struct SortItem: Sendable {
    /// The key.
    public var expression: Expression
    /// Whether small comes first.
    public var isAscending: Bool
  }

  /// `CREATE`.
  public struct Create: Sendable {
    /// The comma-separated paths.
    public var pattern: [PathPattern]
    /// The clause.
    public var span: Span
  }

  /// `MERGE` with its actions.
  public struct Merge: Sendable {
    /// The path.
    public var pattern: PathPattern
    /// `ON CREATE SET`.
    public var onCreate: [SetItem]
    /// `ON MATCH SET`.
    public var onMatch: [SetItem]
    /// The clause.
    public var span: Span
  }

  /// One item of `SET`.
  public enum SetItem: Sendable {
    /// `expression.key = value`.
    case property(of: Expression, key: Name, value: Expression, Span)
    /// `variable = map`: replaces all properties.
    case replace(Name, Expression, Span)
    /// `variable += map`: adds properties.
    case merge(Name, Expression, Span)
    /// `variable:Label:Label`.
    case labels(Name, [Name], Span)
  }

  /// One item of `REMOVE`.
  public enum RemoveItem: Sendable {
    /// `expression.key`.
    case property(of: Expression, key: Name, Span)
    /// `variable:Label`.
    case labels(Name, [Name], Span)
  }

  /// `DELETE`.
  public struct Delete: Sendable {
    /// Whether relationships of deleted nodes go with them.
    public var isDetaching: Bool
    /// What is deleted.
    public var expressions: [Expression]
    /// The clause.
    public var span: Span
  }

  /// `CALL name(arguments) YIELD items WHERE predicate`.
  public struct ProcedureCall: Sendable {
    /// The dotted name.
    public var name: Name
    /// The arguments; `nil` when the parentheses are left out (arguments are then parameters).
    public var arguments: [Expression]?
    /// What is yielded.
    public var yield: Yield?
    /// The clause.
    public var span: Span
  }

  /// `YIELD * | column [AS variable], ... [WHERE predicate]`.
  public struct Yield: Sendable {
    /// Whether `*` stands there.
    public var includesAll: Bool
    /// Columns and the variables they become.
    public var items: [(column: Name, alias: Name?)]
    /// `WHERE`.
    public var predicate: Expression?
    /// `YIELD` and what follows.
    public var span: Span
  }

  /// A call of a statement that an extension registered: semantics, `YIELD`, `EXPLAIN` and the
  /// printer treat it as a procedure call.
  public struct ExtensionCall: Sendable {
    /// The keyword in upper case, such as `TEST`.
    public var name: Text
    /// Named arguments in the order written.
    public var arguments: [ExtensionArgument]
    /// What is yielded.
    public var yield: Yield?
    /// The clause.
    public var span: Span
  }

  /// An argument of an extension statement.
  public struct ExtensionArgument: Sendable {
    /// What an argument may be.
    public enum Content: Sendable {
      /// An ordinary expression.
      case expression(Expression)
      /// A reference: an id as a string, a back-quoted name or bare adjacent characters.
      case reference(Text)
      /// A keyword that stands for itself.
      case keyword(Text)
      /// A pattern with its predicate.
      case pattern([PathPattern], Expression?)
    }

    /// The argument's name, given by the extension.
    public var name: Text
    /// The argument.
    public var content: Content
    /// Where it stands.
    public var span: Span

    /// An argument at a place.
    public init(name: Text, content: Content, span: Span) {
      self.name = name
      self.content = content
      self.span = span
    }
  }

  /// Where the clause stands.
  public var span: Span {
    switch self {
    case .match(let clause): clause.span
    case .unwind(let clause): clause.span
    case .with(let clause), .return(let clause): clause.span
    case .create(let clause): clause.span
    case .merge(let clause): clause.span
    case .set(_, let span), .remove(_, let span), .subquery(_, let span): span
    case .delete(let clause): clause.span
    case .call(let clause): clause.span
    case .extension(let clause): clause.span
    }
  }
}
