/// One path pattern: a selector over a sequence of nodes, steps and groups. Every form of path the
/// language knows is written in this one way; `*1..4` is a group of one step.
public struct PathPattern: Sendable {
  /// Which of the matching paths are kept.
  public enum Selector: Sendable, Hashable {
    /// All of them.
    case all
    /// One shortest between each pair of ends (`shortestPath`, `ANY SHORTEST`).
    case anyShortest
    /// All shortest between each pair of ends (`allShortestPaths`, `ALL SHORTEST`).
    case allShortest
  }

  /// The variable of the whole path.
  public var variable: Name?
  /// Which paths are kept.
  public var selector: Selector
  /// Whether the selector is written as `shortestPath(...)` or `allShortestPaths(...)`: what `WHERE`
  /// says of the path then belongs to the search, which goes on until a path satisfies it. Of the
  /// paths that a selector of ISO GQL finds it is asked afterwards.
  public var searchesWithPredicates = false
  /// The elements in order; the first and last are nodes, nodes and steps or groups alternate.
  public var elements: [PatternElement]
  /// The pattern.
  public var span: Span
}

/// One element of a path pattern.
public indirect enum PatternElement: Sendable {
  /// `(variable:Label {properties})`.
  case node(NodePattern)
  /// `-[variable:TYPE {properties}]->`.
  case step(StepPattern)
  /// A repetition: `-[:TYPE*1..4]->` or `((a)-[:TYPE]->(b)){1,4}`.
  case group(GroupPattern)
}

/// `(variable:Label {properties} WHERE predicate)`.
public struct NodePattern: Sendable {
  /// Its variable.
  public var variable: Name?
  /// Labels it must all have.
  public var labels: [Name]
  /// A map literal or parameter its properties must equal.
  public var properties: Expression?
  /// A predicate inside the parentheses.
  public var predicate: Expression?
  /// The pattern.
  public var span: Span
}

/// `-[variable:TYPE|TYPE {properties}]->`.
public struct StepPattern: Sendable {
  /// Which way the arrow points.
  public enum Direction: Sendable, Hashable {
    /// `-->`.
    case outgoing
    /// `<--`.
    case incoming
    /// `--` and `<-->`.
    case either
  }

  /// Its variable.
  public var variable: Name?
  /// Types it may have; none means any.
  public var types: [Name]
  /// A map literal or parameter its properties must equal.
  public var properties: Expression?
  /// A predicate inside the brackets.
  public var predicate: Expression?
  /// Which way the arrow points.
  public var direction: Direction
  /// The pattern.
  public var span: Span
}

/// A repeated part of a path.
public struct GroupPattern: Sendable {
  /// Fewest repetitions.
  public var minimum: Int
  /// Most repetitions; `nil` for no bound.
  public var maximum: Int?
  /// What is repeated. For `-[r:T*1..4]->` a single step whose variable is the list of
  /// relationships; for a parenthesised group a path that begins and ends with a node.
  public var elements: [PatternElement]
  /// `WHERE` inside the parentheses of a group.
  public var predicate: Expression?
  /// The pattern.
  public var span: Span
}
