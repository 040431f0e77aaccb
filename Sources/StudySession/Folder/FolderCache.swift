import Diagnostics
import Glibc
import GraphStore
import PropertyGraph
import RealistEvaluation
import StudyFiles
import SystemFiles

/// The cache of a folder study: a build product, never updated in place. A build is one immutable
/// database with its snapshot, named by a hash of the files' contents and the format; a manifest
/// names the current one. Old builds are unlinked; processes that hold them go on.
struct FolderCache {
  /// A folder study ready to be read.
  struct Opened {
    /// The build; `nil` when no place could take it and the graph is in memory only.
    var store: StoredGraph?
    var view: GraphView
    var findings: FindingCounts
    var vocabulary: Vocabulary
  }

  let folder: StudyFolder

  /// Opens the current build, or builds it. Where the folder cannot be written, the user's cache
  /// folder takes the build; where that fails too, it stays in memory.
  func open() throws(Diagnostic) -> Opened {
    if let opened = current(try folder.list()) { return opened }
    let lock = FolderLock(folder.path)
    defer { lock.release() }
    // Who had to wait finds what another process has built meanwhile.
    let states = try folder.list()
    if let opened = current(states) { return opened }
    return try build(states)
  }

  // MARK: Reading

  private func current(_ states: [StudyFolder.FileState]) -> Opened? {
    for place in places {
      if let opened = current(in: place, states) { return opened }
    }
    return nil
  }

  private func current(in place: String, _ states: [StudyFolder.FileState]) -> Opened? {
    guard let bytes = try? FileBytes.read(place + "/manifest"),
      let manifest = CacheManifest(bytes: bytes), manifest.isFresh(states, in: folder),
      let store = try? StoredGraph(
        opening: Self.database(manifest.build, in: place), .immutable)
    else { return nil }
    var vocabulary = Vocabulary.standard
    if manifest.extendsVocabulary {
      guard let settings = try? folder.read(StudyWriter.settingsPath.string) else { return nil }
      vocabulary = StudyReader.read([settings]).vocabulary
    }
    return Opened(
      store: store, view: store.view,
      findings: FindingCounts(errors: manifest.errors, warnings: manifest.warnings),
      vocabulary: vocabulary)
  }

  // MARK: Building

  private func build(_ states: [StudyFolder.FileState]) throws(Diagnostic) -> Opened {
    var sources: [SourceText] = []
    for state in states { sources.append(try folder.read(state.name)) }
    let build = Self.name(of: sources)
    let contents = StudyReader.read(sources)
    let findings = FindingCounts(contents.findings)
    let manifest = CacheManifest(
      build: build, findings: findings, extendsVocabulary: contents.extendsVocabulary,
      files: Self.files(states, sources))
    for place in places {
      if let store = save(contents, manifest, in: place) {
        return Opened(
          store: store, view: store.view, findings: findings, vocabulary: contents.vocabulary)
      }
    }
    let view = GraphView()
    try contents.write(to: view)
    return Opened(view: view, findings: findings, vocabulary: contents.vocabulary)
  }

  private static func name(of sources: [SourceText]) -> String {
    var hash = SHA256()
    hash.update(Array("realist \(CacheManifest.version)\n".utf8))
    for source in sources {
      hash.update(Array("\(source.name) \(source.bytes.count)\n".utf8))
      hash.update(source.bytes)
    }
    return String(hash.finish().prefix(32))
  }

  private static func files(
    _ states: [StudyFolder.FileState], _ sources: [SourceText]
  ) -> [CacheManifest.File] {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let clock = Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    return zip(states, sources).map { state, source in
      let isDoubtful = clock - state.modified < CacheManifest.doubtfulAge
      return CacheManifest.File(
        state: state, hash: isDoubtful ? SHA256.hexadecimal(of: source.bytes) : nil)
    }
  }

  /// The build in that place, or `nil` if the place cannot take it. The manifest is written last.
  private func save(
    _ contents: StudyContents, _ manifest: CacheManifest, in place: String
  ) -> StoredGraph? {
    do throws(Diagnostic) {
      try FileBytes.makeFolder(place)
      let store = try StudyDatabase.build(
        contents, at: Self.database(manifest.build, in: place), isCache: true)
      try FileBytes.write(manifest.bytes, to: place + "/manifest", isDurable: true)
      removeOldBuilds(in: place, except: manifest.build)
      return store
    } catch {
      return nil
    }
  }

  private func removeOldBuilds(in place: String, except build: String) {
    for name in (try? Folder.names(in: place)) ?? [] {
      let isBuild = name.contains(".db") || name.hasPrefix("manifest.")
      // Whoever builds holds the lock, so what is half-written was left by a process that died.
      let isCurrent = name.hasPrefix(build + ".db") && !name.contains(".building-")
      if isBuild, !isCurrent { unlink(place + "/" + name) }
    }
  }

  // MARK: Places

  private static func database(_ build: String, in place: String) -> String {
    "\(place)/\(build).db"
  }

  /// Where a build may stand: beside the study, else in the user's cache folder.
  private var places: [String] {
    var places = [folder.path + "/.realist"]
    let absolute = realpath(folder.path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    let base =
      getenv("XDG_CACHE_HOME").map { String(cString: $0) }
      ?? getenv("HOME").map { String(cString: $0) + "/.cache" }
    if let base, let absolute {
      let name = SHA256.hexadecimal(of: Array(absolute.utf8)).prefix(16)
      places.append("\(base)/realist/\(name)")
    }
    return places
  }
}
