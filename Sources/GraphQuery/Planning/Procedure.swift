public import PropertyGraph

/// A procedure that `CALL` can name.
public struct Procedure: Sendable {
  /// A declared input or output.
  public struct Field: Sendable, Hashable {
    /// Its name.
    public var name: Text
    /// Its type as declared, such as `INTEGER?`.
    public var type: Text

    /// A field.
    public init(name: Text, type: Text) {
      self.name = name
      self.type = type
    }
  }

  /// What a procedure can do that gives its rows best first.
  public struct Ranking: Sendable {
    /// The output that rows are ordered by, largest first.
    public var column: Int
    /// The first rows of those that ``Procedure/call`` would give, without making the others.
    public var first:
      @Sendable (_ count: Int, _ arguments: [Value], _ context: FunctionContext) throws -> [[Value]]

    /// A ranking by an output.
    public init(
      column: Int,
      first:
        @escaping @Sendable (
          _ count: Int, _ arguments: [Value], _ context: FunctionContext
        ) throws -> [[Value]]
    ) {
      self.column = column
      self.first = first
    }
  }

  /// The dotted name.
  public var name: Text
  /// Declared inputs.
  public var inputs: [Field]
  /// Declared outputs; a procedure without any is called for its effect.
  public var outputs: [Field]
  /// Whether it may change the graph.
  public var isUpdating: Bool
  /// One sentence for the reference.
  public var summary: Text
  /// The rows for one set of arguments.
  public var call: @Sendable (_ arguments: [Value], _ context: FunctionContext) throws -> [[Value]]
  /// Set where rows come best first, so that a `LIMIT` can be left to the procedure.
  public var ranking: Ranking?

  /// A procedure.
  public init(
    name: Text, inputs: [Field], outputs: [Field], isUpdating: Bool = false, summary: Text = "",
    ranking: Ranking? = nil,
    call: @escaping @Sendable (_ arguments: [Value], _ context: FunctionContext) throws -> [[Value]]
  ) {
    self.name = name
    self.inputs = inputs
    self.outputs = outputs
    self.isUpdating = isUpdating
    self.summary = summary
    self.call = call
    self.ranking = ranking
  }
}
