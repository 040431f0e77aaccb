import Diagnostics
import PropertyGraph

/// The table `change`: history for people, deltas for views.
struct ChangeLog {
  let database: Database

  /// Adds a revision; `nil` changes stand for a whole graph.
  func append(
    _ state: GraphState, _ note: CommitNote, changes: [UInt8]?
  ) throws(Diagnostic) {
    let now = FileSystem.timestamp()
    let time = TemporalValue.dateTime(
      days: now.days, nanoseconds: now.nanoseconds, offset: 0, zone: nil)
    try database.withCached("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)") {
      statement throws(Diagnostic) in
      statement.bind(1, Int64(bitPattern: state.revision))
      statement.bind(2, Int64(bitPattern: state.stamp))
      statement.bind(3, time.isoText)
      statement.bind(4, note.author)
      statement.bind(5, note.reason)
      statement.bind(6, note.statement)
      if let changes { statement.bind(7, utf8: changes) } else { statement.bindNull(7) }
      try statement.run()
    }
  }

  /// The random bits of a revision; `nil` if the log does not have it. Revision 0 has 0.
  func stamp(of revision: UInt64) throws(Diagnostic) -> UInt64? {
    if revision == 0 { return 0 }
    let statement = try database.prepare("SELECT stamp FROM change WHERE revision = ?")
    statement.bind(1, Int64(bitPattern: revision))
    return try statement.step() ? UInt64(bitPattern: statement.integer(0)) : nil
  }

  /// Calls `each` with the changes of the revisions after `first` up to `last`, in order or last
  /// first. `nil` where a revision was a whole graph.
  func read(
    after first: Int64, through last: Int64, lastFirst: Bool = false,
    _ each: (Int64, [GraphChange]?) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let order = lastFirst ? "DESC" : "ASC"
    let statement = try database.prepare(
      """
      SELECT revision, changes FROM change WHERE revision > ? AND revision <= ? \
      ORDER BY revision \(order)
      """)
    statement.bind(1, first)
    statement.bind(2, last)
    while try statement.step() {
      let revision = statement.integer(0)
      guard !statement.isNull(1) else {
        try each(revision, nil)
        continue
      }
      let changes = try statement.withBytes(1) { bytes throws(Diagnostic) in
        ChangeCodec.decode(bytes)
      }
      guard let changes = changes ?? nil else {
        throw Wording.damagedChange(revision, database.path)
      }
      try each(revision, changes)
    }
  }

  /// The revisions, newest first.
  func commits(limit: Int) throws(Diagnostic) -> [Commit] {
    let statement = try database.prepare(
      """
      SELECT revision, time, author, reason, statement, changes IS NULL FROM change \
      ORDER BY revision DESC LIMIT ?
      """)
    statement.bind(1, Int64(limit))
    var commits: [Commit] = []
    while try statement.step() {
      commits.append(
        Commit(
          revision: statement.integer(0), time: statement.text(1) ?? "",
          note: CommitNote(
            author: statement.text(2), reason: statement.text(3), statement: statement.text(4)),
          isWholeGraph: statement.integer(5) != 0))
    }
    return commits
  }
}
