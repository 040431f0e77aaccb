import Glibc

/// The built program, answering JSON lines.
final class Service {
  struct Failure: Error { var reason: String }

  private(set) var process: pid_t = 0
  private let input: Int32
  private let output: UnsafeMutablePointer<FILE>

  init() throws {
    let program = try Self.program()
    var requests: [Int32] = [0, 0]
    var replies: [Int32] = [0, 0]
    guard pipe(&requests) == 0, pipe(&replies) == 0 else { throw Failure(reason: "no pipe") }
    // A later service must not hold this one's input open.
    for end in [requests[1], replies[0]] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, requests[0], 0)
    posix_spawn_file_actions_adddup2(&actions, replies[1], 1)
    let arguments: [String] = [program, "serve", "--stdio", "--plain"]
    var words: [UnsafeMutablePointer<CChar>?] = []
    for argument in arguments { words.append(strdup(argument)) }
    words.append(nil)
    defer { for word in words { free(word) } }
    guard posix_spawn(&process, program, &actions, nil, words, environ) == 0 else {
      throw Failure(reason: "`\(program)` does not start")
    }
    close(requests[0])
    close(replies[1])
    guard let stream = fdopen(replies[0], "r") else { throw Failure(reason: "no stream") }
    input = requests[1]
    output = stream
  }

  deinit {
    close(input)
    fclose(output)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// Sends a line and waits for the line in reply.
  func exchange(_ line: [UInt8]) throws -> [UInt8] {
    try send(line)
    return try reply()
  }

  /// Sends a line.
  func send(_ line: [UInt8]) throws {
    let bytes = line + [UInt8(ascii: "\n")]
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure(reason: "the service has gone") }
      written += count
    }
  }

  /// Waits for the next line.
  func reply() throws -> [UInt8] {
    var buffer: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(buffer) }
    let count = getline(&buffer, &capacity, output)
    guard count > 0, let buffer else { throw Failure(reason: "the service gives no reply") }
    return UnsafeBufferPointer(start: buffer, count: count - 1).map { UInt8(bitPattern: $0) }
  }

  /// The built program stands beside the bundle of tests that runs.
  private static func program() throws -> String {
    for bundle in CommandLine.arguments.prefix(1) + [(try? path(of: "/proc/self/exe")) ?? ""] {
      guard let slash = bundle.lastIndex(of: "/") else { continue }
      if let program = try? path(of: bundle[..<slash] + "/realist") { return program }
    }
    throw Failure(reason: "no program `realist` beside the tests")
  }

  private static func path(of name: String) throws -> String {
    guard let real = realpath(name, nil) else { throw Failure(reason: name) }
    defer { free(real) }
    return String(cString: real)
  }
}
