public import Diagnostics
public import PropertyGraph

/// What two sets of rules make of the same evidence: the settings that differ, the verdicts that do,
/// and which settings do it.
public struct RulesDifference: Sendable, Hashable {
  /// A setting that differs; `nil`: not set.
  public struct Setting: Sendable, Hashable {
    /// Where it stands.
    public let path: Text
    /// Its value in the one.
    public let before: Text?
    /// Its value in the other.
    public let after: Text?

    /// `support.voices: 2 -> 3`.
    public var phrase: String {
      "\(path): \(before?.string ?? "not set") -> \(after?.string ?? "not set")"
    }
  }

  /// How a verdict was reached.
  public struct Outcome: Sendable, Hashable {
    /// The verdict.
    public let word: ConfigurationWord
    /// The part that decided.
    public let part: Text?
    /// The verdict on that part.
    public let partWord: PartWord?
    /// The rule that gave it, 1 to 9.
    public let rule: Int?

    init(_ verdict: ConfigurationVerdict) {
      word = verdict.word
      part = verdict.deciding?.part.id
      partWord = verdict.deciding?.computed
      rule = verdict.deciding?.rule
    }

    /// `supported by rule 8 on m -> o`.
    public var phrase: String {
      guard let part, let partWord, let rule else { return "nothing to decide on" }
      return "`\(part)` \(partWord.fullName), by rule \(rule)"
    }
  }

  /// A configuration whose verdict differs.
  public struct Change: Sendable, Hashable {
    /// The configuration.
    public let configuration: Text
    /// By the one.
    public let before: Outcome
    /// By the other.
    public let after: Outcome
    /// Settings each of which alone gives the other verdict; empty where only several together do.
    public let because: [Text]
  }

  /// Settings that differ, in the order of the file.
  public let settings: [Setting]
  /// Verdicts that differ, in order of the configuration.
  public let changes: [Change]
  /// Configurations that were judged.
  public let configurations: Int

  /// Judges the same evidence by both, and where a verdict differs, by the first with each single
  /// setting of the other. Throws `LineageCycle`. O(settings that differ × judging).
  public init(
    _ evidence: RecordedEvidence, from before: Rules, to after: Rules
  ) throws(Diagnostic) {
    let differing = RuleSetting.all.filter { $0.value(in: before) != $0.value(in: after) }
    settings = differing.map {
      Setting(path: $0.path, before: $0.value(in: before), after: $0.value(in: after))
    }
    let one = try Judge(evidence, rules: before).verdicts()
    let other = try Judge(evidence, rules: after)
    configurations = one.count
    var singles: [(path: Text, judge: Judge)] = []
    var changes: [Change] = []
    for verdict in one {
      let id = verdict.configuration.id
      guard let changed = other.verdict(onConfiguration: id), changed.word != verdict.word else {
        continue
      }
      if singles.isEmpty {
        for setting in differing {
          var rules = before
          // What the other leaves unset cannot be unset by a file; it is tried together only.
          guard let value = setting.value(in: after) else { continue }
          try setting.set(value, in: &rules)
          singles.append((setting.path, try Judge(evidence, rules: rules)))
        }
      }
      changes.append(
        Change(
          configuration: id, before: Outcome(verdict), after: Outcome(changed),
          because: singles.filter { $0.judge.word(onConfiguration: id) == changed.word }
            .map(\.path)))
    }
    self.changes = changes
  }
}
