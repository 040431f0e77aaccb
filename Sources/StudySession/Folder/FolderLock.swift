import Glibc

/// Lets one process at a time build the cache of a folder. Others wait; the system gives the lock
/// back when its holder ends, however that happens. Where a folder cannot be locked nobody waits,
/// and two builds side by side do no harm but cost their time.
struct FolderLock {
  private let descriptor: Int32

  /// Takes the lock, waiting for it.
  init(_ path: String) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 { while flock(descriptor, LOCK_EX) != 0, errno == EINTR {} }
  }

  /// Gives it back.
  func release() { if descriptor >= 0 { close(descriptor) } }
}
