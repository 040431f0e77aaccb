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

  /// A procedure.
  public init(
    name: Text, inputs: [Field], outputs: [Field], isUpdating: Bool = false, summary: Text = "",
    call: @escaping @Sendable (_ arguments: [Value], _ context: FunctionContext) throws -> [[Value]]
  ) {
    self.name = name
    self.inputs = inputs
    self.outputs = outputs
    self.isUpdating = isUpdating
    self.summary = summary
    self.call = call
  }
}
