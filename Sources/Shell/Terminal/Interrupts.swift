import CLineEditing
import Glibc
public import GraphQuery

/// Ctrl-C: stops the statement that runs, not the program.
public enum Interrupts {
  /// Raised by Ctrl-C; hand it to the statement.
  public static let flag = CancellationFlag()

  /// From now on Ctrl-C raises ``flag``. Call it on the thread that reads and runs.
  public static func watch() {
    // Made here, for a signal handler must not be the first to touch it.
    flag.reset()
    line_editing_watch_interrupts { Interrupts.flag.cancel() }
  }

  /// Like ``watch()``, for a program that runs one statement and is then done: a second Ctrl-C ends
  /// it, should the statement not hear the first.
  public static func watchOnce() {
    flag.reset()
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Interrupts.flag.cancel() }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(SIGINT, &action, nil)
    line_editing_let_interrupts_through()
  }

  /// Whether there was a Ctrl-C since the last look; forgets it.
  public static func take() -> Bool {
    let was = flag.isCancelled
    flag.reset()
    return line_editing_take_interrupt() || was
  }
}
