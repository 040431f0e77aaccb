public import PropertyGraph
public import RealistEvaluation

extension FigureVerdict {
  /// How a figure shows the verdict on a configuration.
  public init(_ word: ConfigurationWord) {
    let stance: Stance =
      switch word {
      case .eliminated: .eliminated
      case .notEnacted, .doesNotWork, .contextAbsent: .challenged
      case .contested: .contested
      case .outcomeNotSeen, .untested: .untested
      case .espousedOnly: .espousedOnly
      case .thinAgainst, .thinMixed, .thinFor: .thin
      case .assembled: .assembled
      case .supportedWithDissent, .supported: .supported
      case .stronglySupported: .stronglySupported
      }
    self.init(stance, Text(word.rawValue))
  }

  /// How a figure shows the verdict on a part.
  public init(_ word: PartWord) {
    let stance: Stance =
      switch word {
      case .eliminated: .eliminated
      case .challenged, .challengedOfRecord: .challenged
      case .contested: .contested
      case .untested: .untested
      case .espousedOnly: .espousedOnly
      case .thin: .thin
      case .supportedWithDissent, .supported, .supportedOfRecord: .supported
      case .stronglySupported: .stronglySupported
      }
    // "untested (nothing)" says no more than "untested".
    let words = word.remark == "nothing" ? word.name : word.fullName
    self.init(stance, Text(words))
  }
}

extension FigurePart {
  /// The voices on a part as the judge counted them.
  public init(_ verdict: PartVerdict, name: Text, isDeciding: Bool) {
    let balance = verdict.count.balance
    self.init(
      name: name, verdict: FigureVerdict(verdict.word), supporting: balance.supporting.count,
      challenging: balance.challenging.count,
      espousing: balance.hoping.count + balance.fearing.count, isDeciding: isDeciding)
  }
}

extension FigureConfiguration {
  /// A configuration with its verdict, ready to draw.
  public init(_ verdict: ConfigurationVerdict, address: Text? = nil) {
    let configuration = verdict.configuration
    let required = verdict.parts.filter(\.part.isRequired)
    let names = required.map { Self.name(of: $0.part) }
    let parts = zip(required, names).map { part, name in
      // Where two parts are of one sort, the id tells them apart.
      let isUnique = names.count { $0 == name } == 1
      return FigurePart(
        part, name: isUnique ? name : Text("\(name) \(part.part.id)"),
        isDeciding: part.part == verdict.deciding?.part)
    }
    self.init(
      id: configuration.id,
      title: configuration.title.isEmpty ? configuration.id : configuration.title,
      contexts: configuration.contexts.map { Self.place($0, in: verdict) },
      mechanisms: configuration.mechanisms, outcomes: configuration.outcomes,
      verdict: FigureVerdict(verdict.word), parts: parts, address: address)
  }

  private static func name(of part: Part) -> Text {
    switch part.kind {
    case .mechanism:
      if part.id.string.hasSuffix(".resource") { return "resource" }
      if part.id.string.hasSuffix(".reasoning") { return "reasoning" }
      return "mechanism"
    case .innerLink: return "inner link"
    case .outcome: return "outcome"
    case .outwardLink: return "link"
    case .context: return "context"
    case .contextLink: return "context link"
    }
  }

  private static func place(
    _ slot: RecordedEvidence.ContextSlot, in verdict: ConfigurationVerdict
  ) -> FigureContextPlace {
    guard slot.role != .caseForChange else {
      return FigureContextPlace(context: slot.context, role: .caseForChange)
    }
    let role: FigureContextPlace.Role =
      switch slot.effect {
      case "constrains": .constrains
      case "makes-unnecessary": .makesUnnecessary
      default: .enables
      }
    let link = verdict.parts.first {
      $0.part.kind == .contextLink && $0.part.nodes.first == slot.context
    }
    return FigureContextPlace(
      context: slot.context, role: role, verdict: link.map { FigureVerdict($0.word) })
  }
}
