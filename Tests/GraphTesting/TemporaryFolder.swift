import Glibc
import SystemFiles

/// A folder of its own, gone when nobody holds it.
public final class TemporaryFolder: Sendable {
  /// No folder could be made.
  public struct Failure: Error {}

  /// Where it is.
  public let path: String

  /// A new, empty folder that everybody may look into. Throws `Failure`.
  public init() throws {
    var template = Array("/tmp/realist-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Failure() }
    path = String(cString: made)
    chmod(path, 0o755)
  }

  deinit { Self.remove(path) }

  /// The path of a file in it.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Names of what is in it, sorted.
  public var names: [String] { (try? Folder.names(in: path)) ?? [] }

  private static func remove(_ path: String) {
    var information = stat()
    // A link to a folder is a link.
    guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    chmod(path, 0o755)
    for name in (try? Folder.names(in: path)) ?? [] { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
