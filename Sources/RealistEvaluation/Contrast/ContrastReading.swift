/// What a table of cases shows (METHOD section 7). For a condition that constrains, the mechanism is
/// expected where it does *not* hold, and the readings are turned round.
public enum ContrastReading: String, Sendable, Hashable, CaseIterable {
  /// It fires where it is expected to and does not where it is not.
  case contextSensitive = "context-sensitive"
  /// It fires without the context.
  case notNeeded = "not needed"
  /// It does not fire in spite of the context.
  case notEnough = "not enough"
  /// It fires in spite of a condition that is said to hold it back.
  case firesAnyway = "fires in spite of it"
  /// It does not fire although nothing holds it back.
  case notAlone = "held back without it"
  /// The outcome comes without the mechanism where the context holds.
  case makesUnnecessary = "makes unnecessary"
  /// It cannot be tested yet.
  case noContrast = "no contrast"

  /// Several readings in one phrase.
  static func phrase(_ readings: [ContrastReading]) -> String {
    readings.map(\.rawValue).joined(separator: "; ")
  }
}

/// Reads a table of cases.
struct ContrastRules {
  let limits: Rules.Contrast
  let effect: ContextEffect?
  let observed: ContextContrast.Observed

  private var isTurned: Bool { effect?.isExpectedWithout ?? false }

  /// Every reading that holds, in their order; *no contrast* if none does.
  func readings(_ counts: ContrastCounts) -> [ContrastReading] {
    let (fires, not, strayFires, strayNot) = ordered(counts)
    var readings: [ContrastReading] = []
    if fires >= limits.fires, not >= limits.doesNotFire,
      max(strayFires, strayNot) <= limits.exceptions
    {
      readings.append(.contextSensitive)
    } else {
      if strayFires >= limits.against { readings.append(isTurned ? .firesAnyway : .notNeeded) }
      if strayNot >= limits.against { readings.append(isTurned ? .notAlone : .notEnough) }
    }
    if counts.unnecessary >= limits.against { readings.append(.makesUnnecessary) }
    return readings.isEmpty ? [.noContrast] : readings
  }

  /// The numbers behind them.
  func why(_ counts: ContrastCounts) -> String {
    let (fires, not, strayFires, strayNot) = ordered(counts)
    let expected = isTurned ? "where it does not hold" : "where it holds"
    let other = isTurned ? "where it holds" : "where it does not hold"
    let yes = observed.word(.present)
    let no = observed.word(.absent)
    var text =
      "\(yes) \(expected): \(fires) (\(limits.fires) needed); \(no) \(other): \(not) "
      + "(\(limits.doesNotFire) needed); \(yes) \(other): \(strayFires) and \(no) "
      + "\(expected): \(strayNot) (at most \(limits.exceptions) each; \(limits.against) of one "
      + "speak against it)"
    if counts.unnecessary > 0 {
      text +=
        "; the outcome came without the mechanism where it holds: \(counts.unnecessary) "
        + "(\(limits.against) needed)"
    }
    return text
  }

  /// Cases that are lacking before the table could show sensitivity: on the side where the mechanism
  /// is expected to fire, and on the other.
  func lacking(_ counts: ContrastCounts) -> (expected: Int, other: Int) {
    let (fires, not, _, _) = ordered(counts)
    return (max(0, limits.fires - fires), max(0, limits.doesNotFire - not))
  }

  /// The cells in the order in which the rule names them: fires where expected, does not where not,
  /// fires where not expected, does not where expected.
  private func ordered(_ counts: ContrastCounts) -> (Int, Int, Int, Int) {
    isTurned
      ? (counts.firingOnly, counts.contextOnly, counts.both, counts.neither)
      : (counts.both, counts.neither, counts.firingOnly, counts.contextOnly)
  }
}
