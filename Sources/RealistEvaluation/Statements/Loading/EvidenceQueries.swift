/// The queries that TEST lowers to: ordinary statements of the core language, the same number
/// however many configurations there are (DESIGN, entry 32). Each has two texts: over everything,
/// and from the ids given as `$ids`.
enum EvidenceQueries {
  /// How rows are found: all of a label, or those of the ids in `$ids`.
  static func nodes(_ label: String, _ variable: String, all: Bool) -> String {
    all
      ? "MATCH (\(variable):\(label))"
      : "UNWIND $ids AS key MATCH (\(variable):\(label) {id: key})"
  }

  // MARK: Theories and configurations

  static let theories = "MATCH (t:Theory) RETURN t.id, t.title, t.status"
  static let theoryParts = "MATCH (p:Theory)-[:PART_OF]->(t:Theory) RETURN t.id, p.id"
  static let rivals = "MATCH (a:Theory)-[:RIVALS]->(b:Theory) RETURN a.id, b.id"
  static let theoryLists = "MATCH (t:Theory)-[:LISTS]->(m:Mechanism) RETURN t.id, m.id"
  static let theoryConfigurations =
    "MATCH (t:Theory)-[:HAS_CONFIGURATION]->(c:Configuration) RETURN t.id, c.id"

  static func configurations(all: Bool) -> String {
    nodes("Configuration", "c", all: all)
      + " RETURN c.id, c.title, c.because, c.group, c.paired_by, c.reach, c.intended"
  }

  static func contexts(all: Bool) -> String {
    nodes("Configuration", "c", all: all)
      + " MATCH (c)-[r:IN_CONTEXT]->(x:Context) RETURN c.id, x.id, r.role, r.effect, x.title"
  }

  static func mechanisms(all: Bool) -> String {
    nodes("Configuration", "c", all: all)
      + " MATCH (c)-[:HAS_MECHANISM]->(m:Mechanism)"
      + " RETURN c.id, m.id, m.title, m.resource, m.reasoning, m.existence"
  }

  static func outcomes(all: Bool) -> String {
    nodes("Configuration", "c", all: all)
      + " MATCH (c)-[:HAS_OUTCOME]->(o:Outcome) RETURN c.id, o.id, o.title"
  }

  static let configurationIDs = "MATCH (c:Configuration) RETURN c.id"
  static let espousals =
    "MATCH (d)-[e:ESPOUSES]->(x) RETURN x.id, d.id, e.section, e.page, e.line, e.anchor"
  static let overrules =
    "MATCH (o:Overrule)-[:OVERRULES]->(c:Configuration) "
    + "RETURN o.id, c.id, o.verdict, o.reason, o.judged_by, o.date"
  static let readings =
    "MATCH (r:Reading)-[:READS]->(c:Configuration) "
    + "RETURN r.id, c.id, r.statement, r.verdict, r.as_printed"

  // MARK: Evidence

  /// Bearings on configurations and elements, with weight fields, by target.
  static func bearings(all: Bool) -> String {
    (all ? "" : "UNWIND $ids AS key ")
      + "MATCH (i)-[b:SUPPORTS|CHALLENGES|QUALIFIES|SILENT_ON]->(x\(all ? "" : " {id: key}"))"
      + " RETURN i.id, x.id, type(b), b.covers, b.activation, b.direction, b.test, b.search,"
      + " b.relevance, b.richness, b.rigour, b.reason, b.judged_by"
  }

  static func evidence(all: Bool) -> String {
    nodes("Evidence", "i", all: all)
      + " RETURN i.id, i.statement, i.claim, i.layer, i.date, i.scale, i.group,"
      + " i.attribution, i.speakers, i.verbatim, i.standpoint, i.official_record"
  }

  static func figures(all: Bool) -> String {
    nodes("Figure", "i", all: all)
      + " RETURN i.id, i.statement, i.claim, i.layer, i.date, i.scale, i.group,"
      + " i.question, i.value, i.unit, i.numerator, i.denominator"
  }

  static let lineage = "MATCH (i)-[:DERIVES_FROM]->(o) RETURN i.id, o.id"

  static func givenBy(all: Bool) -> String { pairs("GIVEN_BY", all: all) }
  static func gatheredBy(all: Bool) -> String { pairs("GATHERED_BY", all: all) }

  private static func pairs(_ type: String, all: Bool) -> String {
    (all ? "" : "UNWIND $ids AS key ")
      + "MATCH (i\(all ? "" : " {id: key}"))-[:\(type)]->(x) RETURN i.id, x.id"
  }

  // MARK: Sources

  static let places =
    "MATCH (i)-[f:FROM]->(d) RETURN i.id, d.id, f.section, f.page, f.line, f.anchor"
  static let passages = "MATCH (p:Passage) RETURN p.id, p.section, p.page, p.line, p.anchor"
  static let documents =
    "MATCH (d:Document) RETURN d.id, d.title, d.body, d.date, d.official_record"
  static let methods =
    "MATCH (m:Method) RETURN m.id, m.title, m.kind, m.n, m.response_rate, m.until"
  static let methodStudies = "MATCH (m:Method)-[:PART_OF]->(s:Study) RETURN m.id, s.id"
  static let participants = "MATCH (p:Participant) RETURN p.id, p.code, p.identity, p.role_group"
  static let sites = "MATCH (s:Site) RETURN s.id, s.title, s.level"
  static let siteLinks = "MATCH (x)-[:SITE_OF]->(s:Site) RETURN x.id, s.id"
  static let aliases = "MATCH (a)-[r:SAME_AS]->(b) RETURN a.id, b.id, r.certainty, r.judged_by"

  // MARK: Surroundings

  static let cases = "MATCH (c:Case) RETURN c.id, c.title"
  static let subjects = "MATCH (i)-[:ABOUT]->(x) RETURN i.id, x.id"
  static let listings = "MATCH (t:Theory)-[:LISTS]->(x) RETURN t.id, x.id"
  static let effects =
    "MATCH (x:Context)-[e:ENABLES|CONSTRAINS]->(m:Mechanism) RETURN x.id, m.id, type(e)"
  static let allContexts = "MATCH (x:Context) RETURN x.id, x.title"
  static let allOutcomes = "MATCH (o:Outcome) RETURN o.id, o.title"
  static let allMechanisms =
    "MATCH (m:Mechanism) RETURN m.id, m.title, m.resource, m.reasoning, m.existence"
  static let ripples = "MATCH (o)-[:BECOMES]->(x) RETURN o.id, x.id"
}
