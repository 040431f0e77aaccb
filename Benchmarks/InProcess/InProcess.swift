import Diagnostics
import Glibc
import GraphQuery
import PropertyGraph
import StudySession

/// Runs queries inside this process and says how long they took, without pipes, without JSON: what
/// a program that links the engine would see.
///
///     realist-benchmark FILE REQUESTS [PASSES]
///
/// REQUESTS holds one JSON object a line: {"name", "query", "parameters": [{...}, ...]}. Every pass
/// runs the query once for each parameter object. One line a name comes out:
/// {"name", "passes": [seconds, ...], "rows", "requests"}; at the end {"name": "memory", "megabytes"}
/// with the most that the process ever held.
@main
struct InProcess {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      complain("usage: realist-benchmark FILE REQUESTS [PASSES]")
      exit(2)
    }
    let passes = arguments.count > 3 ? Int(arguments[3]) ?? 3 : 3
    do throws(Diagnostic) {
      let session = try StudySession.open(arguments[1])
      for line in lines(of: arguments[2]) {
        print(try measure(line, passes: max(1, passes), session))
      }
      session.close()
      print("{\"name\":\"memory\",\"megabytes\":\(peakMegabytes())}")
    } catch {
      complain(error.message)
      exit(3)
    }
  }

  private static func measure(
    _ line: [UInt8], passes: Int, _ session: StudySession
  ) throws(Diagnostic) -> String {
    let request = try JSONReader.map(from: line)
    guard case .text(let name)? = request["name"], case .text(let query)? = request["query"],
      case .list(let parameters)? = request["parameters"]
    else { return "{}" }
    var seconds: [String] = []
    var rows = 0
    for _ in 0..<passes {
      rows = 0
      let start = now()
      for parameter in parameters {
        let map = if case .map(let map) = parameter { map } else { PropertyMap() }
        try session.run(query, parameters: map) { result, _ in rows += result.rows.count }
      }
      seconds.append("\(Double(now() - start) / 1e9)")
    }
    return "{\"name\":\"\(name)\",\"passes\":[\(seconds.joined(separator: ","))],"
      + "\"rows\":\(rows),\"requests\":\(parameters.count)}"
  }

  /// As the system counts it: mapped pages that were touched are in it.
  private static func peakMegabytes() -> Int {
    for line in lines(of: "/proc/self/status") {
      let text = String(decoding: line, as: UTF8.self)
      guard text.hasPrefix("VmHWM:") else { continue }
      return (Int(text.filter(\.isNumber)) ?? 0) / 1_024
    }
    return 0
  }

  private static func complain(_ text: String) {
    let bytes = Array("\(text)\n".utf8)
    _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }

  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  private static func lines(of path: String) -> [[UInt8]] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count <= 0 { break }
      for byte in buffer[..<count] {
        if byte == UInt8(ascii: "\n") {
          if !line.isEmpty { lines.append(line) }
          line = []
        } else {
          line.append(byte)
        }
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
