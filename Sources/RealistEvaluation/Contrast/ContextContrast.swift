public import PropertyGraph

/// One mechanism across the presence and absence of one context, case by case
/// (METHOD section 7).
public struct ContextContrast: Sendable, Hashable {
  /// What was looked at to see whether the mechanism fires.
  public enum Observed: Sendable, Hashable {
    /// The mechanism itself.
    case mechanism
    /// An outcome that configurations say it brings.
    case outcome(Text)

    /// What to say of a case: `fires`, `did not come about`, `fires ?`.
    func word(_ sight: Sight) -> String {
      let isMechanism = self == .mechanism
      switch sight {
      case .present: return isMechanism ? "fires" : "came about"
      case .absent: return isMechanism ? "does not fire" : "did not come about"
      case .disputed: return isMechanism ? "firing disputed" : "outcome disputed"
      case .unknown: return isMechanism ? "fires ?" : "came about ?"
      }
    }
  }

  /// One case in the table.
  public struct Entry: Sendable, Hashable {
    /// The case.
    public let studyCase: StudyCase
    /// Whether the context holds there.
    public let context: Sight
    /// Whether the mechanism fires there, or the outcome came.
    public let firing: Sight
    /// Whether the outcome came there without the mechanism: neither a failure to fire nor a
    /// challenge.
    public let isWithoutMechanism: Bool
    /// Items on the context there.
    public let contextSightings: [Sighting]
    /// Items on the mechanism or outcome there.
    public let firingSightings: [Sighting]

    /// Whether both are known, so that it stands in one of the four cells.
    public var isInCell: Bool { !isWithoutMechanism && context.isKnown && firing.isKnown }
    /// Whether an entry rests on conclusions only, which nobody observed.
    public var isInferred: Bool {
      [contextSightings, firingSightings].contains {
        !$0.isEmpty && $0.allSatisfy(\.isInferred)
      }
    }
  }

  /// The mechanism.
  public let mechanism: Text
  /// The context; `nil` where none is recorded that could be compared.
  public let context: Text?
  /// What the context is said to do to the mechanism, if anything is said.
  public let effect: ContextEffect?
  /// What was looked at.
  public let observed: Observed
  /// The cases, in order, of which anything is known.
  public let entries: [Entry]
  /// What the table shows; *no contrast* if nothing else.
  public let readings: [ContrastReading]
  /// The numbers behind the readings, as a sentence.
  public let why: String
  /// Contexts that tell the cases apart where this one is not enough.
  public var separatedBy: [Text] = []
  /// Which kind of site would help, where nothing can be read off.
  public let wouldHelp: String?
  /// What to find out at cases that are known by half.
  public let knownByHalf: String?

  /// Cases in a cell.
  public func cases(context: Sight, firing: Sight) -> [StudyCase] {
    entries.filter { $0.isInCell && $0.context == context && $0.firing == firing }
      .map(\.studyCase)
  }

  /// Cases where the outcome came without the mechanism.
  public var casesWithoutMechanism: [StudyCase] {
    entries.filter(\.isWithoutMechanism).map(\.studyCase)
  }

  /// Whether the context tells every known case apart: the mechanism fires in all where it holds
  /// and in none where it does not, or the reverse.
  public var separates: Bool {
    let counts = ContrastCounts(entries)
    return (counts.both > 0 && counts.neither > 0 && counts.contextOnly + counts.firingOnly == 0)
      || (counts.contextOnly > 0 && counts.firingOnly > 0 && counts.both + counts.neither == 0)
  }
}

/// How many places stand in each cell: two periods of one site count once.
struct ContrastCounts {
  /// The context holds and the mechanism fires.
  let both: Int
  /// The context holds and it does not fire.
  let contextOnly: Int
  /// It fires without the context.
  let firingOnly: Int
  /// Neither.
  let neither: Int
  /// The outcome came without the mechanism where the context holds.
  let unnecessary: Int

  init(_ entries: [ContextContrast.Entry]) {
    func count(_ context: Sight, _ firing: Sight) -> Int {
      Set(
        entries.filter { $0.isInCell && $0.context == context && $0.firing == firing }
          .map(\.studyCase.place)
      ).count
    }
    both = count(.present, .present)
    contextOnly = count(.present, .absent)
    firingOnly = count(.absent, .present)
    neither = count(.absent, .absent)
    unnecessary =
      Set(
        entries.filter { $0.isWithoutMechanism && $0.context == .present }
          .map(\.studyCase.place)
      ).count
  }
}
