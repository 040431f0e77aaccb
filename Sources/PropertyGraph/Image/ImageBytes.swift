public import Diagnostics
import Glibc

/// The bytes of an image: a buffer of ours or a mapped file. Never changed once it exists.
public final class ImageBytes: @unchecked Sendable {
  let base: UnsafeRawPointer
  /// Number of bytes.
  public let count: Int
  private let isMapped: Bool

  private init(base: UnsafeRawPointer, count: Int, isMapped: Bool) {
    self.base = base
    self.count = count
    self.isMapped = isMapped
  }

  /// Takes over memory from `malloc`.
  convenience init(adopting base: UnsafeMutableRawPointer, count: Int) {
    self.init(base: UnsafeRawPointer(base), count: count, isMapped: false)
  }

  /// A copy of the bytes.
  public convenience init(copying bytes: some Collection<UInt8>) {
    guard let memory = malloc(max(bytes.count, 8)) else { abort() }
    let target = UnsafeMutableRawBufferPointer(start: memory, count: bytes.count)
    target.copyBytes(from: bytes)
    self.init(adopting: memory, count: bytes.count)
  }

  /// Maps a file for reading. The file must never be changed in place (a truncated mapping ends the
  /// process); replace it by renaming.
  ///
  /// Throws `UnreadableImage` if it cannot be opened or is empty.
  public static func mapping(_ path: String) throws(Diagnostic) -> ImageBytes {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Wording.unreadableImage(path, systemMessage()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw Wording.unreadableImage(path, systemMessage())
    }
    let count = Int(status.st_size)
    guard count > 0 else { throw Wording.unreadableImage(path, "it is empty") }
    guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED
    else { throw Wording.unreadableImage(path, systemMessage()) }
    return ImageBytes(base: UnsafeRawPointer(base), count: count, isMapped: true)
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: base), count)
    } else {
      free(UnsafeMutableRawPointer(mutating: base))
    }
  }

  private static func systemMessage() -> String { String(cString: strerror(errno)) }
}
