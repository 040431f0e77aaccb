import GraphQuery
public import PropertyGraph

/// Finds what the evidence leaves open and ranks it by how many verdicts settling it would change.
///
/// *Settled* means here: one voice of strong weight that nobody has heard yet speaks on it, once for
/// and once against. The configurations that have the part are judged again with that voice beside
/// all others (`Judge.word(after:hearing:)`); a verdict that differs from now in either case counts
/// once. One voice is not always enough to move a verdict, and where other parts decide, none is.
public struct GapFinder {
  private let judge: Judge
  private let contrasts: Contrasts
  private let questions: InterviewQuestion
  private let unheard: Unheard
  private let all: [ConfigurationVerdict]
  private let verdicts: [ConfigurationVerdict]
  private let family: Set<Text>?
  private let byPart: [Text: [Int]]

  private var index: EvidenceIndex { judge.index }

  /// - Parameter theory: The theory, with those that are part of it, whose configurations are looked
  ///   at; `nil` for the whole study.
  public init(_ judge: Judge, theory: Text? = nil) {
    self.judge = judge
    contrasts = Contrasts(judge)
    questions = InterviewQuestion(index: judge.index)
    unheard = Unheard(judge.bench)
    let all = judge.verdicts()
    self.all = all
    let family = theory.map(judge.family(of:))
    self.family = family
    verdicts =
      family.map { wanted in all.filter { !wanted.isDisjoint(with: $0.configuration.theories) } }
      ?? all
    var byPart: [Text: [Int]] = [:]
    for (position, verdict) in verdicts.enumerated() {
      for part in verdict.parts where part.part.isRequired {
        byPart[part.part.id, default: []].append(position)
      }
    }
    self.byPart = byPart
  }

  /// The gaps, those first that would change most verdicts; then in the order of their kinds, then
  /// by name. O(parts × configurations that share them).
  public func gaps() -> [Gap] {
    (partGaps() + contrastGaps() + unexplainedGaps()).sorted { left, right in
      if left.changes.count != right.changes.count {
        return left.changes.count > right.changes.count
      }
      let ours = Gap.Kind.allCases.firstIndex(of: left.kind) ?? 0
      let theirs = Gap.Kind.allCases.firstIndex(of: right.kind) ?? 0
      return ours == theirs ? left.about < right.about : ours < theirs
    }
  }

  // MARK: Parts

  private struct Key: Hashable {
    let kind: Gap.Kind
    let part: Text
  }

  private func partGaps() -> [Gap] {
    var order: [Key] = []
    var found: [Key: [(verdict: Int, part: Int)]] = [:]
    for (position, verdict) in verdicts.enumerated() {
      for (number, part) in verdict.parts.enumerated() {
        guard let kind = Self.kind(of: part) else { continue }
        let key = Key(kind: kind, part: part.part.id)
        if found[key] == nil { order.append(key) }
        found[key, default: []].append((position, number))
      }
    }
    return watched(order) { key in
      guard let places = found[key], let first = places.first else { return nil }
      let parts = places.map { verdicts[$0.verdict].parts[$0.part] }
      return Gap(
        kind: key.kind, about: key.part,
        configurations: places.map { verdicts[$0.verdict].configuration.id },
        changes: changes(ofPart: key.part), items: [],
        question: questions.text(
          on: parts[0].part, of: verdicts[first.verdict].configuration,
          isEspoused: key.kind == .espousedOnly),
        ask: unheard.sentence(heard: Set(parts.flatMap(\.count.allPositions))))
    }
  }

  /// What is open about a part. A link whose mechanism is not enacted cannot be asked about yet, and
  /// what stands in an official record needs no second voice.
  private static func kind(of part: PartVerdict) -> Gap.Kind? {
    guard part.part.isRequired else { return nil }
    if case .untested(let reasons) = part.word, reasons.contains(.notEnacted) { return nil }
    switch part.computed {
    case .untested: return .untested
    case .espousedOnly: return .espousedOnly
    case .supportedOfRecord, .challengedOfRecord: return nil
    default:
      let balance = part.count.balance
      let voices = Set((balance.supporting + balance.challenging).map(\.voice))
      return voices.count == 1 ? .singleVoice : nil
    }
  }

  /// Verdicts that one more strong voice on a part would change, either way.
  private func changes(ofPart id: Text) -> [Gap.Change] {
    (byPart[id] ?? []).map { change(of: verdicts[$0], hearing: [id]) }.filter(\.isChange)
  }

