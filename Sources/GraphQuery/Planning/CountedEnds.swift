public import PropertyGraph

/// Steps from the rows of a group whose rows nobody sees, and the nodes among those that they arrive
/// at that are counted, each once for a group.
public struct CountedEnds: Sendable {
  /// One step.
  public struct Step: Sendable {
    /// Where it leaves: a slot of the row, or where an earlier step arrives.
    public var from: Slot
    /// Where it arrives.
    public var to: Slot
    /// Types that relationships may have; none means any.
    public var types: [Text]
    /// Seen from `from`.
    public var direction: TraversalDirection
    /// Labels of the node that it arrives at.
    public var labels: [Text]
    /// Where the step stands with both its nodes.
    public var span: Span = 0..<0
  }

  /// Steps one after the other, each from where the one before arrives. What they find counts where
  /// the last finds something.
  public struct Chain: Sendable {
    /// In walking order; at least one.
    public var steps: [Step]
    /// Whether rows stay where nothing is found. Only the first chain may be demanded.
    public var isOptional: Bool
  }

  /// In an order in which each leaves from the row or from an earlier one.
  public var chains: [Chain]
  /// What is counted: nodes that steps arrive at.
  public var counts: [(slot: Slot, node: Slot)]

  /// Slots of the row that chains leave from.
  var roots: [Slot] {
    let arrivals = Set(chains.flatMap(\.steps).map(\.to))
    return chains.compactMap(\.steps.first?.from).filter { !arrivals.contains($0) }
  }
}
