import Glibc

/// Lets one thread sleep until another has something for it: a counting semaphore.
final class ConditionSignal: @unchecked Sendable {
  // `sem_t` is made for use from several threads; it lives at a fixed address as long as this.
  private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(semaphore, 0, 0) }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func raise() { sem_post(semaphore) }

  func wait() {
    while sem_wait(semaphore) != 0, errno == EINTR {}
  }
}
