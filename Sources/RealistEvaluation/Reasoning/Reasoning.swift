public import PropertyGraph

/// The whole argument for one verdict, laid out so that a person with the documents open can check
/// it step by step (METHOD section 10). Same evidence and rules: the same value, byte for byte.
public struct Reasoning: Sendable, Hashable {
  /// The verdict that it argues for.
  public let verdict: ConfigurationVerdict
  /// The claim as a sentence.
  public let claim: String
  /// Where documents espouse the claim as a whole.
  public let espousedAt: [String]
  /// Rules of the configuration, up to the one that fired.
  public let steps: [Step]
  /// The argument on each part, in the order in which ties are decided.
  public let parts: [PartReasoning]
  /// Single changes that would flip the verdict, the smallest first.
  public let flips: [Flip]
  /// What becomes of the verdict when something is left out or counted otherwise.
  public let sensitivity: Sensitivity
  /// What authors say beside what was computed.
  public let readings: [ReadingComparison]
  /// The rules: name, version, hash.
  public let rules: String

  /// Printed on every report (METHOD, opening).
  public static let caution =
    "verdicts say how the recorded evidence bears on the theory; they are not effect sizes and "
    + "not probabilities."

  /// One rule that was tried.
  public struct Step: Sendable, Hashable {
    /// Its number among the nine, or its place in the order.
    public let number: Int
    /// The verdict that it would give.
    public let name: String
    /// Whether it fired.
    public let fired: Bool
    /// Why it did, or did not.
    public let why: String
  }

  /// The argument on one part.
  public struct PartReasoning: Sendable, Hashable {
    /// The part and its verdict.
    public let verdict: PartVerdict
    /// Title of the element, or of both ends.
    public let title: String
    /// Where documents espouse it.
    public let espousedAt: [String]
    /// Voices for it.
    public let supporting: [VoiceReasoning]
    /// Voices against it.
    public let challenging: [VoiceReasoning]
    /// Items for it that add no voice, with the reason.
    public let supportingRepeats: [ItemReasoning]
    /// Items against it that add no voice, with the reason.
    public let challengingRepeats: [ItemReasoning]
    /// Items that hope or fear.
    public let espousing: [ItemReasoning]
    /// Items that limit or explain.
    public let qualifying: [ItemReasoning]
    /// Stated searches that found nothing.
    public let silent: [ItemReasoning]
    /// Items not relevant to this use, and the coder's own.
    public let setAside: [ItemReasoning]
    /// Rules, up to the one that fired.
    public let steps: [Step]
  }

  /// One voice on one side of a part.
  public struct VoiceReasoning: Sendable, Hashable {
    /// The voice, its weight and what it is known by.
    public let testimony: Testimony
    /// Its items, the one that counts first.
    public let items: [ItemReasoning]
  }

  /// One item, with all that is needed to look it up and to dispute its weight.
  public struct ItemReasoning: Sendable, Hashable {
    /// Its id.
    public let id: Text
    /// What it says, in the encoder's words.
    public let statement: Text
    /// Who gave it, as printed; or how the document names them.
    public let source: String
    /// Document, section, page, line, anchor.
    public let places: [String]
    /// When, or `undated`.
    public let date: String
    /// Layer, claim, method: `participant, inferred, interview`.
    public let nature: String
    /// What it covers as written, activation, test, direction, search.
    public let use: String
    /// Its scores, where they come from, what caps them and the weight.
    public let weight: String
    /// The encoder's reason for the appraisal, and who judged.
    public let judgement: String
    /// Why it adds nothing, of repeats.
    public let remark: String?
  }

  /// A change of one voice that would flip the verdict.
  public struct Flip: Sendable, Hashable {
    /// The change.
    public let change: Change
    /// The verdict then.
    public let word: ConfigurationWord

    /// What would change.
    public enum Change: Sendable, Hashable {
      /// A voice leaves, from every part.
      case without(Voice, heaviest: Weight)
      /// One more voice of that weight speaks for or against a part.
      case with(Weight, isFor: Bool, part: Text)
    }
  }

  /// Computed / authors say / why they differ.
  public struct ReadingComparison: Sendable, Hashable {
    /// What the authors conclude.
    public let reading: RecordedEvidence.Reading
    /// Where.
    public let place: String?
    /// Whether the two agree.
    public let agrees: Bool
    /// Why they differ, or in what they agree.
    public let why: String
  }
}
