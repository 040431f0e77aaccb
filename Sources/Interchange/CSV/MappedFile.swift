import Diagnostics
import Glibc

/// The bytes of a file, mapped for reading from front to back.
final class MappedFile {
  let path: String
  let bytes: UnsafeBufferPointer<UInt8>
  private let base: UnsafeMutableRawPointer?

  /// Throws `CannotOpen`.
  init(_ path: String) throws(Diagnostic) {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Wording.cannotRead(path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Wording.cannotRead(path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Wording.notAFile(path) }
    let count = Int(status.st_size)
    guard count > 0 else {
      base = nil
      bytes = UnsafeBufferPointer(start: nil, count: 0)
      return
    }
    guard let memory = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      memory != MAP_FAILED
    else { throw Wording.cannotRead(path, code: errno) }
    posix_madvise(memory, count, POSIX_MADV_SEQUENTIAL)
    base = memory
    bytes = UnsafeBufferPointer(start: memory.assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// Gives the pages before an offset back to the system, so that a large file does not fill memory.
  func forget(before offset: Int) {
    guard let base, offset > 0 else { return }
    madvise(base, offset & ~4_095, MADV_DONTNEED)
  }

  deinit {
    if let base { munmap(base, bytes.count) }
  }
}
