import PropertyGraph

/// Retells the nine rules on one part: each rule up to the one that fired, with the reason.
struct PartArgument {
  let rules: Rules
  let balance: Balance

  private var judge: PartRules { PartRules(rules) }
  private var stand: Stand { balance.stand }
  private var supporting: SideTally { stand.supporting }
  private var challenging: SideTally { stand.challenging }

  func steps() -> [Reasoning.Step] {
    let decision = judge.decide(balance)
    return (1...decision.rule).map { number in
      Reasoning.Step(
        number: number, name: Self.names[number - 1], fired: number == decision.rule,
        why: why(number, fired: number == decision.rule))
    }
  }

  private static let names = [
    "eliminated", "untested", "espoused only", "of record", "contested", "challenged",
    "strongly supported", "supported", "thin",
  ]

  private func why(_ rule: Int, fired: Bool) -> String {
    switch rule {
    case 1: eliminated
    case 2: untested(fired)
    case 3: espoused(fired)
    case 4: record(fired)
    case 5: contested(fired)
    case 6: challenged(fired)
    case 7: strong(fired)
    case 8: supported(fired)
    default: thin
    }
  }

  // MARK: Rules 1 to 4

  private var eliminated: String {
    var failed = balance.challenging.filter(\.failsDecisiveTest).map { "`\($0.voice.name)`" }
    if balance.failsBySilence { failed.append("a stated search") }
    guard !failed.isEmpty else { return "no hoop or doubly decisive test of it failed" }
    let weighty = balance.supporting.filter { $0.weight >= .moderate }
    let test = "a hoop or doubly decisive test failed by \(list(failed))"
    return weighty.isEmpty
      ? "\(test), and no moderate or strong voice speaks for it"
      : "\(test), yet \(phrase(weighty)) speaks for it"
  }

  private func untested(_ fired: Bool) -> String {
    guard fired else {
      if supporting.voices + challenging.voices > 0 { return sides }
      return "nobody speaks for or against it, but \(espousers)"
    }
    let remark = judge.decide(balance).word.remark ?? "nothing"
    return "nobody speaks for it, against it, or only espouses it: \(remark)"
  }

  private func espoused(_ fired: Bool) -> String {
    fired
      ? "nobody speaks for or against it; \(espousers)"
      : sides
  }

  private func record(_ fired: Bool) -> String {
    guard balance.isProvision else {
      return "it is neither a filled resource slot nor a provision whose existence is the mechanism"
    }
    let begun = balance.supporting.filter(\.isOfficialRecord)
    let ended = balance.challenging.filter(\.isOfficialRecord)
    switch judge.ofRecord(stand) {
    case .supportedOfRecord:
      let what = ended.isEmpty ? "nothing speaks against it" : "it is later than what ended it"
      let result = "an official record of \(names(begun)) establishes it, and \(what)"
      return fired ? result : "\(result); rule 7 fits besides"
    case .challengedOfRecord:
      return "an official record of \(names(ended)) ends or suspends it, and none is later"
    default:
      if begun.isEmpty { return "no official record establishes it" }
      return ended.isEmpty
        ? "an official record of \(names(begun)) establishes it, but others speak against it"
        : "official records stand on both sides and their dates do not decide"
    }
  }

  // MARK: Rules 5 to 9

  private func contested(_ fired: Bool) -> String {
    let favours = judge.clearlyOutweighs(supporting, challenging)
    let opposes = judge.clearlyOutweighs(challenging, supporting)
    if fired {
      return "both sides hold a moderate or strong voice (\(sides)); "
        + "\(outweighing("for", supporting, "against", challenging)); "
        + outweighing("against", challenging, "for", supporting)
    }
    if supporting.strongOrModerate == 0 { return "no moderate or strong voice speaks for it" }
    if challenging.strongOrModerate == 0 { return "no moderate or strong voice speaks against it" }
    if !judge.isContested(stand) { return "the weight on both sides is one and the same voice" }
    if favours { return outweighing("for", supporting, "against", challenging) }
    return opposes ? outweighing("against", challenging, "for", supporting) : sides
  }

  private func challenged(_ fired: Bool) -> String {
    let comparison = outweighing("against", challenging, "for", supporting)
    if fired, rules.support.lopsided, challenging.voices < rules.support.voices {
      return comparison
        + " (lopsided on purpose: one strong counter-account is enough, one strong account "
        + "for it would not be)"
    }
    if !fired, judge.clearlyOutweighs(challenging, supporting) {
      return "\(comparison), but \(count(challenging.voices)) is fewer than "
        + "the \(rules.support.voices) that these rules ask of both sides"
    }
    return comparison
  }

