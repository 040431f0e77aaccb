import Diagnostics
import Glibc
import PropertyGraph
import SystemFiles

/// The images kept beside a database, named by graph and revision:
/// `study.realist-<graph>-<revision>.snapshot`. They are never changed in place.
struct SnapshotFiles {
  /// Up to this size a snapshot is checked whole when it is opened; that takes less than 1 ms.
  static let checkedSize = 4 << 20

  let database: String

  private var folder: String { FileSystem.folder(of: database) }
  private var prefix: String { FileSystem.name(of: database) + "-" }
  private static let suffix = ".snapshot"
  private var temporary: String { database + "-snapshot.tmp" }

  func path(_ state: GraphState) -> String {
    "\(database)-\(state.graph)-\(state.revision)\(Self.suffix)"
  }

  /// The revisions of which there is a file, newest first.
  func revisions(of graph: GraphID) -> [UInt64] {
    let start = "\(prefix)\(graph)-"
    return names(beginning: start)
      .compactMap { UInt64($0.dropFirst(start.count).dropLast(Self.suffix.count)) }
      .sorted(by: >)
  }

  /// Opens the newest sound snapshot of the graph that is not later than `state`.
  ///
  /// - Parameter stamp: the random bits of a revision as the log has them.
  func open(
    upTo state: GraphState, stamp: (UInt64) throws(Diagnostic) -> UInt64?
  ) throws(Diagnostic) -> GraphImage? {
    for revision in revisions(of: state.graph) where revision <= state.revision {
      let name = GraphState(graph: state.graph, revision: revision)
      guard let image = try? GraphImage(mapping: path(name)), image.state.graph == state.graph,
        image.state.revision == revision, let expected = try stamp(revision),
        expected == image.state.stamp
      else { continue }
      if image.bytes.count <= Self.checkedSize {
        guard (try? image.verifyBodies()) != nil else { continue }
      }
      return image
    }
    return nil
  }

  /// Writes a snapshot and removes older ones. Whoever finds another process at it leaves it to
  /// that; returns whether the file stands.
  func write(_ image: GraphImage) throws(Diagnostic) -> Bool {
    let descriptor = Glibc.open(temporary, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Wording.cannotWrite(temporary, code: errno) }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, isOurs(descriptor) else { return false }
    guard ftruncate(descriptor, 0) == 0 else {
      throw Wording.cannotWrite(temporary, code: errno)
    }
    do throws(Diagnostic) {
      var failure: SystemFailure?
      image.withBytes { bytes in
        do throws(SystemFailure) {
          try OpenFile.write(bytes, to: descriptor)
        } catch {
          failure = error
        }
      }
      if let failure { throw Wording.cannotWrite(temporary, code: failure.code) }
      guard fsync(descriptor) == 0 else { throw Wording.cannotWrite(temporary, code: errno) }
      try FileSystem.replace(path(image.state), with: temporary)
    } catch {
      FileSystem.remove(temporary)
      throw error
    }
    removeOthers(than: image.state)
    return true
  }

  /// Whether the locked file still has the name: another process may have renamed it in between,
  /// and then it is a snapshot that must not be touched.
  private func isOurs(_ descriptor: Int32) -> Bool {
    var held = stat()
    var named = stat()
    return fstat(descriptor, &held) == 0 && stat(temporary, &named) == 0
      && held.st_ino == named.st_ino && held.st_dev == named.st_dev
  }

  /// The names of snapshots that begin so.
  private func names(beginning start: String) -> [String] {
    Folder.names(in: folder, ending: Self.suffix).filter { $0.utf8.starts(with: start.utf8) }
  }

  /// Removes snapshots older than `state` and those of other graphs. Processes that have them
  /// mapped go on.
  private func removeOthers(than state: GraphState) {
    for name in names(beginning: prefix) {
      let parts = name.dropFirst(prefix.count).dropLast(Self.suffix.count).split(separator: "-")
      guard parts.count == 2, let graph = GraphID(parts[0]), let revision = UInt64(parts[1]),
        graph != state.graph || revision < state.revision
      else { continue }
      FileSystem.remove(folder + "/" + name)
    }
  }
}