  private func change(
    of verdict: ConfigurationVerdict, hearing parts: [Text]
  ) -> Gap.Change {
    func word(_ part: Text, _ isFor: Bool) -> ConfigurationWord {
      judge.word(
        after: verdict, hearing: [HypotheticalVoice(part: part, weight: .strong, isFor: isFor)])
    }
    func first(_ isFor: Bool) -> ConfigurationWord {
      parts.lazy.map { word($0, isFor) }.first { $0 != verdict.word } ?? verdict.word
    }
    return Gap.Change(
      configuration: verdict.configuration.id, now: verdict.word, ifSo: first(true),
      ifNot: first(false))
  }

  // MARK: Contrasts

  /// Each mechanism with each local condition of its configurations, or by itself if they have none.
  private func contrastGaps() -> [Gap] {
    var owners: [Text: [Text: [Text]]] = [:]
    var all: [Text: [Text]] = [:]
    for verdict in verdicts {
      let conditions = verdict.configuration.contexts.filter { $0.role != .caseForChange }
      for mechanism in Set(verdict.configuration.mechanisms) {
        all[mechanism, default: []].append(verdict.configuration.id)
        for context in Set(conditions.map(\.context)) {
          owners[mechanism, default: [:]][context, default: []].append(verdict.configuration.id)
        }
      }
    }
    return watched(all.keys.sorted()) { mechanism -> [Gap]? in
      let conditions = owners[mechanism] ?? [:]
      if conditions.isEmpty {
        let isOpen = contrasts.contrasts(of: mechanism).allSatisfy {
          $0.readings == [.noContrast]
        }
        return isOpen ? [contrastGap(mechanism, nil, all[mechanism] ?? [])] : []
      }
      return conditions.keys.sorted()
        .filter { contrasts.isNeverContrasted(mechanism, across: $0) }
        .map { contrastGap(mechanism, $0, conditions[$0] ?? []) }
    }.flatMap(\.self)
  }

  /// What comes of each, as long as anybody waits.
  private func watched<Key, Found>(_ keys: [Key], _ find: (Key) -> Found?) -> [Found] {
    var found: [Found] = []
    for key in keys {
      if judge.watch.isOver { break }
      if let one = find(key) { found.append(one) }
    }
    return found
  }

  private func contrastGap(_ mechanism: Text, _ context: Text?, _ owners: [Text]) -> Gap {
    let link = context.map { ConfigurationParts.link($0, mechanism) }
    let table = contrasts.contrasts(of: mechanism, across: context.map { [$0] }).first
    let help = [table?.wouldHelp, table?.knownByHalf].compactMap { $0 }
    return Gap(
      kind: .neverContrasted,
      about: context.map { Text("\(mechanism) across \($0)") } ?? mechanism,
      configurations: owners, changes: link.map(changes(ofPart:)) ?? [], items: [],
      question: questions.contrast(mechanism, across: context), ask: help.joined(separator: " "))
  }

  // MARK: Unexplained evidence

  private func unexplainedGaps() -> [Gap] {
    let listed = Set(
      index.surroundings.listings.filter { family?.contains($0.theory) ?? false }.map(\.element))
    let own = Set(verdicts.map(\.configuration.id))
    let elements = Set(
      verdicts.flatMap {
        $0.configuration.contexts.map(\.context) + $0.configuration.mechanisms
          + $0.configuration.outcomes
      })
    return watched(UnexplainedEvidence(judge.bench, verdicts: all).groups) { group in
      let isOurs =
        family.map {
          $0.contains(group.about) || own.contains(group.about) || elements.contains(group.about)
            || listed.contains(group.about)
        } ?? true
      guard isOurs else { return nil }
      let touched = verdicts.filter {
        $0.configuration.id == group.about || Self.has($0.configuration, group.about)
      }
      return Gap(
        kind: .unexplained, about: group.about,
        configurations: touched.map(\.configuration.id),
        changes: touched.map { verdict in
          let parts = verdict.parts.filter {
            $0.part.isRequired
              && (verdict.configuration.id == group.about
                || (!$0.part.kind.isLink && $0.part.nodes.contains(group.about)))
          }
          return change(of: verdict, hearing: parts.map(\.part.id))
        }.filter(\.isChange),
        items: group.items.map { index.items[$0].id },
        question: questions.unexplained(about: group.about, kind: group.subject),
        ask: unheard.sentence(heard: Set(group.items)))
    }
  }

  private static func has(_ configuration: RecordedEvidence.Configuration, _ id: Text) -> Bool {
    configuration.mechanisms.contains(id) || configuration.outcomes.contains(id)
      || configuration.contexts.contains { $0.context == id }
  }
}