  private func strong(_ fired: Bool) -> String {
    let needed = rules.strongSupport
    let families = judge.methodFamilies(balance.supporting)
    let scales = judge.scales(balance.supporting)
    let sites = judge.sites(balance.supporting)
    if fired {
      return "\(outweighing("for", supporting, "against", challenging)); "
        + "\(count(supporting.voices)); methods: \(list(families.map(\.rawValue))); "
        + "scales: \(list(scales.map(\.string))); sites: \(list(sites.map(\.string))); "
        + "no single voice's removal takes it below supported"
    }
    var lacking: [String] = []
    if !judge.clearlyOutweighs(supporting, challenging) {
      return outweighing("for", supporting, "against", challenging)
    }
    if supporting.voices < needed.voices {
      lacking.append("\(count(supporting.voices)) for it, \(needed.voices) needed")
    }
    if families.count < needed.methodFamilies {
      lacking.append(
        "\(families.count) kind\(families.count == 1 ? "" : "s") of method"
          + (families.isEmpty ? "" : " (\(list(families.map(\.rawValue))))")
          + ", \(needed.methodFamilies) needed")
    }
    if scales.count < needed.scalesOrSites, sites.count < needed.scalesOrSites {
      lacking.append(
        "\(scales.count) known scale\(scales.count == 1 ? "" : "s") and \(sites.count) "
          + "site\(sites.count == 1 ? "" : "s"), \(needed.scalesOrSites) of either needed")
    }
    if challenging.strongOrModerate > 0 {
      lacking.append("a moderate or strong voice speaks against it")
    }
    if lacking.isEmpty { lacking.append("it would fall below supported without one single voice") }
    return lacking.joined(separator: "; ")
  }

  private func supported(_ fired: Bool) -> String {
    let comparison = outweighing("for", supporting, "against", challenging)
    if fired {
      let dissent =
        challenging.strongOrModerate > 0
        ? "; with dissent: against it \(phrase(balance.challenging.filter { $0.weight >= .moderate }))"
        : ""
      return "\(comparison), with \(count(supporting.voices))\(dissent)"
    }
    guard judge.clearlyOutweighs(supporting, challenging) else { return comparison }
    return "\(comparison), but with \(count(supporting.voices)) only; "
      + "\(rules.support.voices) needed (lopsided on purpose: one account does not earn it)"
  }

  private var thin: String { "everything else: \(sides)" }

  // MARK: Phrases

  private var sides: String { "for \(weights(supporting)), against \(weights(challenging))" }

  private var espousers: String {
    var words: [String] = []
    if !balance.hoping.isEmpty { words.append("\(names(balance.hoping)) hoped") }
    if !balance.fearing.isEmpty { words.append("\(names(balance.fearing)) feared") }
    return words.joined(separator: "; ")
  }

  /// Which of the three conditions hold: all must.
  private func outweighing(
    _ one: String, _ tally: SideTally, _ other: String, _ others: SideTally
  ) -> String {
    let limits = rules.outweighing
    let side = one == "for" ? "the voices for it" : "the voices against it"
    let otherSide = other == "for" ? "those for it" : "those against it"
    if judge.clearlyOutweighs(tally, others) {
      return "\(side) (\(weights(tally))) clearly outweigh \(otherSide) (\(weights(others)))"
    }
    let prefix = "\(side) do not clearly outweigh \(otherSide): "
    if tally.strong < limits.strongVoices, tally.moderate < limits.moderateVoices {
      return prefix
        + "\(tally.strong) strong and \(tally.moderate) moderate, where \(limits.strongVoices) "
        + "strong or \(limits.moderateVoices) moderate are needed"
    }
    if tally.strongOrModerate < limits.ratio * others.strongOrModerate {
      return prefix
        + "\(tally.strongOrModerate) strong or moderate against \(others.strongOrModerate), "
        + "where \(limits.ratio) times as many are needed"
    }
    return prefix + "\(tally.strong) strong against \(others.strong)"
  }

  private func weights(_ tally: SideTally) -> String {
    if tally.voices == 0 { return "nobody" }
    let weak = tally.voices - tally.strongOrModerate
    let words = [(tally.strong, "strong"), (tally.moderate, "moderate"), (weak, "weak")]
    return words.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " + ")
  }

  private func phrase(_ side: [Testimony]) -> String {
    list(side.map { "`\($0.voice.name)` (\($0.weight.rawValue))" })
  }

  private func names(_ side: [Testimony]) -> String { names(side.map(\.voice)) }
  private func names(_ voices: [Voice]) -> String { list(voices.map { "`\($0.name)`" }) }
  private func count(_ voices: Int) -> String { "\(voices) voice\(voices == 1 ? "" : "s")" }
  private func list(_ words: [String]) -> String {
    words.isEmpty ? "none" : words.joined(separator: ", ")
  }
}
