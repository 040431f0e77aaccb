/// Scores of one item for one use, 0 to 3 each (Dada et al. 2023).
public struct Appraisal: Sendable, Hashable {
  /// How close it is to the part.
  public var relevance: Int
  /// How much it explains.
  public var richness: Int
  /// How well it was made.
  public var rigour: Int

  /// Scores in the order in which the method prints them: relevance / richness / rigour.
  public init(_ relevance: Int, _ richness: Int, _ rigour: Int) {
    self.relevance = relevance
    self.richness = richness
    self.rigour = rigour
  }
}

/// Scores of items that carry none of their own, by method and by whether the respondent's words
/// are printed.
public struct DefaultAppraisals: Sendable, Hashable {
  /// Scores with and without printed words; `nil` words: printed words make no difference.
  public struct Row: Sendable, Hashable {
    /// With the respondent's printed words.
    public var verbatim: Appraisal?
    /// Without.
    public var paraphrased: Appraisal

    /// A row of the table.
    public init(verbatim: Appraisal?, paraphrased: Appraisal) {
      self.verbatim = verbatim
      self.paraphrased = paraphrased
    }
  }

  /// Interview on the own organisation or place.
  public var interviewOwn = Row(verbatim: Appraisal(3, 2, 2), paraphrased: Appraisal(3, 1, 2))
  /// Interview with a general or national view of local practice; also if unknown.
  public var interviewGeneral = Row(verbatim: Appraisal(2, 2, 2), paraphrased: Appraisal(2, 1, 2))
  /// Survey figure with n and question.
  public var surveyFigure = Row(verbatim: nil, paraphrased: Appraisal(2, 1, 2))
  /// Rigour of a survey figure without response rate (or self-selected), n or question.
  public var surveyRigourWithoutResponseRate = 1
  /// Free text of a survey.
  public var surveyFreeText = Row(verbatim: Appraisal(2, 2, 1), paraphrased: Appraisal(2, 1, 1))
  /// Content analysis of documents with stated rules.
  public var documentAnalysis = Row(verbatim: nil, paraphrased: Appraisal(3, 1, 2))
  /// Official record.
  public var officialRecord = Row(verbatim: nil, paraphrased: Appraisal(3, 2, 3))
  /// Case study by the body concerned.
  public var caseStudy = Row(verbatim: Appraisal(2, 2, 1), paraphrased: Appraisal(2, 1, 1))
  /// Author or review judgement without method.
  public var judgement = Row(verbatim: Appraisal(2, 1, 1), paraphrased: Appraisal(2, 1, 1))
  /// Rigour at most this for a figure at second hand whose origin was not seen.
  public var secondaryRigourUnseen = 1

  /// The standard table.
  public init() {}
}
