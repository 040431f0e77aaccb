import Glibc

/// A folder that goes away with its owner.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/realist-tests-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/nonexistent"
    }
  }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Names of the files, sorted.
  var names: [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  var snapshots: [String] { names.filter { $0.hasSuffix(".snapshot") } }

  func read(_ name: String) -> [UInt8] {
    let descriptor = open(file(name), O_RDONLY)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = Glibc.read(descriptor, &chunk, chunk.count), count > 0 {
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }

  func write(_ bytes: some Collection<UInt8>, to name: String) {
    // A new file each time: what another process has mapped must not change.
    unlink(file(name))
    let descriptor = open(file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let array = Array(bytes)
    _ = array.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }

  func remove(_ name: String) { unlink(file(name)) }

  /// Copies a database as `kill -9` would leave it: the file and its log, not the shared memory.
  func copyAsCrashed(_ name: String, to other: String) {
    for suffix in ["", "-wal"] where names.contains(name + suffix) {
      write(read(name + suffix), to: other + suffix)
    }
  }

  deinit {
    for name in names { unlink(file(name)) }
    rmdir(path)
  }
}
