public import PropertyGraph

/// What a function may ask of its surroundings.
public struct FunctionContext {
  /// The graph that the statement runs on.
  public let graph: any GraphAccess
  /// The moment the statement started, in nanoseconds since 1970 UTC: every `datetime()` of one
  /// statement is the same.
  public let statementTime: Int64
  /// Gives random numbers for `rand()`.
  public let random: () -> Double
  /// Fails with `MemoryLimit` if the statement cannot have that many bytes more. A function that
  /// can build something large from small arguments (`range`) asks before it builds.
  public internal(set) var foresee: (_ bytes: Int) throws(EvaluationError) -> Void

  /// Holds on to what a function has built when it fails: to free something large may take longer
  /// than anyone should wait for the answer.
  public internal(set) var leave: (_ thing: Any) -> Void = { _ in }

  /// Fails if nobody waits for the statement any more. A function that computes for long asks now
  /// and then.
  public func poll() throws(EvaluationError) { try foresee(0) }

  /// A context.
  public init(
    graph: any GraphAccess, statementTime: Int64, random: @escaping () -> Double,
    foresee: @escaping (_ bytes: Int) throws(EvaluationError) -> Void = { _ in }
  ) {
    self.graph = graph
    self.statementTime = statementTime
    self.random = random
    self.foresee = foresee
  }
}

/// A failure inside a function or operator: the caller adds the place in the query.
public struct EvaluationError: Error, Sendable, Hashable {
  /// The kit's error detail, such as `InvalidArgumentType`.
  public var code: String
  /// One sentence.
  public var message: String
  /// One line of help.
  public var help: String?

  /// A failure.
  public init(code: String, _ message: String, help: String? = nil) {
    self.code = code
    self.message = message
    self.help = help
  }
}

/// The type of value an argument or result has, as far as it is known before execution.
public enum StaticType: Sendable, Hashable {
  case any, boolean, integer, float, number, text, list, map, node, relationship, path, temporal
  case null
}

/// A function from scalars to a scalar.
public struct ScalarFunction: Sendable {
  /// Its name as documented.
  public let name: Text
  /// How many arguments it takes.
  public let arity: ClosedRange<Int>
  /// What each argument may be (the last type repeats); semantics rejects what can never fit.
  public let parameters: [[StaticType]]
  /// What it gives.
  public let result: StaticType
  /// Whether the result is null whenever an argument is.
  public let isStrict: Bool
  /// Whether equal arguments always give equal results (not so for `rand()`).
  public let isDeterministic: Bool
  /// Whether what it gives is one of its arguments or a part of one, and takes no memory.
  public let sharesArguments: Bool
  /// One sentence for the reference.
  public let summary: Text
  /// Computes one row.
  public let evaluate:
    @Sendable (_ arguments: [Value], _ context: FunctionContext) throws(EvaluationError) -> Value

  /// A function.
  public init(
    name: Text, arity: ClosedRange<Int>, parameters: [[StaticType]] = [[.any]],
    result: StaticType = .any, isStrict: Bool = true, isDeterministic: Bool = true,
    sharesArguments: Bool = false, summary: Text = "",
    evaluate:
      @escaping @Sendable (
        _ arguments: [Value], _ context: FunctionContext
      ) throws(EvaluationError) -> Value
  ) {
    self.name = name
    self.arity = arity
    self.parameters = parameters
    self.result = result
    self.isStrict = isStrict
    self.isDeterministic = isDeterministic
    self.sharesArguments = sharesArguments
    self.summary = summary
    self.evaluate = evaluate
  }
}

/// The running state of one aggregate in one group.
public protocol Accumulator {
  /// Takes in a value; nulls are not handed in unless the function asks for them.
  mutating func add(_ arguments: [Value]) throws(EvaluationError)
  /// The result of the group. What takes long polls the context.
  func finish(_ context: FunctionContext) throws(EvaluationError) -> Value
}

/// A function over the values of a group. `DISTINCT` and the dropping of nulls are the caller's.
public struct AggregateFunction: Sendable {
  /// Its name as documented.
  public let name: Text
  /// How many arguments it takes.
  public let arity: ClosedRange<Int>
  /// What it gives.
  public let result: StaticType
  /// One sentence for the reference.
  public let summary: Text
  /// A fresh state.
  public let makeAccumulator: @Sendable () -> any Accumulator

  /// An aggregate.
  public init(
    name: Text, arity: ClosedRange<Int> = 1...1, result: StaticType = .any, summary: Text = "",
    makeAccumulator: @escaping @Sendable () -> any Accumulator
  ) {
    self.name = name
    self.arity = arity
    self.result = result
    self.summary = summary
    self.makeAccumulator = makeAccumulator
  }
}
