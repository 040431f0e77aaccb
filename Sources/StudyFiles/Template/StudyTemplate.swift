public import Diagnostics

/// A small study to begin with: one theory, one configuration and two items of evidence, with a
/// word on every part. It is sound and its theory can be tested at once.
public enum StudyTemplate {
  /// Writes the template into a new or empty folder; gives the files it wrote.
  ///
  /// Throws `ExistingFolder` rather than touch what is there.
  public static func write(to folder: String, title: String) throws(Diagnostic) -> [String] {
    let writer = try NewFolderWriter(path: folder)
    do {
      for file in files(title: title) { try writer.write(file) }
      try FileBytes.makeFolder(folder + "/Queries")
      try FileBytes.write(Array(query.utf8), to: folder + "/Queries/who-said-what.cypher")
    } catch {
      writer.removeAll()
      throw error
    }
    return files(title: title).map(\.name) + ["Queries/who-said-what.cypher"]
  }

  /// The study files.
  static func files(title: String) -> [SourceText] {
    let quoted = "'" + title.replacing("'", with: "''").replacing("\n", with: " ") + "'"
    return [
      SourceText(name: "Graph/study.yaml", text: settings.replacing("TITLE", with: quoted)),
      SourceText(name: "Graph/theory.yaml", text: theory),
      SourceText(name: "Graph/interviews.yaml", text: interviews),
    ]
  }

  private static let settings = """
    # What this study is. The number is the version of the format.
    realist: 1
    title: TITLE
    description: Made by `realist init`. Say here what is evaluated, for whom, and since when.

    """

  private static let theory = """
    # A programme theory: how something is meant to work, for whom, and why. One file for each.
    # Everything has an id, of small letters, digits and hyphens, which no other record has.
    theory: meeting-builds-trust
    title: Meeting builds trust
    status: initial
    statement: >-
      If people of two organisations meet every week, then they come to trust each other, because
      they see each other keep their word.

    # A configuration joins what must be there (contexts), what makes people think or act otherwise
    # (mechanisms), and what comes of it (outcomes). Evidence bears on configurations.
    configurations:
      weekly-meetings:
        title: Weekly meetings let people see words kept
        # Who joined the three: authors (of the theory) or encoder (you).
        paired-by: encoder
        contexts:
        - {context: two-organisations, role: local-condition}
        mechanisms: seeing-words-kept
        outcomes: trust

    contexts:
      two-organisations:
        title: Two organisations share a task, and neither can do it alone
    mechanisms:
      seeing-words-kept:
        title: People see each other keep their word
        # What the programme gives, and how people respond to it.
        resource: A meeting every week, at which last week's promises are read out
        reasoning: They did what they said, so I can rely on them
    outcomes:
      trust:
        title: People of both organisations trust each other

    # What else could explain the same thing? What fits one theory may fit another as well. Give it
    # configurations of its own when there is evidence on it.
    theories:
      chosen-for-trust:
        title: Those who meet trusted each other before
        status: rival
        statement: >-
          If people may choose whether they meet, then those meet who trust each other already, and
          nothing comes of the meetings.
        rivals: meeting-builds-trust

    """

  private static let interviews = """
    # A document, and what was said in it. One file for each.
    document: interviews
    title: Interviews with the teams
    kind: research
    date: 2025-03

    evidence:
      item-1:
        # In your own words; the document's own words belong into `anchor`, eight at most.
        statement: Since promises are read out each week, both teams keep them, and rely on it
        # observed, inferred from what was said, or espoused (a hope or a policy).
        claim: observed
        date: 2025-02
        given-by: nora
        gathered-by: talks
        at: {section: '1'}
        bears-on:
        # Which parts the item speaks about: the mechanism, the step from it to the outcome, …
        # and how well: from 0 to 3 on the point, in detail, and soundly made.
        - {supports: weekly-meetings, covers: [seeing-words-kept, seeing-words-kept -> trust], relevance: 3,
          richness: 2, rigour: 2, reason: She describes both and how one led to the other}
      item-2:
        statement: The meetings took place, but one side came without having done its part
        claim: observed
        date: 2025-02
        given-by: omar
        gathered-by: talks
        at: {section: '2'}
        bears-on:
        - {challenges: weekly-meetings, covers: [seeing-words-kept], relevance: 2, richness: 2, rigour: 2,
          reason: Words were not kept}

    # Who said it: one voice each, however many items.
    participants:
      nora: {code: P1, role-group: team member, identity: coded}
      omar: {code: P2, role-group: team member, identity: coded}
    # How it was gathered.
    methods:
      talks: {title: Interviews, kind: interview}

    """

  private static let query = """
    // title: Who said what
    // question: Which items does a respondent give, and what do they bear on?
    // parameter: respondent = nora
    MATCH (p:Participant {id: $respondent})<-[:GIVEN_BY]-(e:Evidence)-[b:SUPPORTS|CHALLENGES]->(c)
    RETURN e.id AS item, type(b) AS bearing, c.id AS about, e.statement AS statement
    ORDER BY item, about

    """
}
