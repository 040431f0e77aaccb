public import PropertyGraph

/// The thresholds of the theory tests. The shape of the rules is fixed; these numbers are a
/// team's to change, in a rules file that every verdict names with its version and hash.
public struct Rules: Sendable, Hashable {
  /// What to call them on every report.
  public var name: Text = "standard"
  /// The version of the rules file's form.
  public var version = 1
  /// Hash of the file they were read from, or `built-in`.
  public var hash: Text = "built-in"

  /// What makes a voice strong, moderate or weak.
  public var weights = Weights()
  /// Which claims and bearings count at all.
  public var counts = Counts()
  /// When one side clearly outweighs the other.
  public var outweighing = Outweighing()
  /// What a supported part needs.
  public var support = Support()
  /// What a strongly supported part needs.
  public var strongSupport = StrongSupport()
  /// Who counts as one voice.
  public var independence = Independence()
  /// When and where the programme runs.
  public var programme = Programme()
  /// When a mechanism is sensitive to a context.
  public var contrast = Contrast()
  /// Scores of items that carry none of their own.
  public var appraisals = DefaultAppraisals()

  /// The rules that a study without a rules file has.
  public static let standard = Rules()

  /// The standard rules; change what the team decided.
  public init() {}

  /// What makes a voice strong, moderate or weak (scores from 0 to 3).
  public struct Weights: Sendable, Hashable {
    /// Strong: rigour at least this.
    public var strongRigour = 2
    /// Strong: relevance at least this.
    public var strongRelevance = 2
    /// Strong: richness at least this, or a test that confirms.
    public var strongRichness = 2
    /// Moderate: relevance at least this.
    public var moderateRelevance = 2
    /// Moderate: rigour at least this.
    public var moderateRigour = 1
    /// Weak: relevance at least this; below it an item is set aside.
    public var weakRelevance = 1
    /// The most that an inferred item reaches on an element; links have no such cap.
    public var inferredCapOnElements: Weight = .moderate

    /// The standard weights.
    public init() {}
  }

  /// Which claims and bearings count at all. What does not is set aside: listed with the reason.
  /// Espoused claims never count for or against, whatever a team decides.
  public struct Counts: Sendable, Hashable {
    /// Observed claims.
    public var observed = true
    /// Inferred claims.
    public var inferred = true
    /// What authors say for themselves.
    public var authors = true
    /// A stated search that found nothing, as a failed test.
    public var silence = true
    /// Support of a link, on its two elements.
    public var linksToElements = true

    /// Everything counts.
    public init() {}
  }

  /// When one side clearly outweighs the other: all three must hold.
  public struct Outweighing: Sendable, Hashable {
    /// It has this many strong voices …
    public var strongVoices = 1
    /// … or this many moderate ones.
    public var moderateVoices = 2
    /// It has this many times as many strong or moderate voices as the other side.
    public var ratio = 2
    /// It has at least as many strong voices as the other side.
    public var atLeastAsManyStrong = true

    /// The standard comparison.
    public init() {}
  }

  /// What a supported part needs.
  public struct Support: Sendable, Hashable {
    /// Voices on the supporting side.
    public var voices = 2
    /// Whether one strong counter-account is enough for *challenged*, while one strong account
    /// is not enough for *supported*. Off: *challenged* needs as many voices as *supported*.
    public var lopsided = true

    /// The standard support.
    public init() {}
  }

  /// What a strongly supported part needs.
  public struct StrongSupport: Sendable, Hashable {
    /// Voices on the supporting side.
    public var voices = 3
    /// Kinds of method among them.
    public var methodFamilies = 2
    /// Known scales, or known sites, among them.
    public var scalesOrSites = 2

    /// The standard strong support.
    public init() {}
  }

  /// Who counts as one voice.
  public struct Independence: Sendable, Hashable {
    /// Aliases merge from this certainty up.
    public var aliasCertainty: Certainty = .high
    /// People behind a withheld identity.
    public var withheldSpeakers = 1
    /// People behind an uncoded statement that states no number.
    public var uncodedSpeakers = 1

    /// The standard independence.
    public init() {}
  }

  /// What a table of cases needs before it can be read (METHOD section 7).
  public struct Contrast: Sendable, Hashable {
    /// Cases in which the mechanism fires where it is expected to.
    public var fires = 2
    /// Cases in which it does not fire where it is not expected to.
    public var doesNotFire = 1
    /// Cases to the contrary, on each side, that context-sensitivity bears.
    public var exceptions = 1
    /// Cases to the contrary, on one side, that speak against the context.
    public var against = 2

    /// The standard contrast.
    public init() {}
  }

  /// When and where the programme runs: evidence from before it, or from another country's
  /// scheme, says little on enactment and outcome.
  public struct Programme: Sendable, Hashable {
    /// When it began: YYYY[-MM[-DD]]; unknown means no item is too early.
    public var start: Text?
    /// Id of the site that is its country; unknown means no item is foreign.
    public var country: Text?
    /// The most relevance such evidence has for mechanisms and outcomes.
    public var relevanceOutside = 1

    /// A programme without a known beginning.
    public init() {}
  }
}
