import PropertyGraph
import Testing

/// The demonstration study through CONTRAST, TRACE and GAPS and through what a test can leave out,
/// every figure worked out by hand. S, M and W are strong, moderate and weak voices.
@Suite("The demonstration study: contexts, chains, gaps, disputes")
struct DemonstrationStatementsTests {
  private static func lines(_ query: Text) throws -> [String] {
    try Demonstration.rows(query).map { $0.joined(separator: " | ") }
  }

  // MARK: Contexts

  /// Hill (e01) and Dale (e02) have a leader and walk, Moor (e04) has neither: two cases against one,
  /// none to the contrary. Of loneliness Moor says nothing: unknown, and never no.
  @Test("the walk is context-sensitive; what it does to loneliness has no contrast")
  func contextSensitive() throws {
    let lines = try Self.lines(
      """
      CONTRAST MECHANISM `weekly-walk` ACROSS CONTEXT `neighbour-leads`
      YIELD observed, reading, present_fires, present_not, absent_fires, absent_not, unknown
      """)
    #expect(
      lines == [
        "weekly-walk | context-sensitive | dale, hill | - | - | moor | -",
        "less-lonely | no contrast | dale, hill | - | - | - | context absent, came about ?: moor",
      ])
  }

  /// Nobody who tells of lending names a site or speaks of the own place: general statements fill no
  /// cell. Two sites where trust holds and one where it does not would make a contrast.
  @Test("lending has no contrast, and the table says which sites would make one")
  func noContrast() throws {
    let lines = try Self.lines(
      """
      CONTRAST MECHANISM lending
      YIELD context, observed, reading, present_fires, absent_not, would_help
      """)
    #expect(
      lines == [
        "trust | lending | no contrast | - | - | Look for 2 sites where this is so and 1 where it is "
          + "not: “Neighbours trust each other”. See at each whether this was taken up: “Neighbours "
          + "lend each other tools”."
      ])
  }

  // MARK: Chains

  /// Knowing each other *becomes* trust. The first step is supported, the second assembled: the chain
  /// is as good as the second, stands throughout (2 in a row), and is put together: of fay and gus,
  /// who tell the first step whole, neither tells the second whole.
  @Test("from the bench to fewer purchases: a chain that is assembled")
  func chain() throws {
    let lines = try Self.lines(
      """
      TRACE FROM `bench-talk` TO `fewer-purchases`
      YIELD path, steps, verdicts, verdict, weakest, weakest_part, supported_stretch, told
      """)
    #expect(
      lines == [
        "bench-talk -[bench-neighbours]-> know-neighbours becomes trust -[trust-lending]-> "
          + "fewer-purchases | 2 | supported; assembled | assembled | trust-lending | lending | 2 | "
          + "assembled"
      ])
  }

  /// One step, told whole by dot; *thin, for* is no supported stretch.
  @Test("from the walk to a tired leader: one step, one account")
  func thread() throws {
    let lines = try Self.lines(
      """
      TRACE FROM `weekly-walk` TO `leader-exhausted`
      YIELD steps, verdict, supported_stretch, told, thread_voices
      """)
    #expect(lines == ["1 | thin, for | 0 | thread | D4"])
  }

  // MARK: Gaps

  /// The walk is a part of three claims. One S against it: not enacted where nobody spoke of it
  /// (cliques); 1 S / 1 S, contested, where dot alone did; S, S and M / S and M, no longer twice as
  /// many, contested, where ana and ben do. So it is asked first.
  @Test("the first gap would change most verdicts")
  func firstGap() throws {
    let lines = try Self.lines(
      "GAPS YIELD rank, gap, about, changes, would_change WHERE rank <= 2 RETURN gap, about, would_change"
    )
    let changes =
      "walks-cliques: untested now; if so: untested; if not: challenged: not enacted; "
      + "walks-exhaustion: thin, for now; if so: thin, for; if not: contested; "
      + "walks-loneliness: supported with dissent now; if so: supported with dissent; if not: contested"
    #expect(
      lines == [
        "untested | weekly-walk | \(changes)", "single voice | weekly-walk | \(changes)",
      ])
  }

  /// One of each kind, with what one strong voice would do: the newsletter's link 1 S / - is thin, for,
  /// or - / 1 S challenged with the newsletter in use; the voucher's link 1 S / 1 S contested, or - / 2 S
  /// as before; trust 1 S and two M / 1 S contested. Nobody's dogs change nothing.
  @Test("a gap of each kind, and what settling it would do")
  func kinds() throws {
    let lines = try Self.lines(
      """
      GAPS YIELD gap, about, would_change, items
      WHERE about IN ['newsletter -> more-walkers', 'vouchers -> more-steps', 'lending across trust',
        'e43', 'maps -> walk-alone']
      RETURN gap, about, would_change, items
      """)
    #expect(
      lines == [
        "untested | maps -> walk-alone | maps-confidence: untested now; if so: thin, for; if not: "
          + "challenged: does not work as claimed | ",
        "espoused only | newsletter -> more-walkers | newsletter-walkers: espoused only now; if so: "
          + "thin, for; if not: challenged: does not work as claimed | ",
        "single voice | vouchers -> more-steps | vouchers-steps: challenged: does not work as claimed "
          + "now; if so: contested; if not: challenged: does not work as claimed | ",
        "never contrasted | lending across trust | trust-lending: assembled now; if so: assembled; if "
          + "not: contested | ", "unexplained | e43 |  | e43",
      ])
  }

  @Test("each gap is a question and says whom or where to ask")
  func questions() throws {
    let rows = try Demonstration.rows("GAPS YIELD question, ask")
    #expect(rows.count == 26)
    #expect(rows.allSatisfy { $0[0].hasSuffix("?") && !$0[1].isEmpty })
  }

  // MARK: Leaving out

  /// Without ana the leader is ben S / gus M, neither twice the other: contested. Interviews alone lack
  /// a second kind of method, which only *strongly* needs. The poll alone is M for the outcome, and
  /// nobody speaks of the rest.
  @Test("what a narrower look makes of the walk")
  func narrower() throws {
    let lines = try [
      "WITHOUT VOICE ana", "ONLY METHOD interviews", "ONLY METHOD poll", "WITHOUT SITE moor",
      "AS OF 2024-06",
    ].map { option in
      let rows = try Self.lines(
        Text("TEST CONFIGURATION `walks-loneliness` \(option) YIELD verdict, part, voices"))
      return "\(option): \(rows.joined())"
    }
    #expect(
      lines == [
        "WITHOUT VOICE ana: contested | neighbour-leads | 4",
        "ONLY METHOD interviews: supported with dissent | weekly-walk | 4",
        "ONLY METHOD poll: untested | weekly-walk | 1",
        "WITHOUT SITE moor: supported | weekly-walk | 4",
        "AS OF 2024-06: supported with dissent | weekly-walk | 4",
      ])
  }

  /// Hopes for the link are hopes for its ends: both are said, and by hand each is seen (ana M, ben M;
  /// cas S, dot W).
  @Test("a hoped-for link is a hope for both its ends")
  func hope() throws {
    let newsletter = try Demonstration.reasoning("TEST CONFIGURATION `newsletter-walkers`")
    #expect(newsletter.count { $0.contains("espoused and realised: said and seen") } == 2)
  }
}
