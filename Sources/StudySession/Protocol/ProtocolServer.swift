public import Diagnostics
import Dispatch
import Glibc
import GraphQuery
import PropertyGraph
import SystemFiles

/// Speaks the JSON lines protocol over two file descriptors: one thread reads, the caller's thread
/// answers, every request gets one line, in order.
public struct ProtocolServer {
  /// How long requests that arrived before the end of input may still run, in milliseconds.
  private static let graceMilliseconds = 1_000

  private let backend: ProtocolBackend
  private let input: Int32
  private let output: Int32

  /// A server for a study or a graph.
  public init(session: StudySession, input: Int32 = 0, output: Int32 = 1) {
    backend = ProtocolBackend(session: session)
    self.input = input
    self.output = output
  }

  /// Answers until the input ends. Throws only when the output cannot be written.
  public func run() throws(Diagnostic) {
    let queue = RequestQueue()
    startReading(into: queue)
    while let entry = queue.take() {
      var reply = backend.reply(to: entry.request, cancellation: entry.cancellation)
      reply.append(UInt8(ascii: "\n"))
      guard write(reply) else { return }
      backend.settle()
    }
  }

  private func startReading(into queue: RequestQueue) {
    let descriptor = input
    let thread = DispatchQueue(label: "realist.protocol.reader")
    thread.async {
      var lines = LineReader(descriptor: descriptor)
      while let line = lines.next() {
        switch line {
        case .bytes(let bytes):
          let isBlank = bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
          if !isBlank { queue.add(ProtocolRequest(line: bytes)) }
        case .tooLong: queue.add(.tooLong)
        }
      }
      queue.end()
      // What a pipe asked before it closed is answered if that is quick, and cancelled otherwise.
      thread.asyncAfter(deadline: .now() + .milliseconds(Self.graceMilliseconds)) {
        queue.cancelAll()
      }
    }
  }

  /// Whether all of it was written; a closed pipe ends the service silently.
  private func write(_ bytes: [UInt8]) -> Bool {
    (try? OpenFile.write(bytes, to: output)) != nil
  }
}

extension ProtocolRequest {
  /// Stands for a line that was longer than any request may be.
  static var tooLong: ProtocolRequest {
    var request = ProtocolRequest(line: Array("{}".utf8))
    request.kind = .malformed(ProtocolWording.lineTooLong(LineReader.longestMebibytes))
    return request
  }
}
