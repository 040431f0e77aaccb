import Glibc
import GraphTesting

/// Databases in a folder, and what becomes of them.
extension TemporaryFolder {
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
}
