public import Diagnostics
public import GraphQuery
import GraphStore
public import PropertyGraph
public import RealistEvaluation
import StudyFiles

/// A study or a graph, open: what the command line, the REPL and the protocol work on.
public final class StudySession {
  /// Where the truth is.
  public enum Home: Sendable, Hashable {
    /// A folder with `Graph/`: text, read-only to the query language.
    case folder(String)
    /// One SQLite file.
    case file(String)
    /// Nowhere: gone at the end of the process.
    case memory
  }

  /// Where the truth is.
  public let home: Home
  /// The graph that statements run on.
  public let graph: GraphView
  /// What is wrong with the study's files, counted.
  public let findings: FindingCounts
  /// The vocabulary; `nil` for a plain graph.
  public let vocabulary: Vocabulary?
  let store: StoredGraph?
  private var engine: QueryEngine
  private var declared: [Procedure] = []

  private init(
    home: Home, graph: GraphView, store: StoredGraph? = nil,
    findings: FindingCounts = FindingCounts(), vocabulary: Vocabulary? = nil
  ) {
    self.home = home
    self.graph = graph
    self.store = store
    self.findings = findings
    self.vocabulary = vocabulary
    let isFolder = if case .folder = home { true } else { false }
    let search = store.map { SearchProcedures($0).all } ?? []
    let catalogue =
      vocabulary.map { SessionCatalogue.study($0, isReadOnly: isFolder, procedures: search) }
      ?? SessionCatalogue.plain(search)
    let rules = RulesSource(home: home, store: store)
    let statements: [any StatementExtension] =
      vocabulary == nil
      ? StudyOnlyStatement.all : RealistStatements.all.map { StudyStatement($0, rules: rules) }
    engine = QueryEngine(graph: graph, catalogue: catalogue, extensions: statements)
    if let vocabulary { Self.enforce(CommitRules(vocabulary: vocabulary), on: graph) }
    if let store, !isFolder {
      engine.openRevision = { revision throws(Diagnostic) in
        try store.view(atRevision: revision)
      }
    }
  }

  /// Has every commit judged before it is written.
  private static func enforce(_ rules: CommitRules, on graph: GraphView) {
    let write = graph.commitHandler
    graph.commitHandler = { [unowned graph] changes throws(Diagnostic) in
      try rules.check(changes, in: graph)
      try write?(changes)
    }
  }

  // MARK: Opening

  /// Opens a folder or a file. Throws `NoStudy`, `NewerFormat`, `Corrupt` and the like.
  public static func open(_ path: String) throws(Diagnostic) -> StudySession {
    if FileBytes.isFile(path) {
      let store = try StoredGraph(opening: path)
      let vocabulary = store.mode == .study ? try StudyDatabase.vocabulary(of: store) : nil
      return StudySession(
        home: .file(path), graph: store.view, store: store, vocabulary: vocabulary)
    }
    let folder = StudyFolder(path: path)
    let opened = try FolderCache(folder: folder).open()
    return StudySession(
      home: .folder(folder.path), graph: opened.view, store: opened.store,
      findings: opened.findings, vocabulary: opened.vocabulary)
  }

  /// An empty graph in memory, without a vocabulary.
  public static func plain() -> StudySession {
    StudySession(home: .memory, graph: GraphView())
  }

  // MARK: Statements

  /// Runs one statement as one transaction and hands its result over while its entities can be
  /// looked up. A file study first takes in what others have committed; a statement that changes
  /// it waits for its turn. A study takes every text in NFC, a plain graph as it comes.
  public func run(
    _ text: Text, parameters: PropertyMap = PropertyMap(), limits: QueryLimits = QueryLimits(),
    cancellation: CancellationFlag? = nil,
    read: (_ result: QueryResult, _ graph: any GraphAccess) -> Void
  ) throws(Diagnostic) {
    try prepare(text, parameters, limits, cancellation) {
      (engine, source, options) throws(Diagnostic) in
      try engine.run(source, options: options) { result, graph in read(result, graph) }
    }
  }

