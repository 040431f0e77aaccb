/// Rules that make plans better and may never change an answer.
struct PlanningRules: OptionSet {
  let rawValue: Int

  /// Neighbouring `MATCH` clauses are ordered as one; a `WITH` that only passes on is dropped; its
  /// predicate moves into the pattern before.
  static let clauses = PlanningRules(rawValue: 1)
  /// Parts of a pattern that do not hang together are joined by hash tables.
  static let hashJoins = PlanningRules(rawValue: 2)
  /// Repetitions are walked with a visited set where nobody can tell.
  static let reachability = PlanningRules(rawValue: 4)
  /// Barriers are left out where reads and writes cannot meet.
  static let provenBarriers = PlanningRules(rawValue: 8)
  /// Columns that nobody reads any more are dropped before rows are copied.
  static let forgetting = PlanningRules(rawValue: 16)
  /// Steps whose rows are only counted are not taken.
  static let degrees = PlanningRules(rawValue: 32)
  /// Cycles are closed by looking for common neighbours.
  static let meetings = PlanningRules(rawValue: 64)
  /// A union of one, two, three repetitions of a path is one repeated path.
  static let repetitions = PlanningRules(rawValue: 128)
  /// A procedure that gives the best first is asked for no more than a limit leaves.
  static let rankings = PlanningRules(rawValue: 256)
  /// Steps that only feed counts of distinct nodes are walked without making rows.
  static let ends = PlanningRules(rawValue: 512)
  /// Groups of one row each are not grouped.
  static let uniqueRows = PlanningRules(rawValue: 1_024)

  /// All rules.
  static let all: PlanningRules = [
    .clauses, .hashJoins, .reachability, .provenBarriers, .forgetting, .degrees, .meetings,
    .repetitions, .rankings, .ends, .uniqueRows,
  ]
}
