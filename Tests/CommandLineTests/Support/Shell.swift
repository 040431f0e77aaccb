import Glibc
import SystemFiles

/// Runs shell lines in a folder, with the program that was just built first on the path.
struct Shell {
  struct Failure: Error {
    var reason: String
  }

  /// What a line printed, on both streams in the order it came, and how it ended.
  struct Outcome {
    var text: String
    var status: Int32
  }

  /// The folder that lines run in.
  let folder: String
  /// The folder for the shell's own files.
  private let own: String

  /// A shell in `folder`; what it needs besides stands in `own`.
  init(in folder: String, own: String) throws {
    self.folder = folder
    self.own = own
    mkdir(own + "/bin", 0o755)
    let program = try Self.program()
    guard symlink(program, own + "/bin/realist") == 0 else {
      throw Failure(reason: "no link to \(program)")
    }
    for (name, script) in [("converse", Self.converse), ("as-guest", Self.asGuest)] {
      try WholeFile.write(Array(script.utf8), to: "\(own)/bin/\(name)")
      chmod("\(own)/bin/\(name)", 0o755)
    }
  }

  /// Feeds lines to a service and ends its input only when each has its reply: what waits at the end
  /// of input is cancelled, and on a busy machine that could be any of them.
  private static let converse = """
    #!/bin/sh
    folder=$(mktemp -d) && mkfifo "$folder/requests" && cat > "$folder/lines" || exit 99
    : > "$folder/replies"
    "$@" < "$folder/requests" > "$folder/replies" &
    exec 3> "$folder/requests"
    cat "$folder/lines" >&3
    wanted=$(grep -c '[^ ]' "$folder/lines")
    while [ "$(wc -l < "$folder/replies")" -lt "$wanted" ] && kill -0 $! 2> /dev/null; do
      sleep 0.05
    done
    exec 3>&-
    wait $!; status=$?
    cat "$folder/replies"; rm -r "$folder"; exit $status

    """

  /// Root may write everywhere, so what only reads is tried as somebody else. The program is copied
  /// to where anybody can run it.
  private static let asGuest = """
    #!/bin/sh
    if [ "$(id -u)" != 0 ]; then exec "$@"; fi
    shared=$(dirname "$0")/shared
    [ -d "$shared" ] || { mkdir "$shared" && cp -L "$(dirname "$0")/realist" "$shared/"; }
    export PATH="$shared:$PATH" HOME=/nonexistent
    exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"

    """

  /// The built program stands beside the bundle of tests that runs.
  private static func program() throws -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let runner =
      count > 0
      ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
    for bundle in [CommandLine.arguments.first ?? "", runner] {
      guard let slash = bundle.lastIndex(of: "/") else { continue }
      let candidate = bundle[..<slash] + "/realist"
      if let real = realpath(String(candidate), nil) {
        defer { free(real) }
        return String(cString: real)
      }
    }
    throw Failure(reason: "no program `realist` beside the tests")
  }

  /// Runs a line. Its environment is fixed, so that it prints the same everywhere.
  func run(_ line: String) throws -> Outcome {
    let output = own + "/output"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    let path = "\(own)/bin:/usr/local/bin:/usr/bin:/bin"
    let environment = [
      "PATH=\(path)", "HOME=\(own)/home", "LC_ALL=C", "NO_COLOR=1", "TZ=UTC", "COLUMNS=80",
    ]
    var process: pid_t = 0
    let script = "cd '\(folder)' || exit 99\n\(line)"
    let status = Self.withStrings(["timeout", "120", "sh", "-c", script]) { arguments in
      Self.withStrings(environment) {
        posix_spawnp(&process, "timeout", &actions, nil, arguments, $0)
      }
    }
    guard status == 0 else {
      throw Failure(reason: "no shell: \(String(cString: strerror(status)))")
    }
    var ending: Int32 = 0
    while waitpid(process, &ending, 0) < 0 {
      guard errno == EINTR else { throw Failure(reason: "the shell is gone") }
    }
    // Carriage returns are shown: transcripts hold only line breaks of their own.
    let mark = Array("␍".utf8)
    let bytes = try WholeFile.read(output).flatMap { $0 == UInt8(ascii: "\r") ? mark : [$0] }
    let text = String(decoding: bytes, as: UTF8.self)
    return Outcome(
      text: text, status: ending & 0x7F == 0 ? ending >> 8 & 0xFF : 128 + (ending & 0x7F))
  }

  /// Starts a line in the terminal of that name, as the first process of its session.
  func start(_ line: String, terminal: String) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID, which the C library hides without _GNU_SOURCE.
    posix_spawnattr_setflags(&attributes, 0x80)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let environment = [
      "PATH=\(own)/bin:/usr/local/bin:/usr/bin:/bin", "HOME=\(own)/home", "LANG=C.UTF-8",
      "TERM=xterm", "NO_COLOR=1", "TZ=UTC", "PAGER=cat",
    ]
    var process: pid_t = 0
    let script = "cd '\(folder)' && exec \(line)"
    let status = Self.withStrings(["sh", "-c", script]) { arguments in
      Self.withStrings(environment) {
        posix_spawnp(&process, "sh", &actions, &attributes, arguments, $0)
      }
    }
    guard status == 0 else {
      throw Failure(reason: "no shell: \(String(cString: strerror(status)))")
    }
    return process
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