  /// Brings the graph up to date and takes the write lock, where that is needed, around a statement.
  func prepare<Output>(
    _ text: Text, _ parameters: PropertyMap, _ limits: QueryLimits,
    _ cancellation: CancellationFlag?,
    _ run: (QueryEngine, SourceText, QueryEngine.Options) throws(Diagnostic) -> Output
  ) throws(Diagnostic) -> Output {
    settle()
    let options = QueryEngine.Options(
      parameters: canonical(parameters), limits: limits, cancellation: cancellation)
    let source = source(of: text)
    try store?.refresh()
    defer { store?.endReading() }
    let isUpdating = try engine.plan(source).isUpdating
    if isUpdating, let store {
      try store.beginWriting(CommitNote(statement: text)) { () throws(Diagnostic) in
        // The statement itself says so at its first look.
        if cancellation?.isCancelled == true { throw ProtocolWording.cancelled() }
      }
    }
    defer { if isUpdating { store?.endWriting() } }
    let output = try run(engine, source, options)
    try graph.throwOutsideFailure()
    return output
  }

  /// Whether a statement that fails answers first and is cleared away by ``settle()`` afterwards.
  public var settlesLater: Bool {
    get { engine.settlesLater }
    set {
      engine.settlesLater = newValue
      graph.keepsSpentChanges = newValue
    }
  }

  /// Takes back the changes of a statement that failed, if that is still to be done.
  public func settle() {
    engine.settle()
    graph.settle()
  }

  /// Hands the engine over with a statement, in a state that others' commits have been taken into.
  func withStatement<Output>(
    _ text: Text, _ body: (QueryEngine, SourceText) throws(Diagnostic) -> Output
  ) throws(Diagnostic) -> Output {
    settle()
    let source = source(of: text)
    try store?.refresh()
    defer { store?.endReading() }
    let output = try body(engine, source)
    try graph.throwOutsideFailure()
    return output
  }

  private func source(of text: Text) -> SourceText {
    let text = vocabulary == nil ? text : CanonicalComposition.nfc(text)
    return SourceText(name: "query", bytes: Array(text.utf8))
  }

  /// Parameters as the graph takes them: a study has every text in NFC.
  func canonical(_ parameters: PropertyMap) -> PropertyMap {
    vocabulary == nil ? parameters : CanonicalComposition.nfc(parameters)
  }

  /// Closes the file in good order; the session must not be used again.
  public func close() { store?.close() }

  /// The rules that theory tests of this study use.
  public func rules() throws(Diagnostic) -> Rules {
    try RulesSource(home: home, store: store).load()
  }

  /// Title and description.
  public func information() throws(Diagnostic) -> (title: Text, about: Text) {
    switch home {
    case .folder(let path):
      let folder = StudyFolder(path: path)
      let settings = StudyWriter.settingsPath.string
      guard folder.state(of: settings) != nil else { return ("", "") }
      let contents = StudyReader.read([try folder.read(settings)])
      return (contents.title, contents.about)
    case .file:
      guard let store else { return ("", "") }
      let contents = try StudyDatabase.settings(of: store)
      return (contents.title, contents.about)
    case .memory:
      return ("", "")
    }
  }

  // MARK: Plain graphs in memory

  /// Whether this is a graph that a client fills: it may be reset and loaded into.
  public var isPlainInMemory: Bool { home == .memory }

  /// Empties the graph and forgets declared procedures.
  public func reset() {
    settle()
    graph.removeAll()
    declared = []
    renewCatalogue()
  }

  /// Adds a procedure until the next reset.
  public func declare(_ procedure: Procedure) {
    declared.removeAll { $0.name == procedure.name }
    declared.append(procedure)
    renewCatalogue()
  }

  private func renewCatalogue() {
    engine.catalogue = SessionCatalogue.plain(declared, version: engine.catalogue.version + 1)
  }
}
